/* Words for what a person is (lexicons/roles.tsv) and does (deeds.tsv), marked
 * on the tokens. */
#ifndef ESEP_ROLES_H
#define ESEP_ROLES_H

#include "err.h"
#include "scan.h"

enum {                        /* classes of roles, as bits */
	ROLE_JOURNALIST = 1,
	ROLE_OFFICIAL = 2,
	ROLE_PERSON = 4,
	/* what these are depends on whose they are: role_kinds.h */
	ROLE_HEAD = 8,
	ROLE_CHIEF = 16,
	ROLE_OWNER = 32,
	ROLE_AGENT = 64,
	ROLE_OFFICE = 128
};

enum deed {                   /* what a person is told to do */
	DEED_NONE,
	DEED_JOINS,           /* a role stands beside it: "works as" */
	DEED_DOES,            /* it makes a journalist: "reports for" */
	DEED_RUNS,            /* it does with a medium: "edits" */
	DEED_MAKES,           /* the same where it makes one who is no official
	                         a journalist: "launched" */
	DEED_RUNS_LAST,       /* the same, with the medium before it */
	DEED_BY,              /* the same where the medium stands before it and
	                         the name behind: "founded by" */
	DEED_FOR,             /* the same, for the medium: "covers courts for" */
	DEED_HEADS,           /* the same as DEED_RUNS, and with what is the
	                         state's it makes an official: "chairs" */
	DEED_HEADS_LAST       /* the same, with what is headed before it */
};

struct role_mark {            /* of one token; 0 = no role */
	uint8_t starts, ends; /* classes of the longest role that begins or
	                         ends here */
	uint8_t start_len, end_len; /* its tokens */
	bool exact;           /* the role that starts is in the table's form */
	bool end_exact;       /* so is one that ends */
	bool own;             /* the table has it in the sentence's language */
	bool part;            /* of a word for a part of what owns: department */
	bool link;            /* a word that ties a role to whose it is: of */
	bool also;            /* a word that joins equals: and */
	bool modifier;        /* a word that stands before a role: former */
	bool own_form;        /* and that is in the table's form */
	bool state;           /* of a word for what is the state's */
	bool medium;          /* of a word for what journalists make */
	bool where;           /* a word that leads to places, and to persons in
	                         another case, ends here */
	bool whence;          /* a word that leads to places alone does */
	bool from;            /* a word that leads to whom a person works for */
	bool points;          /* a word that points back: the, этот */
	bool peer;            /* of a word for one who is what another is:
	                         colleague */
	bool serves;          /* of a word before whom something is done for */
	bool its;             /* a word for whose a role is: its */
	bool pronoun, both;   /* a word that means one, several named before */
	uint8_t deed;         /* that starts here */
	uint8_t deed_len;     /* its tokens */
};

struct role_endings;

struct role_marks {
	struct role_mark *items;
	size_t count, capacity;
	const struct role_endings *endings; /* borrowed of the roles */
};

struct roles;

/* errors: of lexicons_load; ERR_FORMAT an unknown class */
int roles_open(struct roles **roles, const struct knowledge *knowledge,
	       struct err *err);
void roles_close(struct roles *roles);

void roles_mark(struct roles *roles, struct scan *scan,
		struct role_marks *marks);

/* The classes of the roles that stand beside a person's name, as they are after
 * role_resolve: before it ("journalist X", "редактор газеты «Y» X", "журналист
 * и активист X"), behind a comma, a dash or in brackets after it ("X, editor of
 * Y and lawyer"), or beside a list that it is in. Of two roles one of which is
 * the other's ("the lawyer of journalist X") the name has the one that is its
 * own. `nominative`: the name is in its base form for certain, so that a role
 * in another case is none of it. After scan_settle. */
unsigned role_of(const struct role_marks *marks, const struct scan *scan,
		 size_t first, size_t end, bool nominative);

/* Whether a role stands behind what may be a name, behind a comma, a dash or in
 * brackets, and no name behind it. */
bool role_is_behind(const struct role_marks *marks, const struct scan *scan,
		    size_t end);

/* Whether a role and a colon or a dash stand before what may be a name. */
bool role_is_announced(const struct role_marks *marks, const struct scan *scan,
		       size_t first);

/* The class of the role that the person's sentence tells behind the name, by
 * what the person does: "X works as a reporter", "X, who edits a weekly". 0
 * where it tells none. After scan_settle. */
unsigned role_by_deed(const struct role_marks *marks, const struct scan *scan,
		      size_t first, size_t end, bool official);

/* Where the list of persons that a name begins or goes on with ends ("X, Y and
 * Z"): `end` where there is none. After scan_settle. */
size_t role_list_end(const struct role_marks *marks, const struct scan *scan,
		     size_t end);

/* Whether the next sentence of the paragraph goes on about somebody of this one
 * as a journalist ("The blogger has left", "Блогер уехал"), whom no other word
 * of it names. */
bool role_is_journalist_next(const struct role_marks *marks,
			     const struct scan *scan, size_t first);

/* Whether the sentence itself goes on so behind a colon or a semicolon ("Дело X
 * слушалось без неё: ведущая живёт в Осло"). `end`: of the name. */
bool role_is_journalist_behind(const struct role_marks *marks,
			       const struct scan *scan, size_t end);

/* What the next sentence of the paragraph tells by deeds of whom this one names,
 * by a pronoun for one or for `several` ("She edits a weekly", "Both are
 * reporters"). After scan_settle. */
unsigned role_told_next(const struct role_marks *marks,
			const struct scan *scan, size_t first, bool several);

/* Whether a word for one who is what somebody named before is stands before a
 * name: "his colleague X". After scan_settle. */
bool role_is_peer(const struct role_marks *marks, const struct scan *scan,
		  size_t first);

#endif
