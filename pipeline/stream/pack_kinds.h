/* The kinds of tokens of a document, by their forms: what a pack tells once. */
#ifndef ESEP_PACK_KINDS_H
#define ESEP_PACK_KINDS_H

#include "slots.h"
#include "words.h"

struct pack_kind {
	word_id form, stem, key, inner; /* 0: none */
	lang_id lang;
	bool is_lemma;           /* the stem is */
};

struct pack_form {
	word_id form;
	uint32_t last;           /* the kind of the last token; 0: none came */
};

struct pack_kinds {
	LIST(struct pack_kind) list; /* in the order they came; [0] is unused */
	struct slots by_form;        /* numbers of forms */
	LIST(struct pack_form) forms;
	struct slots known;          /* kinds, for pack_kinds_find */
};

/* A form's entry, made if it is new. Valid until the next call. */
struct pack_form *pack_kinds_form(struct pack_kinds *kinds, word_id form);

/* The number of a kind; 0: there is none such. */
uint32_t pack_kinds_find(const struct pack_kinds *kinds,
			 const struct pack_kind *kind);

/* Whether two are the same. */
bool pack_kinds_same(const struct pack_kind *a, const struct pack_kind *b);

/* Add one, which is that of the form's last token. */
void pack_kinds_add(struct pack_kinds *kinds, struct pack_form *form,
		    const struct pack_kind *kind);

void pack_kinds_release(struct pack_kinds *kinds);

#endif
