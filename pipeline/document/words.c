#include "words.h"

#include "hash.h"
#include "utf8.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1 << 12, MANY_WORDS = 100000 };

_Static_assert(sizeof(struct word) == MEMORY_LINE, "a word is one line");

static struct word *new_word(struct words *words)
{
	if (words->count == words->capacity) {
		size_t capacity = words->capacity ? words->capacity * 2
						  : FIRST_SLOTS;
		struct word *list = memory_get_lines(capacity * sizeof *list);

		if (words->count > 0)
			memcpy(list, words->list, words->count * sizeof *list);
		free(words->list);
		words->list = list;
		words->capacity = capacity;
	}
	words->list[words->count] = (struct word){ .text = STR_NONE };
	return &words->list[words->count++];
}

static void get_slots(struct words *words)
{
	size_t size = words->slot_count * sizeof *words->slots;

	words->slots = memory_get_lines(size);
	memset(words->slots, 0, size);
}

static void add_first(struct words *words)
{
	get_slots(words);
	new_word(words);
}

void words_init(struct words *words)
{
	*words = (struct words){ .slot_count = FIRST_SLOTS };
	add_first(words);
	words_lang(words, STR("und"));
	words_keep_langs(words);
}

void words_release(struct words *words)
{
	free(words->list);
	free(words->slots);
	arena_release(&words->arena);
	*words = (struct words){ 0 };
}

void words_trim(struct words *words)
{
	struct str codes[LANG_MAX];
	unsigned count = words->lang_count;
	struct arena kept = ARENA_INIT;

	if (words->count < MANY_WORDS)
		return;
	for (unsigned i = 0; i < count; i++)
		codes[i] = str_copy(&kept, words_lang_code(words, (lang_id)i));
	free(words->list);
	free(words->slots);
	words->list = NULL;
	words->count = words->capacity = 0;
	arena_clear(&words->arena);
	words->slot_count = FIRST_SLOTS;
	words->lang_count = 0;
	words->generation++;
	memset(words->ascii, 0, sizeof words->ascii);
	add_first(words);
	for (unsigned i = 0; i < count; i++)
		words_lang(words, codes[i]);
	arena_release(&kept);
}

static void grow(struct words *words)
{
	size_t mask = words->slot_count * 2 - 1;

	free(words->slots);
	words->slot_count *= 2;
	get_slots(words);
	for (size_t id = 1; id < words->count; id++) {
		uint32_t hash = words->list[id].hash;
		size_t slot = hash & mask;

		while (words->slots[slot].id)
			slot = (slot + 1) & mask;
		words->slots[slot] = (struct word_slot){ hash, (word_id)id };
	}
}

/* Does a text of up to WORD_HEAD bytes begin the other? Most words are found,
 * and a call of memcmp takes longer than this. */
static bool has_head(const char *head, const char *text, size_t len)
{
	uint64_t differ;

	if (len < 8)
		return hash_few_bytes(head, len) == hash_few_bytes(text, len);
	differ = hash_eight_bytes(head) ^ hash_eight_bytes(text);
	if (len > 16)
		differ |= hash_eight_bytes(head + 8) ^
			  hash_eight_bytes(text + 8);
	return (differ | (hash_eight_bytes(head + len - 8) ^
			  hash_eight_bytes(text + len - 8))) == 0;
}

static bool is_word(const struct word *word, struct str text)
{
	if (word->text.len != text.len)
		return false;
	return text.len <= WORD_HEAD
		? has_head(word->head, text.data, text.len)
		: str_equal(word->text, text);
}

static word_id add_hashed(struct words *words, struct str text, uint32_t hash)
{
	size_t mask = words->slot_count - 1, slot = hash & mask;
	struct word *word;

	if (text.len == 0)
		return 0;
	for (; words->slots[slot].id; slot = (slot + 1) & mask)
		if (words->slots[slot].hash == hash &&
		    is_word(words_get(words, words->slots[slot].id), text))
			return words->slots[slot].id;
	words->slots[slot] = (struct word_slot){
		hash, (word_id)words->count
	};
	word = new_word(words);
	word->text = str_copy(&words->arena, text);
	memcpy(word->head, text.data,
	       text.len < WORD_HEAD ? text.len : WORD_HEAD);
	word->hash = hash;
	if (words->count * 4 > words->slot_count * 3)
		grow(words);
	return (word_id)(words->count - 1);
}

word_id words_add(struct words *words, struct str text)
{
	return add_hashed(words, text, str_hash(text));
}

/* The number of a word that lies in the first slot of its hash, as most do;
 * else 0. */
static word_id at_first_slot(const struct words *words, struct str text,
			     uint32_t hash)
{
	const struct word_slot *slot =
		&words->slots[hash & (words->slot_count - 1)];

	return slot->id && slot->hash == hash &&
	       is_word(&words->list[slot->id], text) ? slot->id : 0;
}

/* Every sixth word or so is a comma or a full stop. */
static word_id *ascii_word(struct words *words, struct str text)
{
	return text.len == 1 && (unsigned char)text.data[0] < 128
		? &words->ascii[(unsigned char)text.data[0]] : NULL;
}

