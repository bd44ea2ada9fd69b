/* Names that no table has, out of documents, brought together by their keys. */
#ifndef ESEP_GATHER_H
#define ESEP_GATHER_H

#include "document.h"
#include "interned.h"
#include "kinds.h"
#include "passing.h"

enum {                        /* bits of proposal.why: what speaks for a name */
	WHY_FOUND = 1,        /* esep-tag took it for one, by its shape */
	WHY_ADDRESS = 2,      /* a web address or a handle */
	WHY_KIND_WORD = 4,    /* a word for newspapers, ministries … beside it */
	WHY_QUOTED = 8,
	WHY_ABBREVIATION = 16,
	WHY_CAPITALS = 32
};

struct proposed_form {        /* a spelling */
	uint32_t proposal;    /* index */
	struct str text, lang;
	int64_t count;
};

struct proposal {
	struct str id;                 /* that esep-tag gave it, or empty */
	int64_t count, documents, last_document;
	unsigned why;
	uint32_t votes[MENTION_TYPES]; /* of words beside it */
	struct str example;            /* the first sentence that has it */
	struct str document;           /* of that sentence */
	uint32_t line;                 /* of the source, 0 = unknown */
	bool is_person;                /* begins with a given name */
	bool is_known_word;            /* one word, which its language has */
};

struct gathered {
	struct kinds *kinds;
	const struct passing *passing;    /* sentences to look at; NULL: all */
	struct interned keys;
	LIST(struct proposal) list;       /* by the number of the key; [0] unused */
	struct interned ids;              /* that esep-tag gave */
	LIST(uint32_t) of_ids;            /* by the number: the proposal */
	struct interned form_keys;        /* proposal and spelling */
	LIST(struct proposed_form) forms; /* by the number; [0] unused */
	LIST(uint8_t) covered;            /* reused: tokens of mentions */
	struct strbuf buf;                /* reused */
	struct arena arena;
};

void gathered_init(struct gathered *gathered, struct kinds *kinds);
void gathered_release(struct gathered *gathered);

/* Add the names of a document, which is the `number`th. */
void gathered_add(struct gathered *gathered, const struct document *doc,
		  int64_t number);

#endif
