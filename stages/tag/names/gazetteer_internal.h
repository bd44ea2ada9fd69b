/* The gazetteer's own data: gazetteer_load.c fills it, gazetteer.c, sites.c and
 * name_cases.c look in it. Others use gazetteer.h. */
#ifndef ESEP_GAZETTEER_INTERNAL_H
#define ESEP_GAZETTEER_INTERNAL_H

#include "countries.h"
#include "country_words.h"
#include "gazetteer.h"
#include "known_entities.h"
#include "listed.h"

enum {                        /* bits of name.cue: why it needs a sign */
	CUE_SHORT = 1,
	CUE_COMMON = 2,
	CUE_PLACE = 4,
	CUE_OTHER = 8,        /* a person's name, another word */
	CUE_MINOR = 16        /* of a place that few speak of */
};

struct name {                 /* a spelling as one language inflects it */
	uint32_t entity;
	struct str text;
	lang_id lang;         /* LANG_UND: it has no forms but this */
	uint8_t cue;
	bool listed;          /* by the user */
	bool at_home;         /* a name only where its country is spoken of */
	bool shaped;          /* what follows was computed */
	uint8_t word_count;   /* at most NAME_WORDS */
	uint32_t capitals;    /* bit i: word i begins with one */
	uint32_t acronyms;    /* bit i: word i is all capitals */
	uint32_t next;        /* of the same single word + 1, or 0 */
};

enum { NAME_WORDS = 32 };

/* Case forms of names of one word, by rule: what stemmers leave apart (Киев,
 * Киева; Китай, Китая). */
struct case_row {
	lang_id lang;
	struct str ending, base; /* of the form, of the name; the table's */
};

/* What was found for an entity of another country. */
struct counterpart {
	const char *of;       /* its id */
	enum mention_type type;
	char country[2];
	uint32_t number;
	size_t entities;      /* so many were there */
};
enum { COUNTERPARTS = 64 /* that are kept */ };

struct gazetteer {
	struct country_words *countries;
	const struct countries *all_countries;
	const struct knowledge *knowledge;
	struct languages *languages;
	struct words *words;
	const struct romanisation *romanisation;
	struct entities entities;
	struct listed listed;
	bool has_lists;               /* of the user */
	LIST(struct name) names;
	struct phrases *phrases;      /* value: index in names */
	const struct letter_writers *letters;
	struct {
		lang_id lang;
		size_t row;           /* of languages.tsv */
	} cyrillic[LANG_MAX];         /* the languages of that script */
	size_t cyrillic_count;
	lang_id read[LANG_MAX];       /* all languages that names are read in */
	size_t read_count;
	struct interned sites;           /* web addresses without www. */
	LIST(uint32_t) site_entity;   /* of each of them */
	struct interned files;        /* kinds of files: pdf */
	struct str lands[LANG_MAX];   /* the country of each language, or empty */
	struct strbuf site;           /* reused */
	LIST(struct case_row) cases;
	bool has_cases[LANG_MAX];        /* of each language: any row */
	struct word_cache no_case;       /* of each form, bits: in the language it
	                                    is no case of a name of one word */
	struct interned single;          /* names of one word, in lower case */
	LIST(uint32_t) single_name;   /* of each: its first name + 1, chained */
	struct country_hits beside;   /* reused */
	struct counterpart counterparts[COUNTERPARTS];
	struct home_names *home;      /* NULL before they were needed */
	struct arena arena;           /* owns texts of names that no table of
	                                 the lexicons has */
	struct pieces pieces;         /* reused */
};

/* Add a name, whose text must stay. */
void gazetteer_add_name(struct gazetteer *g, lang_id lang, uint32_t entity,
			struct str text, uint8_t cue);

/* name_cases.tsv, and the index of names of one word. After all names. */
int name_cases_load(struct gazetteer *g, struct err *err);

/* Put one more name into that index. */
void name_cases_index(struct gazetteer *g, uint32_t number);

/* Append the names that a capitalised word may be a case form of, as matches
 * that are not exact. */
void name_cases_match(struct gazetteer *g, const struct scan *scan,
		      size_t token, struct phrase_matches *out);

/* What a country's bodies and acts are called at home: their names without the
 * country, read when a document first speaks of it. After all names. */
void home_names_need(struct gazetteer *g, struct str code);
void home_names_release(struct gazetteer *g);

/* The id of a country's own body or act begins with the country's code. */
bool name_has_own_id(const struct entity *entity);

bool name_holds_number(const struct scan *scan,
		       const struct phrase_match *match);

/* The country whose body or act a name means: that beside an act ("УК
 * Украины"), else that of scope_of. */
struct str name_country(struct gazetteer *g, const struct scan *scan,
			const struct entity *entity,
			const struct phrase_match *match);

/* Whether the name may mean the entity in a text on that country, and whether
 * another country's name stands right beside it. */
bool name_fits_country(struct gazetteer *g, const struct scan *scan,
		       const struct name *name, const struct entity *entity,
		       const struct phrase_match *match);
bool name_is_of_other(struct gazetteer *g, const struct scan *scan,
		      const struct entity *entity,
		      const struct phrase_match *match);

/* What that country has of the same kind, or NO_ENTITY. A code or a
 * constitution that no table has is added: all pointers to entities end. */
uint32_t name_counterpart(struct gazetteer *g, const struct scan *scan,
			  const struct entity *entity,
			  const struct phrase_match *match);

/* Which of two entities of one type a name means: that of the country spoken
 * of, then what belongs to no country, then the act in force in the year that the
 * document covers. */
bool name_is_better(const struct scan *scan, struct str here,
		    const struct entity *a, const struct entity *b);

/* Propose the entity that a match names, unless a candidate since `from` of the
 * same words and type is a better one: one for each extent and type. */
void gazetteer_propose(struct gazetteer *g, struct scan *scan, size_t from,
		       const struct phrase_match *match, uint32_t number,
		       enum rank rank);

/* Propose the addresses and handles of running text. */
void sites_find(struct gazetteer *g, struct scan *scan);

#endif
