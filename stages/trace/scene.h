/* One sentence made ready: its cues, its clauses, what stands in quotation
 * marks, and the parties in it: named or counted people, outlets, bodies. */
#ifndef ESEP_SCENE_H
#define ESEP_SCENE_H

#include "cues.h"
#include "noun_cases.h"

/* A longer sentence is no sentence (a list, a broken file) and is passed over;
 * the bound keeps all that looks around a word within bounds. */
enum { SCENE_TOKENS = 512 };

enum party_class {
	PARTY_PEOPLE,      /* journalists and other persons */
	PARTY_MEDIA,       /* outlets and platforms */
	PARTY_ORG,
	PARTY_OFFICIAL,
	PARTY_STATE,       /* bodies */
	PARTY_CLASSES
};

struct party {
	size_t first, end; /* tokens of the document, half-open */
	size_t from;       /* where what belongs to it begins: "reporter of X" */
	size_t until;      /* where that ends: "X, who writes for Y" */
	size_t head;       /* the noun that shows its case, or SIZE_MAX */
	size_t first_end;  /* of several: where the first one ends */
	size_t last;       /* … and where the last one begins */
	enum party_class class;
	enum mention_type type; /* if it is named */
	struct str id;     /* canonical ids with ';' between; a group's id, with
	                      its number in front: "41_journalists" */
	bool many;         /* more than one */
	bool named;        /* canonical ids, not a group */
	bool counted;      /* a group with a number */
	bool told;         /* "the blogger": one without a name, who may have
	                      been spoken of before */
	bool kin;          /* somebody's: who that is was not told by it */
	bool inner;        /* belongs to the phrase of another one */
	bool meant;        /* a voice: a noun for somebody named before */
	unsigned number;   /* how many, 0: not told */
	struct str doer;   /* its class as an actor, or empty */
};

struct scene_token {              /* a token of the sentence */
	uint32_t segment;  /* which clause, as ; : — and "but" part them */
	uint32_t relatives;/* relative pronouns up to here */
	uint32_t ands;     /* the same of "and" */
	uint32_t verbs;    /* the same of verbs that name an act */
	uint32_t chunk;    /* which stretch between commas, relative pronouns
	                      and the bounds of clauses; the commas of
	                      "Berkeley, California," are none */
	uint32_t stretch;  /* quoted stretch from 1; 0 = none */
	bool mention;      /* inside a mention */
	uint8_t doer;      /* of a word inside a name that tells what it is: a
	                      group, plus 1; else 0 */
	bool place;        /* inside one of a place */
	bool date;         /* … of a date */
};

struct stretch {           /* between quotation marks, without them */
	size_t first, end;
};

struct scene {
	const struct type_facts *types; /* set once, before scene_read */
	const struct noun_cases *noun_cases; /* the same */
	struct document *doc;
	size_t sentence;
	size_t first, end;            /* tokens */
	size_t mentions, mentions_end;/* of the sentence, in doc->mentions */
	bool open;                    /* a quotation goes on behind it */
	bool entry;                   /* it stands under a day, where acts are
	                                 told in the present too; set by who
	                                 knows */
	struct cue_list cues;
	bool has[CUE_KINDS];          /* of which kinds there are cues */
	LIST(struct scene_token) tokens;
	LIST(struct stretch) stretches;
	LIST(struct party) parties;   /* by first token */
	LIST(struct party) voices;    /* set by voices_find */
};

/* Read a sentence. `open` tells whether a quotation of the sentence before
 * goes on. False if the sentence is empty or longer than SCENE_TOKENS. The
 * strings live in the document's arena or the lexicons.
 * cost  linear in the sentence's tokens, mentions and cues */
bool scene_read(struct scene *scene, struct cues *cues, struct document *doc,
		size_t sentence, bool open);
void scene_release(struct scene *scene);

/* The first mention of a document that begins at `token` or behind it, or their
 * count.
 * cost  logarithmic in the mentions */
size_t scene_mentions_from(const struct document *doc, size_t token);

const struct scene_token *scene_token(const struct scene *scene, size_t token);
struct str scene_text(const struct scene *scene, size_t token);

/* Whether a token has no letter or digit at its beginning. */
bool scene_is_mark(const struct scene *scene, size_t token);

/* In lower case; its stem, empty if it has none. */
struct str scene_fold(const struct scene *scene, size_t token);
struct str scene_stem(const struct scene *scene, size_t token);

/* The first cue of a kind that begins in [first, end), or NULL. */
const struct cue *scene_cue(const struct scene *scene, enum cue_kind kind,
			    size_t first, size_t end);

/* The tokens of the clause that holds `token`. */
void scene_segment(const struct scene *scene, size_t token, size_t *first,
		   size_t *end);

/* `reach` tokens before and behind `from`, within the sentence. */
size_t scene_back(const struct scene *scene, size_t from, size_t reach);
size_t scene_on(const struct scene *scene, size_t from, size_t reach);

/* The first comma in [first, end), or `end`. */
size_t scene_comma(const struct scene *scene, size_t first, size_t end);

#endif
