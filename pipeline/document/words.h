/* Words: every spelling is kept once, and with it what belongs to a spelling.
 *
 * Tokens hold the number of their word, so that a fold, a stem, a key or a
 * lexicon look-up is computed once a spelling and not once a token. The table
 * outlives documents; words_trim empties it when it has grown large, between
 * two documents, so that memory does not grow with the corpus. Numbers are
 * private to a process and never leave it. Not safe for use by two threads. */
#ifndef ESEP_WORDS_H
#define ESEP_WORDS_H

#include "mention_types.h"

typedef uint32_t word_id;   /* 0 is the empty word */
typedef uint8_t lang_id;    /* 0 is "und" (ISO 639-2) */

enum { LANG_UND = 0, LANG_MAX = 8 };

/* What a token is, by its spelling alone. */
enum word_kind {
	KIND_UNKNOWN,  /* not looked at yet */
	KIND_WORD,     /* holds a letter */
	KIND_NUMBER,   /* begins with a digit (2022, 1,234.5, 2022-жылы) */
	KIND_PUNCT,
	KIND_SYMBOL,   /* $ % § +, emoji */
	KIND_ADDRESS,  /* URL, e-mail address, bare domain (Orda.kz) */
	KIND_HANDLE    /* @name, #tag */
};

/* How a word is written; bits of `shape`. */
enum {
	SHAPE_KNOWN = 1,        /* the others were computed */
	SHAPE_CAPITAL = 2,      /* the first letter is upper case */
	SHAPE_ALL_CAPITAL = 4,  /* two letters or more, none lower case */
	SHAPE_LATIN = 8,        /* holds a Latin letter */
	SHAPE_CYRILLIC = 16,    /* holds a Cyrillic letter */
	SHAPE_DIGIT = 32,       /* holds a digit */
	SHAPE_LETTER = 64,      /* holds a letter */
	SHAPE_COMPOUND = 128    /* is no run of letters and digits alone, or one
	                           of two scripts; see word_parts.h */
};

/* As much as is often asked for of a spelling, in one line of the processor's
 * cache. */
enum { WORD_HEAD = 24 };
struct word {
	struct str text;          /* as written, NFC, NUL-terminated */
	char head[WORD_HEAD];     /* its first bytes */
	uint32_t hash;
	word_id fold;             /* lower case; see words_fold */
	word_id key;              /* name key; 0 until names_key computed it */
	word_id stem;             /* in stem_lang; 0 until it was asked for */
	uint16_t foreign;         /* see languages_of_word; 0 = not known */
	lang_id stem_lang;
	uint8_t kind, shape;
	bool is_lemma;            /* the stem is the lemma for certain */
};

struct word_slot {
	uint32_t hash;
	word_id id;               /* 0 = free */
};

struct words {
	struct word *list;        /* by word_id; each in one line */
	size_t count, capacity;
	struct word_slot *slots;  /* open addressing */
	word_id ascii[128];       /* words of one ASCII character, once added */
	size_t slot_count;        /* a power of two */
	struct arena arena;
	word_id lang_codes[LANG_MAX];
	unsigned lang_count;
	unsigned lang_kept; /* how many words_forget_langs leaves */
	struct mention_types types; /* of mentions in what is made of them */
	unsigned generation;      /* moves on when words_trim emptied it */
};

void words_init(struct words *words);
void words_release(struct words *words);

/* Empty the table if it holds more than a hundred thousand words; the language
 * numbers stay. Call it between documents only: all word_ids become invalid. */
void words_trim(struct words *words);

/* The number of a spelling; copies `text` when it is new. */
word_id words_add(struct words *words, struct str text);

/* The numbers of several spellings, as words_add gives them one by one, but
 * sooner: memory is asked for a few words ahead of its use. */
enum { WORDS_BATCH = 32 };
void words_add_batch(struct words *words, const struct str *texts,
		     word_id *ids, size_t count); /* at most WORDS_BATCH */

/* Valid until the next words_add. */
static inline struct word *words_get(struct words *words, word_id id)
{
	return &words->list[id];
}

/* The text stays valid as long as the word. */
static inline struct str words_text(const struct words *words, word_id id)
{
	return words->list[id].text;
}

/* In lower case. Computed once, and then a look. */
word_id words_find_fold(struct words *words, word_id id);
static inline word_id words_fold(struct words *words, word_id id)
{
	word_id fold = words->list[id].fold;

	return fold ? fold : words_find_fold(words, id);
}

/* Computed once, and then a look. */
uint8_t words_find_shape(struct words *words, word_id id);
enum word_kind words_find_kind(struct words *words, word_id id);

static inline uint8_t words_shape_of(struct words *words,
				     const struct word *word)
{
	return word->shape ? word->shape
		: words_find_shape(words, (word_id)(word - words->list));
}

static inline enum word_kind words_kind_of(struct words *words,
					   const struct word *word)
{
	return word->kind != KIND_UNKNOWN ? (enum word_kind)word->kind
		: words_find_kind(words, (word_id)(word - words->list));
}

/* Whether it is a word, a number, an address or a handle: no mark. */
static inline bool words_is_word(struct words *words, word_id id)
{
	enum word_kind kind = words_kind_of(words, words_get(words, id));

	return kind == KIND_WORD || kind == KIND_NUMBER ||
	       kind == KIND_ADDRESS || kind == KIND_HANDLE;
}

static inline uint8_t words_shape(struct words *words, word_id id)
{
	return words_shape_of(words, words_get(words, id));
}

static inline enum word_kind words_kind(struct words *words, word_id id)
{
	return words_kind_of(words, words_get(words, id));
}

/* Languages by number; ERR: returns LANG_UND when LANG_MAX codes are taken. */
lang_id words_lang(struct words *words, struct str code);
struct str words_lang_code(const struct words *words, lang_id lang);

/* The languages so far stay; others, which a document brings, are forgotten
 * before the next, so that they take no room from its own. */
void words_keep_langs(struct words *words);
void words_forget_langs(struct words *words);

/* A number of one's own for each word, 0 at first: what a lexicon or a
 * classifier knows of it. Forgets itself when the words were trimmed. */
struct word_cache {
	uint32_t *values;
	size_t count;
	unsigned generation;
};
#define WORD_CACHE_INIT { NULL, 0, 0 }
void word_cache_renew(struct word_cache *cache, const struct words *words);
static inline uint32_t *word_cache_at(struct word_cache *cache,
				      const struct words *words, word_id id)
{
	if (cache->generation != words->generation || id >= cache->count)
		word_cache_renew(cache, words);
	return &cache->values[id];
}
void word_cache_release(struct word_cache *cache);

#endif
