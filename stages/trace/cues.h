/* The words that tell what a sentence is about: what names an act, who speaks,
 * what makes a statement general. All of them are rows of lexicons:
 * triggers.tsv, verb_forms.tsv, speech.tsv, speakers.tsv, groups.tsv,
 * pronouns.tsv, clauses.tsv, roles.tsv, durations.tsv, numbers.tsv, acts.tsv,
 * events.tsv, places.tsv. */
#ifndef ESEP_CUES_H
#define ESEP_CUES_H

#include "phrases.h"
#include "verb_forms.h"

enum cue_kind {
	CUE_TRIGGER,   /* names an act (triggers.tsv) */
	CUE_SPEECH,    /* names a saying (speech.tsv) */
	CUE_GROUP,     /* people or bodies without a name (groups.tsv) */
	CUE_NOUN,      /* the same by its lexeme: one, or as many as are told */
	CUE_ROLE,      /* an office or a profession (roles.tsv) */
	CUE_NUMBER,    /* a number word (numbers.tsv) */
	CUE_PART,      /* of a trigger with a gap: never in a list of cues */
	CUE_DURATION,  /* a word for a time that lasts (durations.tsv) */
	CUE_SPEAKER,   /* who may say something (speakers.tsv) */
	CUE_PRONOUN,   /* he, him (pronouns.tsv) */
	CUE_PRONOUNS,  /* they, both */
	CUE_IT,        /* it: an outlet */
	CUE_FIRST,     /* the former, the latter: of two */
	CUE_SECOND,
	CUE_WHOSE,     /* his */
	CUE_WHOSE_SEVERAL,
	CUE_ITS,
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
	CUE_REFUSED,   /* dismissed the appeal: what it asked for is none */
	CUE_FALSE,     /* proved false: what the sentence told is none */
	CUE_DOUBT,     /* allegedly, rumours */
	CUE_PERFECT,   /* has, have: "has beaten" is active */
	CUE_DEED,      /* a deed in -ing behind it was done: after, before */
	CUE_PASSIVE,   /* was, were: the subject of a participle suffers */
	CUE_PRESENT,   /* is, are: with a participle, a habit */
	CUE_UNDONE,    /* a negation that follows its verb (kk) */
	CUE_DUE,       /* a modal that does */
	CUE_RELATIVE,  /* who, which */
	CUE_BREAK,     /* but, although: another clause begins */
	CUE_AND,
	CUE_AGENT,     /* by */
	CUE_ASIDE,     /* in, near: what follows neither does nor suffers */
	CUE_TOWARD,    /* against: what follows suffers */
	CUE_ARTICLE,   /* every, other: a participle behind it is its noun's */
	CUE_SOME,      /* a, one of: who follows was not spoken of before */
	CUE_THOSE,     /* the, these: who follow were spoken of before */
	CUE_AMONG,     /* including: the names of a group follow */
	CUE_THAT,      /* what is said follows */
	CUE_DURING,    /* an event beside it dates the act */
	CUE_RESET,     /* in another case: what was told before is over */
	CUE_EARLIER,   /* before: neither is the day the same */
	CUE_DATED,     /* published, born: a date beside it is no act's */
	CUE_AGAIN,     /* this, the ruling: what was told before */
	CUE_HAPPENED,  /* took place: when that was */
	CUE_CASES,     /* cases, violations: acts that are counted */
	CUE_RECORDED,  /* were registered: what is counted */
	CUE_SUSPENDED, /* of a sentence */
	CUE_DROPPED,   /* of a case */
	CUE_SPAN,      /* over the year: what is told is a total */
	CUE_WHERE,     /* in: what happens happens at the place behind it */
	CUE_FROM,      /* from: nothing happens there */
	CUE_PREPOSITION, /* of, with: what stands behind is no subject */
	CUE_AUDIENCE,  /* in an interview with: no speaker stands behind it */
	CUE_POSTPOSITION, /* as preposition and audience, behind the name */
	CUE_ASKS,      /* why, whether: what is asked begins with it */
	CUE_LINK,      /* however: stands before what is said, no part of it */
	CUE_SUBJECT,   /* the pronoun is he, not him */
	CUE_LAPSE,     /* after, ago: a time beside it has passed */
	CUE_FINITE,    /* a participle before it tells an act, no quality */
	CUE_WANTED,    /* demands, in order to, against: the deed in a noun
	                  before it was not done for that (kk) */
	CUE_OWNER,     /* of: joins somebody to whose he is */
	CUE_GROUND,    /* suspected of: what is named behind it is why */
	CUE_LAW,       /* bill, amendments */
	CUE_TOPIC,     /* press, rally: media or expression are spoken of */
	CUE_SHARE,     /* most of: who follows is a subject nonetheless */
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
	VOICE_LEXEME,  /* a noun: any form of detention */
	VOICE_REFUSE   /* as VOICE_VERB, of a negated verb: not let in */
};