void words_add_batch(struct words *words, const struct str *texts,
		     word_id *ids, size_t count)
{
	uint32_t hashes[WORDS_BATCH];
	size_t mask = words->slot_count - 1;

	for (size_t i = 0; i < count; i++) {
		const word_id *ascii = ascii_word(words, texts[i]);

		ids[i] = ascii ? *ascii : 0;
		if (ids[i])
			continue;
		hashes[i] = str_hash(texts[i]);
		__builtin_prefetch(&words->slots[hashes[i] & mask]);
	}
	for (size_t i = 0; i < count; i++)
		if (!ids[i])
			__builtin_prefetch(words_get(
				words, words->slots[hashes[i] & mask].id));
	for (size_t i = 0; i < count; i++) {
		if (ids[i])
			continue;
		ids[i] = at_first_slot(words, texts[i], hashes[i]);
		if (ids[i])
			continue;
		ids[i] = add_hashed(words, texts[i], hashes[i]);
		if (ascii_word(words, texts[i]))
			*ascii_word(words, texts[i]) = ids[i];
	}
}

word_id words_find_fold(struct words *words, word_id id)
{
	struct word *word = words_get(words, id);
	struct strbuf fold = STRBUF_INIT;

	if (word->fold || id == 0)
		return word->fold;
	utf8_add_fold(&fold, word->text);
	word_id folded = words_add(words, strbuf_view(&fold));
	strbuf_release(&fold);
	words_get(words, folded)->fold = folded;
	return words_get(words, id)->fold = folded;
}

static uint8_t shape_of(struct str text)
{
	unsigned shape = SHAPE_KNOWN;
	size_t at = 0, letters = 0, lower = 0;

	while (at < text.len) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_digit(c)) {
			shape |= SHAPE_DIGIT;
			continue;
		}
		if (!utf8_is_letter(c)) {
			shape |= utf8_is_number(c) ? 0 : SHAPE_COMPOUND;
			continue;
		}
		shape |= SHAPE_LETTER;
		if (letters++ == 0 && utf8_is_upper(c))
			shape |= SHAPE_CAPITAL;
		lower += !utf8_is_upper(c);
		if (utf8_is_latin(c))
			shape |= SHAPE_LATIN;
		else if (utf8_is_cyrillic(c))
			shape |= SHAPE_CYRILLIC;
	}
	if (letters > 1 && lower == 0)
		shape |= SHAPE_ALL_CAPITAL;
	if ((shape & SHAPE_LATIN) && (shape & SHAPE_CYRILLIC))
		shape |= SHAPE_COMPOUND;
	return (uint8_t)shape;
}

uint8_t words_find_shape(struct words *words, word_id id)
{
	struct word *word = words_get(words, id);

	return word->shape = shape_of(word->text);
}

/* A domain: labels of letters, digits and hyphens with dots between, the last
 * of two letters or more, all of one case pattern that is no sentence end. */
static bool is_address(struct str text)
{
	size_t dot = text.len, at = 0;

	if (str_find(text, STR("://"), 0) < text.len ||
	    (str_find(text, STR("@"), 0) > 0 &&
	     str_find(text, STR("@"), 0) < text.len) ||
	    str_has_prefix(text, STR("www.")))
		return true;
	while (at < text.len) {
		char c = text.data[at];

		if (c == '.')
			dot = at;
		else if (c == '/' && dot < at)
			break;
		else if (!((c >= '0' && c <= '9') || c == '-' || c == '_' ||
			   (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
			return false;
		at++;
	}
	if (dot == 0 || dot >= at || at - dot < 3)
		return false;
	for (size_t i = dot + 1; i < at; i++)
		if (text.data[i] < 'a' || text.data[i] > 'z')
			return false;
	return true;
}

static enum word_kind kind_of(struct str text)
{
	size_t at = 0;
	uint32_t first = utf8_next(text, &at);

	if ((first == '@' || first == '#') && at < text.len)
		return KIND_HANDLE;
	if (is_address(text))
		return KIND_ADDRESS;
	if (utf8_is_digit(first))
		return KIND_NUMBER;
	for (size_t i = 0; i < text.len;) {
		uint32_t c = utf8_next(text, &i);

		if (utf8_is_letter(c))
			return KIND_WORD;
		if (utf8_is_digit(c))
			return KIND_NUMBER;
	}
	return utf8_is_symbol(first) ? KIND_SYMBOL : KIND_PUNCT;
}

enum word_kind words_find_kind(struct words *words, word_id id)
{
	struct word *word = words_get(words, id);

	if (id != 0)
		word->kind = (uint8_t)kind_of(word->text);
	return (enum word_kind)word->kind;
}

lang_id words_lang(struct words *words, struct str code)
{
	word_id id = words_add(words, code);

	for (unsigned i = 0; i < words->lang_count; i++)
		if (words->lang_codes[i] == id)
			return (lang_id)i;
	if (words->lang_count == LANG_MAX)
		return LANG_UND;
	words->lang_codes[words->lang_count] = id;
	return (lang_id)words->lang_count++;
}

void words_keep_langs(struct words *words)
{
	words->lang_kept = words->lang_count;
}

void words_forget_langs(struct words *words)
{
	words->lang_count = words->lang_kept;
}

struct str words_lang_code(const struct words *words, lang_id lang)
{
	return words_text(words, words->lang_codes[lang]);
}

/* A value for every word that there is room for. */
void word_cache_renew(struct word_cache *cache, const struct words *words)
{
	size_t count = words->capacity;

	if (cache->generation != words->generation && cache->count > 0)
		memset(cache->values, 0, cache->count * sizeof *cache->values);
	cache->generation = words->generation;
	if (count <= cache->count)
		return;
	cache->values = memory_resize(cache->values,
				      count * sizeof *cache->values);
	memset(cache->values + cache->count, 0,
	       (count - cache->count) * sizeof *cache->values);
	cache->count = count;
}

void word_cache_release(struct word_cache *cache)
{
	free(cache->values);
	*cache = (struct word_cache)WORD_CACHE_INIT;
}
