/* Words for what a person is (lexicons/roles.tsv) and does (deeds.tsv), marked
 * on the tokens. */
#ifndef ESEP_ROLES_H
#define ESEP_ROLES_H

#include "err.h"
#include "scan.h"

enum {                        /* classes of roles, as bits */
	ROLE_JOURNALIST = 1,
	ROLE_OFFICIAL = 2,
	ROLE_PERSON = 4
};

enum deed {                   /* what a person is told to do */
	DEED_NONE,
	DEED_JOINS,           /* a role stands beside it: "works as" */
	DEED_DOES,            /* it makes a journalist: "reports for" */
	DEED_RUNS,            /* it does with a medium: "edits" */
	DEED_RUNS_LAST        /* the same, with the medium before it */
};

struct role_mark {            /* of one token; 0 = no role */
	uint8_t starts, ends; /* classes of the longest role that begins or
	                         ends here */
	uint8_t start_len, end_len; /* its tokens */
	bool singular;        /* the role that starts is in the table's form */
	bool medium;          /* a word for what journalists make starts here */
	bool where;           /* a word that leads to places, and to persons in
	                         another case, ends here */
	bool whence;          /* a word that leads to places alone does */
	bool points;          /* a word that points back: the, этот */
	uint8_t deed;         /* that starts here */
	uint8_t deed_len;     /* its tokens */
};

struct role_marks { struct role_mark *items; size_t count, capacity; };

struct roles;

/* errors: of lexicons_load; ERR_FORMAT an unknown class */
int roles_open(struct roles **roles, const struct knowledge *knowledge,
	       struct err *err);
void roles_close(struct roles *roles);

void roles_mark(struct roles *roles, struct scan *scan,
		struct role_marks *marks);

/* The classes of the roles that stand beside a person's name: right before it
 * ("journalist X", "редактор газеты «Y» X"), behind a comma after it ("X,
 * editor of Y"), or before a list that it is in. An office in a named
 * organisation makes no official. After scan_settle. */
unsigned role_of(const struct role_marks *marks, const struct scan *scan,
		 size_t first, size_t end);

/* The class of the role that the person's sentence tells behind the name, by
 * what the person does: "X works as a reporter", "X, who edits a weekly". 0
 * where it tells none. After scan_settle. */
unsigned role_by_deed(const struct role_marks *marks, const struct scan *scan,
		      size_t end);

/* Whether the next sentence of the paragraph goes on about somebody of this one
 * as a journalist ("The blogger has left"), whom no other word of it names. */
bool role_is_journalist_next(const struct role_marks *marks,
			     const struct scan *scan, size_t first);

#endif
