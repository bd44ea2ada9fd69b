/* The trie of `phrases`: phrases.c puts patterns in, phrases_match.c follows it.
 * Others use phrases.h. */
#ifndef ESEP_PHRASES_INTERNAL_H
#define ESEP_PHRASES_INTERNAL_H

#include "interned.h"
#include "phrases.h"
#include "string_map.h"
#include "utf8.h"

/* A trie over words. Each word of a phrase is one edge: in a language it is
 * labelled with the stem, which equal forms share, so that no two paths lead
 * to one phrase; whether the forms were equal too is looked at afterwards. */

enum {
	STEM_LEAST = 3, /* letters */
	LABEL_PREFIX = LANG_MAX, /* below: the language of a stem, UND a form */
	LABEL_ANY,
	LABEL_WHOLE,         /* from here: a form that is a stem of others */
	LABEL_BITS = 5,
	FIRST_SLOTS = 1 << 10,
	NO_FORM = 0
};

struct node {
	uint32_t first_entry, last_entry; /* 0 = none */
	uint32_t labels;         /* kinds of the edges that leave, as bits */
	uint32_t rests;          /* first in `rests`; 0 = none */
};

struct edge {
	uint32_t node, label;   /* label: string << LABEL_BITS | kind */
	uint32_t next;          /* 0 = a free slot, as none leads to the root */
};

struct entry {                   /* one phrase that is in the trie */
	uint32_t value, next;
	uint32_t order;          /* of adding: its number in `waiting` */
	uint32_t forms;          /* its last word in `forms` */
	bool open;               /* a word of it is not taken by its form */
};

struct spelled {                 /* a word of an entry */
	uint32_t string;         /* NO_FORM: not taken by its form */
	uint32_t before;         /* the word before it, 0 = it is the first */
};

/* What a pattern with alternatives goes on with behind the words that lead to
 * a node. It is taken into the trie when a text comes to that node: few of the
 * ways through a pattern are ever gone. */
struct rest {
	uint32_t pattern, at;    /* in `waiting`; the byte */
	uint32_t forms;          /* of the words before it, as in an entry */
	uint32_t next;           /* of the same node; 0 = none */
	bool open;
};

struct reading {                 /* how a pattern's words are taken */
	lang_id split;
	lang_id stems, last; /* of all words, of the last; UND: by forms */
};

/* A pattern that waits until a text has a word that begins as its first one
 * does: of a lexicon's names few occur in a report. */
struct waiting {
	const char *pattern;
	uint32_t len;
	uint32_t value;
	uint32_t next;           /* of the same beginning; 0 = none */
	struct reading reading;
	bool choices;            /* braces hold alternatives */
};

struct starter {                 /* a first word of one with alternatives */
	const char *word;
	uint32_t len, behind;
	uint32_t pattern, next;  /* as above */
};

struct bucket { uint32_t waiting, starters; }; /* the first ones; 0 = none */

/* All nodes that a run of words leads to from the root, as the words may be
 * taken by their forms, stems or beginnings, and the phrases that end there.
 * States are made when a text has such words; steps lead from one to the next. */
struct state {
	uint32_t first_node, node_count;   /* in state_nodes */
	uint32_t first_entry, entry_count; /* in state_entries */
};

struct step {
	uint32_t from;           /* 0 = a free slot */
	word_id form;            /* of a token, and its language */
	uint32_t to;
	lang_id lang;
};

struct phrases {
	struct languages *languages;
	struct words *words;
	LIST(struct node) nodes; /* [0] is the root */
	LIST(struct entry) entries; /* [0] is unused */
	LIST(struct spelled) forms; /* [0] is unused, as in the next two */
	LIST(struct rest) rests;
	LIST(struct starter) starters;
	struct interned strings;
	struct edge *edges;
	size_t edge_count, edge_slots;
	size_t longest_prefix;   /* bytes */
	uint64_t prefix_letters; /* first ones of prefixes: see letter_bit */
	LIST(struct waiting) waiting; /* [0] is unused */
	uint32_t sorted;         /* so many of them are in a bucket or trie */
	struct string_map beginnings; /* of a word: index in `first`, plus 1 */
	LIST(struct bucket) first; /* what waits for a beginning; without any,
	                              what is in the trie has it */
	bool begins_anyhow;      /* what is there may begin as no bucket tells */
	struct arena arena;      /* owns the patterns that were copied */
	unsigned langs;          /* languages whose stems are asked, bits */
	struct word_cache known; /* of each form, in the text of each language:
	                            see is_ready and begins_none */
	struct pieces pieces;    /* reused */
	struct strbuf fold, word; /* reused */
	LIST(struct state) states; /* [0] is nowhere, [1] the root */
	LIST(uint32_t) state_nodes, state_entries;
	struct step *steps;      /* open addressing */
	size_t step_count, step_slots;
	unsigned generation;     /* of the words and patterns that they are of */
	LIST(uint32_t) path;     /* reused: the states of a match */
};

static inline size_t edge_slot(const struct edge *edges, size_t slots, uint32_t node,
			uint32_t label)
{
	uint32_t hash = node * 2654435761u ^ label * 2246822519u;
	size_t slot;

	hash ^= hash >> 15;
	slot = hash & (slots - 1);
	while (edges[slot].next &&
	       (edges[slot].node != node || edges[slot].label != label))
		slot = (slot + 1) & (slots - 1);
	return slot;
}

/* Letters that differ may share a bit. */
static inline uint64_t letter_bit(struct str text)
{
	size_t at = 0;

	return text.len > 0 ? UINT64_C(1) << (utf8_next(text, &at) & 63) : 0;
}

static inline uint32_t label_of(uint32_t string, unsigned kind)
{
	return string << LABEL_BITS | kind;
}

/* Bits of `known`: no pattern waits for the form, and none begins with it, which
 * most words are looked at for. */
static inline uint32_t is_ready(lang_id lang)
{
	return UINT32_C(1) << lang;
}

static inline uint32_t begins_none(lang_id lang)
{
	return UINT32_C(1) << (LANG_MAX + lang);
}

/* Take into the trie what waits for a token of a form or its stems. Gives the
 * languages, as bits, of which a stem may begin a phrase. */
unsigned phrases_get_ready(struct phrases *p, const struct token *token,
			   word_id form);

/* Take into the trie what goes on behind a node. */
void phrases_go_on(struct phrases *p, uint32_t node);

/* The stem by which a word is found: in a text that a language is written in
 * its other script that of the usual one's spelling. */
word_id phrases_stem(struct phrases *p, const struct token *token,
		     lang_id lang, word_id form);

#endif
