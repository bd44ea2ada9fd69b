/* What single words say about a person's name: given names, surnames,
 * patronymics, initials; and the ids that are made of them. */
#ifndef ESEP_PERSON_NAMES_H
#define ESEP_PERSON_NAMES_H

#include "err.h"
#include "person_cases.h"
#include "scan.h"
#include "slug.h"

enum {                        /* bits of name_part.is */
	PART_GIVEN = 1,       /* of given_names.tsv, in this spelling or, in
	                         Cyrillic, by its key */
	PART_SURNAME = 2,     /* of surnames.tsv, by its key */
	PART_GIVEN_KEY = 4,   /* a given name by its key alone */
	PART_ENDING = 8,      /* ends as surnames do */
	PART_PATRONYMIC = 16,
	PART_INITIAL = 32,    /* "A.", "Zh." or "A.B." */
	PART_SPELLED = 64,    /* a table has this spelling, no case form */
	PART_INFLECTED = 128, /* a given name with a suffix behind it */
	PART_WORD = 256,      /* a given name that is a common word too */
	PART_BOTH = 512,      /* men and women share the given name's key */
	PART_PLURAL = 1024    /* the surname of several */
};

/* A word of a name, or words joined by hyphens: Kassym-Jomart. */
struct name_part {
	size_t first, end;    /* tokens */
	word_id key;          /* 0 = none */
	unsigned is;
	enum gender gender;   /* of the given name, else of the ending */
	unsigned genders;     /* 1 << gender: whom the surname's form can be of;
	                         0: it does not say */
	uint32_t given, surname; /* rows of the tables + 1, or 0 */
};

struct person_names;

/* given_names.tsv, surnames.tsv, name_endings.tsv, person_cases.tsv.
 * `romanisation` is borrowed.
 * errors: of lexicons_load; ERR_FORMAT an unknown kind of ending */
int person_names_open(struct person_names **names,
		      const struct knowledge *knowledge,
		      const struct romanisation *romanisation,
		      struct err *err);
void person_names_close(struct person_names *names);

/* Whether a part may begin at a token, as far as its word by itself tells. */
bool person_names_may_begin(struct person_names *names, const struct scan *scan,
			    size_t token);

/* The part that begins at a token; false if the word has no capital. */
bool person_names_part(struct person_names *names, const struct scan *scan,
		       size_t token, struct name_part *part);

/* A patronymic's word that stands apart: "Тоқтар ұлы". */
bool person_names_is_apart(const struct person_names *names,
			   const struct scan *scan, size_t token);

/* Whether a word ends as adjectives do ("Новая …") and no table knows it. */
bool person_names_is_adjective(struct person_names *names,
			       const struct scan *scan, size_t token);

/* Whether a language puts its endings behind words one by one, as Kazakh does. */
bool person_names_is_suffixing(const struct person_names *names, lang_id lang);

/* Whether a word of a language, in lower case, may be a name's nominative and
 * is not likelier another case, or several. */
bool person_names_is_base(const struct person_names *names, lang_id lang,
			  struct str lower);

/* Whether a word of such a language has a case ending behind it that is no part
 * of the name. */
bool person_names_is_suffixed(const struct person_names *names,
			      const struct scan *scan,
			      const struct name_part *part);

/* Whether a word in lower case ends as what tells a place does (-дағы). */
bool person_names_is_place(const struct person_names *names, struct str lower);

/* The same, or in a language that puts its endings behind words one by one the
 * case of where one is ("Кутаисиде"), which persons seldom stand in. */
bool person_names_is_where(const struct person_names *names,
			   const struct scan *scan, size_t token);

/* Whose a surname in the nominative is; unknown where it may be either's. */
enum gender person_names_gender(const struct person_names *names,
				struct str surname);

/* The cases that a noun for a person that is not in the nominative singular may
 * stand in; all where it may be a plural. */
unsigned person_names_noun_cases(const struct person_names *names,
				 struct str lower);

/* The cases whose endings a name in lower case has; 0 where it has none. */
unsigned person_names_form_cases(const struct person_names *names,
				 struct str lower);

/* A part of two words: a name and the patronymic's word that stands apart. */
void person_names_join(struct person_names *names, const struct scan *scan,
		       struct name_part *part);

/* The same part as the name that one of a gender has, of a surname in the
 * plural. */
void person_names_singular(struct person_names *names, const struct scan *scan,
			   struct name_part *part, enum gender gender);

/* Where both men's and women's names have the form of a given name, take it for
 * a case of one of a gender ("Александра", "Медине"). */
void person_names_as(struct person_names *names, const struct scan *scan,
		     struct name_part *part, enum gender gender);

/* The cases that the form of a known given name may stand in; 0 where the word
 * is none or the tables do not tell. */
unsigned person_names_given_cases(const struct person_names *names,
				  const struct scan *scan,
				  const struct name_part *part);

/* The same of a known surname of one who is of a gender. */
unsigned person_names_surname_cases(const struct person_names *names,
				    const struct scan *scan,
				    const struct name_part *part,
				    enum gender gender);

/* Whether the form of a surname can be no nominative, by its ending
 * ("Исламовым"). */
bool person_names_is_oblique(const struct person_names *names,
			     const struct scan *scan,
			     const struct name_part *part);

/* Of the genders that the form of a surname may be of, those that it is of in one
 * of the cases: "Исламову" is a woman's where it is an accusative. */
unsigned person_names_genders_in(const struct person_names *names,
				 const struct scan *scan,
				 const struct name_part *part, unsigned in);

/* Who a name's nominative is looked for. */
struct wanted_base {
	enum gender gender;
	unsigned in;          /* the cases that the form may stand in */
	bool is_last;         /* no other part of the name stands behind it */
};

/* The likeliest nominative of a given name, a surname, a patronymic, in lower
 * case, into `out` (replaced); for known names as the table has it. */
void person_names_given_base(const struct person_names *names,
			     const struct scan *scan,
			     const struct name_part *part,
			     const struct wanted_base *wanted,
			     struct strbuf *out);
void person_names_surname_base(const struct person_names *names,
			       const struct scan *scan,
			       const struct name_part *part,
			       const struct wanted_base *wanted,
			       struct strbuf *out);
void person_names_father_base(const struct person_names *names,
			      const struct scan *scan,
			      const struct name_part *part,
			      struct strbuf *out);

/* person_cases_of the form of a part; CASE_N too for other languages' forms. */
unsigned person_names_cases(const struct person_names *names, struct str form,
			    struct str base, enum gender gender);

/* Append the id of a given name, of a surname in the form of a gender. `text`
 * is its nominative, for names that the tables lack. */
void person_names_given_id(struct person_names *names, struct strbuf *out,
			   uint32_t given, struct str text);
void person_names_surname_id(const struct person_names *names,
			     struct strbuf *out, uint32_t surname,
			     enum gender gender, struct str text);

/* A part in lower case in `buf`, with the blanks that its words have between
 * them. */
struct str person_names_lower(const struct scan *scan,
			      const struct name_part *part, struct strbuf *buf);

#endif
