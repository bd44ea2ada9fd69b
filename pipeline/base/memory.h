/* Memory: allocation that cannot fail, arenas, growing lists.
 *
 * Out of memory ends the program with a message and status 1, inside the
 * allocator; input that would need too much is refused before. */
#ifndef ESEP_MEMORY_H
#define ESEP_MEMORY_H

#include <stddef.h>
#include <string.h>

/* As malloc, calloc, realloc; they end the program instead of returning
 * NULL. */
void *memory_get(size_t size);
void *memory_get_zeroed(size_t size);
void *memory_resize(void *old, size_t size);

/* As malloc, at the start of a line of the processor's cache; much memory is
 * asked for in huge pages, of which fewer are looked up when it is read here
 * and there. */
enum { MEMORY_LINE = 64 };
void *memory_get_lines(size_t size);

/* An arena owns what lives as long as one document. */
struct arena_block;
struct arena {
	struct arena_block *blocks;
	size_t used; /* bytes in the first block */
	size_t size; /* bytes the first block can hold */
};
#define ARENA_INIT { NULL, 0, 0 }

/* `size` bytes, aligned for any type, not cleared; the arena owns them. */
void *arena_get(struct arena *arena, size_t size);

/* The same for bytes: side by side, not aligned. */
char *arena_get_bytes(struct arena *arena, size_t size);

/* Forget everything that the arena holds; keeps one block for the next use. */
void arena_clear(struct arena *arena);
void arena_release(struct arena *arena);

/* A list of any type: LIST(struct token) tokens; it owns `items`.
 * LIST_ADD returns a pointer to a new, zeroed item at the end, valid until
 * the next LIST_ADD. LIST_CLEAR keeps the memory, LIST_RELEASE frees it. */
#define LIST(type) struct { type *items; size_t count, capacity; }
#define LIST_ADD(list)                                                        \
	((list)->items = list_make_room((list)->items, (list)->count,         \
					&(list)->capacity,                    \
					sizeof *(list)->items),               \
	 (list)->items + (list)->count++)
#define LIST_CLEAR(list) ((list)->count = 0)
#define LIST_RELEASE(list)                                                    \
	(list_free((list)->items), (list)->items = NULL,                      \
	 (list)->count = (list)->capacity = 0)

/* For LIST_ADD: room for one item more than `count`, the new one zeroed; here,
 * since an item's size is known where it is added. */
void *list_grow(void *items, size_t *capacity, size_t size);

static inline void *list_make_room(void *items, size_t count, size_t *capacity,
				   size_t size)
{
	if (count == *capacity)
		items = list_grow(items, capacity, size);
	memset((char *)items + count * size, 0, size);
	return items;
}

/* Room for `more` items beside those that are there: a list that is known to
 * grow long is not copied on the way. */
#define LIST_RESERVE(list, more)                                              \
	((list)->items = list_reserve((list)->items, (list)->count + (more),  \
				      &(list)->capacity,                      \
				      sizeof *(list)->items))
void *list_reserve(void *items, size_t count, size_t *capacity, size_t size);

/* Let a list be `number` zeroed items, whatever it was. */
#define LIST_ZERO(list, number)                                               \
	((list)->items = list_zero((list)->items, (number),                   \
				   &(list)->capacity, sizeof *(list)->items), \
	 (list)->count = (number))
void *list_zero(void *items, size_t count, size_t *capacity, size_t size);

void list_free(void *items);

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
