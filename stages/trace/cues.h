/* The words that tell what a sentence is about: what names an act, who speaks,
 * what makes a statement general. All of them are rows of lexicons:
 * triggers.tsv, verb_forms.tsv, speech.tsv, groups.tsv, clauses.tsv, roles.tsv,
 * numbers.tsv, acts.tsv, events.tsv, places.tsv. */
#ifndef ESEP_CUES_H
#define ESEP_CUES_H

#include "phrases.h"
#include "verb_forms.h"

enum cue_kind {
	CUE_TRIGGER,   /* names an act (triggers.tsv) */
	CUE_SPEECH,    /* names a saying (speech.tsv) */
	CUE_GROUP,     /* people or bodies without a name (groups.tsv) */
	CUE_ROLE,      /* an office or a profession (roles.tsv) */
	CUE_NUMBER,    /* a number word (numbers.tsv) */
	CUE_PART,      /* of a trigger with a gap: never in a list of cues */
	/* clauses.tsv, column cue: */
	CUE_GENERAL,   /* often, as a rule: no single act */
	CUE_NEGATION,
	CUE_MODAL,     /* may, should, will: not done yet */
	CUE_ANYONE,    /* those who, how many: nobody in particular */
	CUE_CONDITION, /* if */
	CUE_ALMOST,    /* nearly: not done */
	CUE_ALMOST_BEHIND, /* the same, behind its verb (kk) */
	CUE_ASKED,     /* whether it was done is asked (ли, ме) */
	CUE_DENY,      /* denies, refutes */
	CUE_FALSE,     /* proved false: what the sentence told is none */
	CUE_DOUBT,     /* allegedly, rumours */
	CUE_PERFECT,   /* has, have: "has beaten" is active */
	CUE_LINK,      /* a deed in -ing behind it was done: after, by */
	CUE_PASSIVE,   /* was, were: the subject of a participle suffers */
	CUE_PRESENT,   /* is, are: with a participle, a habit */
	CUE_UNDONE,    /* a negation that follows its verb (kk) */
	CUE_DUE,       /* a modal that does */
	CUE_RELATIVE,  /* who, which */
	CUE_BREAK,     /* but, although: another clause begins */
	CUE_AND,
	CUE_PRONOUN,   /* he, him */
	CUE_PRONOUNS,  /* they, them */
	CUE_AGENT,     /* by */
	CUE_THAT,      /* what is said follows */
	CUE_DURING,    /* an event beside it dates the act */
	CUE_RESET,     /* in another case: what was told before is over */
	CUE_KINDS
};

enum voice {
	VOICE_ACTIVE,  /* the doer before the trigger, the other behind it */
	VOICE_PASSIVE, /* the subject suffers */
	VOICE_FREE,    /* active, the object on either side (ru, kk) */
	VOICE_NOUN,    /* no verb: "detention of …" */
	VOICE_NEVER,   /* a set phrase that names no act: "death penalty" */
	/* of rows alone: patterns of lexemes, whose cues have a voice above as
	   the form of their verb tells */
	VOICE_VERB,    /* who does it is the verb's subject: detain */
	VOICE_UNDERGO, /* the subject suffers: die, stand trial */
	VOICE_LEXEME   /* a noun: any form of detention */
};

/* NEED_OFFICIAL: who does it is an official, a body or a state outlet.
 * NEED_VERDICT: what the sentence tells beside it may show that there was none
 * yet: see `beside`. */
enum need { NEED_NOTHING, NEED_PARTY, NEED_DATE, NEED_OFFICIAL,
	    NEED_VERDICT };

enum side { SIDE_BEFORE, SIDE_AFTER, SIDE_EITHER };

enum saying {
	SAYING_FRAME,  /* according to X, WORDS */
	SAYING_THAT,   /* X said that WORDS */
	SAYING_END     /* X WORDS said, as in Kazakh */
};

enum group { GROUP_PEOPLE, GROUP_MEDIA, GROUP_STATE };

/* Whom an act of this type befalls, in the first place. */
enum victim { VICTIM_NONE, VICTIM_PEOPLE, VICTIM_MEDIA };

struct cue_row {
	enum cue_kind kind;
	lang_id lang;
	struct str name;       /* type of act, id of group */
	struct str beside;     /* NEED_VERDICT: where the sentence tells an act */
	struct str becomes;    /* of that type, this one's type is this */
	uint64_t number;       /* number words: the value */
	enum voice voice;      /* triggers */
	enum need need;
	enum victim victim;
	enum side side;        /* speech: where the speaker stands */
	enum saying saying;
	enum group group;      /* groups */
	bool verbal;           /* triggers: a verb is in it, whose form counts;
	                          behind the row stand the same ones as
	                          VOICE_PASSIVE and as VOICE_NOUN */
	bool by_stem;          /* every form of its words counts */
	uint32_t head;         /* CUE_PART: the trigger's row, */
	unsigned part, parts;  /* which of how many */
};

struct cue {
	const struct cue_row *row;
	size_t first, end;     /* tokens of the document, half-open */
	size_t verb;           /* verbal triggers: which token the verb is */
	struct verb_form form; /* and its form; else VERB_NONE */
};
struct cue_list { struct cue *items; size_t count, capacity; };

struct cues;

/* Load the tables, and the languages to split and stem their patterns.
 * errors: those of lexicons_table and languages_need; ERR_FORMAT for a word
 * that a column does not know (file:line). */
int cues_open(struct cues **cues, const struct knowledge *knowledge,
	      struct err *err);
void cues_close(struct cues *cues);

/* Set `out` to the cues in a sentence, by first token. Those of one kind do
 * not overlap, but for triggers with a gap, in which others may stand: the
 * first and longest counts. Rows of another language than the sentence's are
 * passed over, and so are matches by stem where the row does not ask for them.
 * cost  linear in the sentence's tokens */
void cues_find(struct cues *cues, const struct document *doc, size_t sentence,
	       struct cue_list *out);

/* The id of the place that a country code (ISO 3166-1) names, or empty. */
struct str cues_country(const struct cues *cues, struct str code);

/* The date of an event (EDTF), or empty. */
struct str cues_event_date(const struct cues *cues, struct str event);

/* Whether a place id is a country. */
bool cues_is_country(const struct cues *cues, struct str place);

#endif
