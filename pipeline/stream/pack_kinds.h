/* The kinds of tokens of a document, by their forms: what a pack tells once. */
#ifndef ESEP_PACK_KINDS_H
#define ESEP_PACK_KINDS_H

#include "words.h"

struct pack_kind {
	word_id form, stem, key; /* 0: none */
	lang_id lang;
	bool is_lemma;           /* the stem is */
	uint32_t next;           /* of the same form, in the order they came up */
};

struct pack_form {
	word_id form;
	uint32_t first, last;    /* kinds: the first; that of the last token */
};

struct pack_kinds {
	LIST(struct pack_kind) list; /* [0] is unused */
	struct pack_form *slots;     /* open addressing; first 0: free */
	size_t slot_count;           /* a power of two */
	size_t form_count;
};

/* A form's entry, made if it is new: then it has no kinds. Valid until the next
 * call. */
struct pack_form *pack_kinds_form(struct pack_kinds *kinds, word_id form);

/* The number of a kind among those of its form, from 1; 0: it has none such. */
size_t pack_kinds_rank(const struct pack_kinds *kinds,
		       const struct pack_form *form,
		       const struct pack_kind *kind);

/* The kind of that number; 0: there are not so many. */
uint32_t pack_kinds_at(const struct pack_kinds *kinds,
		       const struct pack_form *form, size_t rank);

/* Whether two of one form are the same. */
bool pack_kinds_same(const struct pack_kind *a, const struct pack_kind *b);

/* Add one to those of a form. */
void pack_kinds_add(struct pack_kinds *kinds, struct pack_form *form,
		    const struct pack_kind *kind);

void pack_kinds_release(struct pack_kinds *kinds);

#endif