/* NEED_OFFICIAL: who does it is an official, a body or a state outlet.
 * NEED_LAW: a law or a word for one is near, and the sentence has a date.
 * NEED_VERDICT: what the sentence tells beside it may show that there was none
 * yet: see `beside`. */
enum need { NEED_NOTHING, NEED_PARTY, NEED_DATE, NEED_OFFICIAL,
	    NEED_VERDICT, NEED_LAW };

enum side {
	SIDE_BEFORE, SIDE_AFTER, SIDE_EITHER,
	SIDE_SEVERAL,  /* before it, and more than one: they claim */
	SIDE_PLURAL,   /* either, and no single person */
	SIDE_WITHIN,   /* a name between the cue's words: in X's view */
	SIDE_ONE,      /* a pronoun among the cue's words: in her view */
	SIDE_MANY,     /* in their view */
	SIDE_SUBJECT   /* who speaks in the clause: "…, adding that" */
};

enum saying {
	SAYING_FRAME,  /* according to X, WORDS */
	SAYING_THAT,   /* X noted that WORDS */
	SAYING_CLAUSE, /* the same, and X said WORDS */
	SAYING_ASK,    /* X asked why WORDS */
	SAYING_END,    /* X WORDS said, as in Kazakh */
	SAYING_TOLD,   /* the same, where WORDS end as an object does */
	SAYING_QUOTE,  /* X blamed “WORDS”; «WORDS» деп: none without marks */
	SAYING_OBJECT  /* the same, and X urged WORDS: right behind the verb */
};

/* What a group is; those behind media are doers, by their class. */
enum group {
	GROUP_PEOPLE, GROUP_MEDIA, GROUP_STATE, GROUP_POLICE, GROUP_COURT,
	GROUP_PRIVATE, GROUP_UNKNOWN,
	GROUP_KIN              /* people who are somebody's: colleagues */
};

/* What an act of this type may lead to, or be done under, as bits. */
enum { OUTCOME_TERM = 1, OUTCOME_AMOUNT = 2, OUTCOME_DROPPED = 4,
       OUTCOME_LAW = 8 };

/* Whom an act of this type befalls, in the first place. */
enum victim {
	VICTIM_NONE, VICTIM_PEOPLE, VICTIM_MEDIA,
	VICTIM_EITHER,         /* people or media, but none where it is told */
	VICTIM_SPOKEN_OF       /* people its clause has, and nobody before */
};

struct cue_row {
	enum cue_kind kind;
	lang_id lang;
	struct str name;       /* type of act, id of group, duration, class of
	                          role */
	struct str several;    /* speakers: the id of more than one */
	bool known, work;      /* speakers: whoever was told of before;
	                          a thing that somebody made: a survey */
	struct str beside;     /* NEED_VERDICT: where the sentence tells one */
	struct str becomes;    /* of that type, this one's type is this */
	struct str within;     /* the type that such an act is part of, where
	                          one sentence tells both of one target */
	bool lasts;            /* several days of it are one act */
	bool undoes;           /* what is named beside it is undone by it */
	bool topical;          /* it counts only where media or expression are
	                          spoken of */
	uint64_t number;       /* number words: the value */
	enum voice voice;      /* triggers */
	enum need need;
	enum victim victim;
	unsigned outcomes;     /* OUTCOME_* */
	enum side side;        /* speech: where the speaker stands */
	enum saying saying;
	enum group group;      /* groups */
	bool verbal;           /* triggers: a verb is in it, whose form counts;
	                          behind the row stand the same ones as
	                          VOICE_PASSIVE and as VOICE_NOUN */
	bool negated;          /* the verb must be negated */
	bool by_stem;          /* every form of its words counts */
	uint32_t head;         /* CUE_PART: the trigger's row, */
	unsigned part, parts;  /* which of how many */
	unsigned cases;        /* pronouns: bits of noun_cases.h */
	bool alone;            /* pronouns: none before a noun ("the second") */
};

struct cue {
	const struct cue_row *row;
	size_t first, end;     /* tokens of the document, half-open */
	size_t length;         /* words that were matched: no gap */
	size_t verb;           /* verbal triggers: which token the verb is */
	struct verb_form form; /* and its form; else VERB_NONE */
	bool negated;          /* by its form */
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

/* The date of an event (EDTF), or empty. */
struct str cues_event_date(const struct cues *cues, struct str event);

/* Whether a place's name in this form tells where something is, by its ending
 * (place_signs.tsv). */
bool cues_is_where(const struct cues *cues, lang_id lang, struct str form);

/* Whether a place id is a country. */
bool cues_is_country(const struct cues *cues, struct str place);

#endif
