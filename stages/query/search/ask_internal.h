/* The signs that a question is made of; for ask*.c alone. */
#ifndef ESEP_ASK_INTERNAL_H
#define ESEP_ASK_INTERNAL_H

#include "ask.h"

enum ask_sign { SIGN_END, SIGN_OPEN, SIGN_CLOSE, SIGN_AND, SIGN_OR, SIGN_NOT,
		SIGN_MINUS, SIGN_NEAR, SIGN_TERM };

struct ask_reader {
	struct ask *ask;
	struct str text;
	const struct ask_pairs *pairs;
	size_t at;            /* behind the sign */
	size_t start;         /* where the sign begins */
	enum ask_sign sign;
	struct ask_node term; /* of SIGN_TERM */
	unsigned near;        /* of SIGN_NEAR */
	struct str skipped;   /* the first word that is nothing */
	unsigned depth;
};

/* Read the next sign of the text. errors: ERR_USAGE */
int ask_next_sign(struct ask_reader *reader, struct err *err);

/* Fail with what is wrong at a byte of the text. */
int ask_complain(const struct ask_reader *reader, size_t at, const char *what,
		 struct err *err);

#endif
