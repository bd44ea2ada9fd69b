#include "memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { HUGE_PAGE = 2 * 1024 * 1024 };
enum { BLOCK_SIZE = 64 * 1024, BLOCK_LARGEST = 8 * 1024 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static void out_of_memory(size_t size)
{
	fprintf(stderr, "esep: out of memory (%zu bytes wanted)\n", size);
	exit(1);
}

void *memory_get(size_t size)
{
	void *memory = malloc(size ? size : 1);

	if (!memory)
		out_of_memory(size);
	return memory;
}

void *memory_get_zeroed(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (!memory)
		out_of_memory(size);
	return memory;
}

void *memory_resize(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);

	if (!memory)
		out_of_memory(size);
	return memory;
}

void *memory_get_lines(size_t size)
{
	size_t unit = size < HUGE_PAGE / 2 ? MEMORY_LINE : HUGE_PAGE;
	void *memory = NULL;

	if (size <= SIZE_MAX - HUGE_PAGE) {
		size = (size + unit - 1) / unit * unit;
		memory = aligned_alloc(unit, size);
	}
	if (!memory)
		out_of_memory(size);
	if (unit == HUGE_PAGE) /* it may not be granted, which is no harm */
		madvise(memory, size, MADV_HUGEPAGE);
	return memory;
}

static void arena_add_block(struct arena *arena, size_t least)
{
	size_t size = arena->blocks ? arena->size * 2 : BLOCK_SIZE;
	struct arena_block *block;

	if (size > BLOCK_LARGEST)
		size = BLOCK_LARGEST;
	if (size < least)
		size = least;
	block = memory_get(sizeof *block + size);
	block->next = arena->blocks;
	block->size = size;
	arena->blocks = block;
	arena->size = size;
	arena->used = 0;
}

void *arena_get(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size > SIZE_MAX - sizeof(struct arena_block) - align)
		out_of_memory(size);
	arena->used = (arena->used + align - 1) / align * align;
	return arena_get_bytes(arena, (size + align - 1) / align * align);
}

char *arena_get_bytes(struct arena *arena, size_t size)
{
	char *memory;

	if (size > SIZE_MAX - sizeof(struct arena_block))
		out_of_memory(size);
	if (!arena->blocks || arena->used > arena->size ||
	    size > arena->size - arena->used)
		arena_add_block(arena, size);
	memory = arena->blocks->bytes + arena->used;
	arena->used += size;
	return memory;
}

static struct arena_block *drop_block(struct arena_block *block)
{
	struct arena_block *next = block->next;

	free(block);
	return next;
}

/* The newest block is the largest, or one that a single thing needed. Kept, a
 * document like the last one needs no new memory from the system. */
void arena_clear(struct arena *arena)
{
	struct arena_block *kept = arena->blocks;

	if (!kept)
		return;
	while (kept->next && kept->size > BLOCK_LARGEST)
		kept = drop_block(kept);
	while (kept->next)
		kept->next = drop_block(kept->next);
	arena->blocks = kept;
	arena->size = kept->size;
	arena->used = 0;
}

void arena_release(struct arena *arena)
{
	arena_clear(arena);
	free(arena->blocks);
	*arena = (struct arena)ARENA_INIT;
}

void *list_grow(void *items, size_t *capacity, size_t size)
{
	if (*capacity > SIZE_MAX / size / 2)
		out_of_memory(SIZE_MAX);
	*capacity = *capacity ? *capacity * 2 : 16;
	return memory_resize(items, *capacity * size);
}

void *list_reserve(void *items, size_t count, size_t *capacity, size_t size)
{
	if (count <= *capacity)
		return items;
	if (count > SIZE_MAX / size)
		out_of_memory(SIZE_MAX);
	*capacity = count;
	return memory_resize(items, count * size);
}

void *list_zero(void *items, size_t count, size_t *capacity, size_t size)
{
	items = list_reserve(items, count, capacity, size);
	if (count > 0)
		memset(items, 0, count * size);
	return items;
}

void list_free(void *items)
{
	free(items);
}
