/* What finding persons and joining them share. Others use persons.h. */
#ifndef ESEP_PERSONS_INTERNAL_H
#define ESEP_PERSONS_INTERNAL_H

#include "persons.h"

struct person_parts {         /* of a name; end == 0: not there */
	struct name_part given, surname, initial, patronymic;
	struct name_part middle; /* further names before the surname */
};

struct found_person {         /* one mention; candidate.person is its number */
	size_t first, end;    /* tokens */
	struct name_part given, surname, initial, patronymic, middle;
	bool by_father;       /* the surname is a patronymic */
	bool is_author;       /* of what a footnote cites */
	enum gender told;     /* by a title */
	unsigned in;          /* cases that the role before it stands in */
	uint32_t who;         /* in `people` + 1, or 0 */
};

struct human {                /* all mentions of one person */
	word_id given_key, surname_key; /* 0 = unknown */
	word_id middle_key;   /* of one word between them, or 0 */
	struct str between;   /* it, as it is written, or empty */
	uint32_t given_row, surname_row;
	struct str given, surname;      /* shortest spellings; then the
	                                   nominatives, in lower case */
	struct str patronymic, middle;  /* nominatives, or empty */
	struct str initial;             /* instead of a given name, or empty */
	enum gender gender;
	bool by_father;       /* the surname is a patronymic */
	bool is_capital;      /* the surname stands in capitals */
	unsigned roles;       /* told beside the name */
	unsigned deeds;       /* by what the person does */
	size_t told;          /* the mention beside which its type is told: its
	                         first token + 1; or 0 */
	size_t named;         /* the token where the full name first stands */
	size_t last;          /* the token of the last mention seen, + 1 */
	unsigned fulls;       /* how often the full name stands */
	bool is_called;       /* by the surname alone, in what was seen */
	uint32_t namesake;    /* another with that surname + 1, or 0 */
	struct str id;
	bool is_author;
};

/* What a title tells but for a gender: nothing; the gender of a man's or a
 * woman's kin, whose own name need not stand there. */
enum { TITLE_ANY = GENDER_F + 1, TITLE_KIN_M, TITLE_KIN_F };

enum {
	MET_BACK = 1000     /* mentions back in which a part of a name is looked
	                       for */
};

struct persons {
	struct languages *languages;
	struct words *words;
	const struct romanisation *romanisation;
	struct person_names *names;
	struct roles *roles;
	struct role_marks marks;     /* reused, of the document */
	struct phrases *titles;      /* value: enum gender */
	LIST(uint8_t) titled;        /* of each token: the gender of the title
	                                that ends there, or TITLE_… */
	struct named_after *named_after;
	LIST(uint8_t) honoured;      /* of each token: it is in the name of what
	                                is named after a person */
	LIST(uint8_t) covered;       /* of each token: a candidate covers it */
	LIST(struct found_person) found; /* [0] is unused */
	LIST(struct human) people;
	LIST(uint32_t) only;         /* reused by people.c, of sentences */
	struct word_cache by_key;    /* reused by people.c */
	LIST(word_id) keys;          /* that by_key may have a person of */
	struct {
		size_t sentence;     /* + 1 */
		uint32_t serial;
		bool is_heading;
	} looked_at;                 /* the sentence asked of last */
	struct word_cache alone;     /* of each fold: the last document's serial
	                                that has it with no name beside it */
	uint32_t alone_serial;       /* of the last one looked through */
	struct word_cache pairs;     /* of full keys: the last document's
	                                serial that has them */
};

static inline bool persons_has(const struct name_part *part)
{
	return part->end > 0;
}

static inline struct str persons_part_text(const struct scan *scan,
					   const struct name_part *part)
{
	return extent_text(scan->doc, (struct extent){
		scan->marks.items[part->first].sentence, part->first,
		part->end });
}

/* people_bare.c: whether a word is the person's name and no place or acronym. */
bool people_stands_for(const struct persons *p, const struct scan *scan,
		       const struct name_part *part, const struct human *human);

/* Whether a name of one word may be another word there; `human` is NULL where
 * nobody has the name. */
bool people_is_doubtful(struct persons *p, const struct scan *scan,
			const struct found_person *found,
			const struct human *human);

/* people_roles.c: what people are told to be, beside their names; of those of
 * whom nothing is told there, by what they do. */
void people_give_roles(struct persons *p, struct scan *scan);
void people_take_role(struct human *human, const struct found_person *found,
		      unsigned roles);
enum mention_type people_type(const struct human *human);

/* Whether a name stands in its base form for certain. */
bool people_is_nominative(const struct persons *p, const struct scan *scan,
			  const struct found_person *found);

/* Persons are numbered from 1: of a key, none has it, or too many. */
enum { NOBODY = 0, SEVERAL = INT32_MAX };

/* The person seen last who has a key, NOBODY or SEVERAL. */
static inline uint32_t *people_last(struct persons *p, word_id key)
{
	uint32_t *last = word_cache_at(&p->by_key, p->words, key);

	if (*last == NOBODY)
		*LIST_ADD(&p->keys) = key;
	return last;
}

/* people_namesakes.c: of the people of a mention's surname the one whom it means;
 * NOBODY where it fits none. */
uint32_t people_namesake(struct persons *p, struct scan *scan,
			 const struct found_person *found);

/* people.c: whether a word is part of the name of one of the document. */
bool people_have(struct persons *p, const struct scan *scan, size_t token);

/* people.c: the key under which full names meet, both words as one. */
word_id people_full_key(struct persons *p, struct scan *scan, word_id given,
			word_id surname);

/* person_shapes.c: propose the name of a person that begins at a token, if one
 * does; person_lists.c: those that stand in lists or share a surname;
 * person_words.c: those with a word that has another meaning too. */
bool person_shapes_at(struct persons *p, struct scan *scan, size_t token);
bool person_lists_at(struct persons *p, struct scan *scan, size_t token);
bool person_words_at(struct persons *p, struct scan *scan, size_t token);

/* Whether a name is an author's whose work is cited: it begins a footnote or an
 * item, and a full stop and a title in quotation marks, or one that slashes part
 * from where it was published, stand behind it. */
bool person_lists_is_author(const struct scan *scan, size_t first, size_t end);

/* person_capitals.c: names in capitals beside a role. */
bool person_capitals_at(struct persons *p, struct scan *scan, size_t token);

/* Whether a word right behind a role or title can be the person's name by its
 * case: in Russian another word may stand there, in the genitive. */
bool person_shapes_agree(const struct persons *p, const struct scan *scan,
			 size_t token);

enum { PARTS_MAX = 5 };

struct name_run {                  /* parts that stand side by side */
	struct name_part parts[PARTS_MAX];
	size_t count;
};

/* person_runs.c: the parts that begin at a token and may be a name's. */
void person_run_read(struct persons *p, const struct scan *scan, size_t token,
		     struct name_run *run);

/* Whether a part can belong to the name that stands before or behind it. */
bool person_run_is_open(const struct persons *p, const struct scan *scan,
			const struct name_part *part);

/* "Севиндж Вагиф гызы Садыгова": the surname behind a patronymic whose word stands
 * apart, where there is one. */
void person_run_surname(struct persons *p, const struct scan *scan,
			struct person_parts *parts);

/* A capital that begins a sentence says nothing of a word that the language
 * knows. */
bool person_run_may_begin(const struct persons *p, const struct scan *scan,
			  const struct name_part *part);

/* Whether a word can be said: acronyms often have no vowel. */
bool person_run_has_vowel(const struct persons *p, struct str text);

static inline bool person_run_has(const struct name_run *run, size_t i,
				  unsigned bits)
{
	return i < run->count && (run->parts[i].is & bits);
}

static inline bool person_run_is_word(const struct name_run *run, size_t i)
{
	return i < run->count && !(run->parts[i].is & PART_INITIAL);
}

static inline bool person_run_is_cyrillic(const struct scan *scan,
					  const struct name_part *part)
{
	return scan_shape(scan, part->first) & SHAPE_CYRILLIC;
}

/* "адвокат Кумтасова Гульмира Тасбастауова": two persons */
static inline bool person_run_is_two(const struct name_run *run)
{
	return person_run_has(run, 0, PART_SURNAME | PART_ENDING) &&
	       person_run_has(run, 1, PART_GIVEN) &&
	       person_run_has(run, 2, PART_SURNAME | PART_ENDING);
}

/* A word between the given name and the surname. */
static inline void person_run_add_middle(struct person_parts *parts,
					 const struct name_part *word)
{
	if (parts->middle.end == 0)
		parts->middle = *word;
	parts->middle.end = word->end;
}

/* person_strangers.c: propose a name whose words no table has, where a role, a
 * list or an ending tells that it is one. */
bool person_strangers_at(struct persons *p, struct scan *scan,
			 const struct name_run *run);

/* Whether a role that words or punctuation part from what may be a name tells
 * that it is a person's. */
bool person_strangers_are_told(const struct persons *p,
			       const struct scan *scan, size_t first,
			       size_t end);

/* person_runs.c: a mention of a person; the parts that are not there are
 * zero. */
struct found_person *persons_add(struct persons *p, struct scan *scan,
				 size_t first, size_t end,
				 const struct person_parts *parts);

/* Whether the document has had a given name and a surname together. */
bool persons_know_pair(struct persons *p, struct scan *scan,
		       const struct name_part *given,
		       const struct name_part *surname);

/* named_after.c: mark what is named after a person, and propose it as a place or
 * an organisation. */
struct named_after;
int named_after_open(struct named_after **named,
		     const struct knowledge *knowledge, struct err *err);
void named_after_close(struct named_after *named);
void named_after_find(struct persons *p, struct scan *scan);

/* people_bases.c: nominatives and ids of all people, once mentions have their
 * persons; tell the document the nominative of those whom it names otherwise
 * alone. */
void people_give_names(struct persons *p, struct scan *scan);

/* person_reasons.c: set the rule that a settled person's mention was found by,
 * and what it goes by. */
void person_reasons_tell(const struct persons *p, struct scan *scan,
			 struct candidate *c, const struct found_person *found);

/* surroundings.c, of tokens that may be a person's name. */

/* Whether a role stands right before a token, or with the names between that
 * belong to it: "президент США Барак Обама". */
bool surroundings_behind_role(const struct persons *p,
			      const struct scan *scan, size_t token);

/* Whether a comma and a role stand behind a name; `described`: with words that
 * tell more of the role, which is nobody else's (", a court reporter"). */
bool surroundings_before_role(const struct persons *p,
			      const struct scan *scan, size_t end,
			      bool described);

/* Whether a role and what it is of stand before a token: "the minister of
 * culture X". */
bool surroundings_behind_office(const struct persons *p,
				const struct scan *scan, size_t token);

/* Whether two commas, or one and the end, hold a name behind a role: "the editor of the Coral
 * Lantern, Rosa May,": names and function words stand between the role and the
 * first. */
bool surroundings_is_apposition(const struct persons *p,
				const struct scan *scan, size_t first,
				size_t end);

/* Whether a token is the next in a list of persons. */
bool surroundings_behind_person(const struct persons *p,
				const struct scan *scan, size_t token);

/* "город Владимир", "в Кирове", "из Кирова": whether a word for places stands
 * before a token, or one that leads to a place, and to a person only in another
 * case ("в Кирова"). */
bool surroundings_lead_to_place(const struct persons *p,
				const struct scan *scan, size_t token);

/* The gender that a title beside a name tells. */
enum gender surroundings_gender(const struct persons *p,
				const struct scan *scan, size_t first,
				size_t end);

/* Whether the role right before a name is in the form that the table has. */
bool surroundings_is_base(const struct persons *p, const struct scan *scan,
			  size_t first);

/* The cases that the form of a role right before a name stands in; all where
 * there is none or it does not tell. */
unsigned surroundings_cases(const struct persons *p, const struct scan *scan,
			    size_t first);

/* Whether the role of one who has the name stands right before it, behind it,
 * or in what the person does. */
bool surroundings_tell(const struct persons *p, const struct scan *scan,
		       size_t first, size_t end);

#endif
