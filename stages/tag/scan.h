/* What the finders of `tag` share while they look at one document: the marks
 * of its tokens, and the candidates they propose. Candidates may overlap;
 * scan_settle chooses among them, the longest first. */
#ifndef ESEP_SCAN_H
#define ESEP_SCAN_H

#include "country_words.h"
#include "document.h"
#include "edtf.h"
#include "languages.h"
#include "phrases.h"
#include "tag_rules.h"

enum {                      /* bits of mark.flags */
	MARK_START = 1,   /* first word of its sentence */
	MARK_COUNTRY = 2, /* made from the name of a country: Kazakh, Russian */
	MARK_CUE = 4,     /* part of a cue of heads.tsv */
	MARK_LINK = 8,    /* joins the words of a name: of, and, for */
	MARK_LOWER = 16,  /* the document writes the word in lower case too */
	MARK_PLACE = 32,  /* a place has the name, whatever is meant here */
	MARK_PLACE_BASE = 64, /* and this is its base form */
	MARK_BARE = 128,  /* a cue that takes names without quotation marks */
	MARK_LIST = 256,  /* a cue beside which several names are listed */
	MARK_AND = 512,   /* joins the last of several: and, и, және */
	MARK_ARTICLE = 1024, /* the */
	MARK_NAME = 2048  /* see scan_is_name_word */
};

struct token_mark {             /* of one token; masks have 1 << mention_type */
	uint32_t sentence;
	uint32_t partner;   /* of a quotation mark or bracket: the other one;
	                       else the token itself */
	uint32_t cue_ends;  /* a cue that stands before a name ends here */
	uint32_t cue_starts;/* a cue that stands behind a name starts here */
	uint32_t head_starts, head_ends; /* a first, a last word of a name */
	uint16_t flags;
	uint8_t head_len;   /* tokens of the head that starts here */
	uint8_t first_len, last_len; /* of the longest of head_starts, of head_ends */
};

enum rank {                 /* among equally long ones the lower rank wins */
	RANK_LISTED,        /* a name of the user's own lists */
	RANK_CUED,          /* a lexicon's name with a cue beside it */
	RANK_AGAIN,         /* a name that the document has made known */
	RANK_NAME,          /* a lexicon's name */
	RANK_FORM,          /* a form of one */
	RANK_VALUE,         /* date, money, percent */
	RANK_ADDRESS,
	RANK_PATTERN,
	RANK_PERSON,
	RANK_MINOR,         /* a lexicon's name that is rather a person's */
	RANK_SHAPE
};

enum { NO_ENTITY = 0 };

#define SETTLED_GIVEN UINT32_MAX /* a mention had the word before */

struct candidate {
	size_t first, end;  /* token indices */
	enum mention_type type;
	enum rank rank;
	enum tag_rule rule;
	struct str because; /* what the rule goes by here: see scan_because */
	struct str id, value;
	uint32_t entity;    /* of the gazetteer, or NO_ENTITY */
	struct str country; /* of the entity, or empty */
	struct str tie;     /* an id that it may have as well, of another
	                       country; or empty */
	uint32_t person;    /* number of the persons, or 0 */
	bool is_article;    /* of an act */
};

struct scope {              /* of a sentence: see scopes.h */
	struct str country; /* may be empty */
	uint32_t first_hit, hits; /* in scan.hits, where it had to be read */
};

struct scan {
	struct document *doc;
	bool explains;                 /* candidates keep what they go by */
	struct words *words;
	struct languages *languages;
	const struct type_facts *types;
	LIST(struct scope) scopes;     /* of each sentence */
	struct country_hits hits;      /* of sentences that were read */
	unsigned covers, covers_last;  /* the years that the report is about,
	                                  0 = unknown */
	unsigned year;                 /* of them the one that a date without
	                                  a year is of; 0 = there are more */
	struct edtf period;            /* that the report is about */
	unsigned edition;              /* a year; 0 = unknown */
	LIST(struct token_mark) marks;       /* of each token */
	LIST(struct candidate) candidates;
	LIST(uint32_t) settled;        /* of each token: candidate + 1; 0 free,
	                                  SETTLED_GIVEN */
	LIST(uint32_t) first_at;       /* of each token: its first candidate
	                                  in `candidates`, after scan_sort */
	struct word_cache lower;       /* of each fold: seen in lower case */
	uint32_t serial;               /* of the document, for `lower` */
	struct phrase_matches matches; /* reused by the finders */
	struct strbuf buf;             /* reused by the finders */
};

void scan_release(struct scan *scan);

/* Begin with a document: sentences, starts, quotation marks, lower-case words,
 * and the words of the mentions that it has. Years come from its metadata. */
void scan_begin(struct scan *scan, struct document *doc);

/* Where a token's sentence begins and ends. */
static inline size_t scan_sentence_start(const struct scan *scan, size_t token)
{
	size_t s = scan->marks.items[token].sentence;

	return scan->doc->sentences.items[s].first_token;
}

static inline size_t scan_sentence_end(const struct scan *scan, size_t token)
{
	size_t s = scan->marks.items[token].sentence;

	return scan->doc->sentences.items[s].first_token +
	       scan->doc->sentences.items[s].token_count;
}

/* What is known of its word; the language is that of the sentence. */
static inline word_id scan_fold(const struct scan *scan, size_t token)
{
	return words_fold(scan->words, scan->doc->tokens.items[token].form);
}

static inline uint8_t scan_shape(const struct scan *scan, size_t token)
{
	return words_shape(scan->words, scan->doc->tokens.items[token].form);
}

/* Whether a word begins with a capital letter. */
static inline bool scan_is_capital(const struct scan *scan, size_t token)
{
	return scan_shape(scan, token) & SHAPE_CAPITAL;
}

static inline enum word_kind scan_kind(const struct scan *scan, size_t token)
{
	return words_kind(scan->words, scan->doc->tokens.items[token].form);
}

static inline struct str scan_form(const struct scan *scan, size_t token)
{
	return words_text(scan->words, scan->doc->tokens.items[token].form);
}

static inline lang_id scan_lang(const struct scan *scan, size_t token)
{
	return scan->doc->sentences.items[scan->marks.items[token].sentence]
		.lang;
}

bool scan_is_stopword(const struct scan *scan, size_t token);
static inline bool scan_is_form(const struct scan *scan, size_t token,
				const char *text)
{
	return str_equal(scan_form(scan, token), str_of(text));
}

bool scan_has_partner(const struct scan *scan, size_t token);

/* Whether quotation marks stand right before the words and behind them. */
bool scan_is_quoted(const struct scan *scan, size_t first, size_t end);

/* A word with a capital that can be part of a name: no single letter. */
static inline bool scan_is_name_word(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].flags & MARK_NAME;
}

struct candidate *scan_add(struct scan *scan, size_t first, size_t end,
			   enum mention_type type, enum rank rank,
			   enum tag_rule rule);

/* Keep what a candidate goes by (words, a row) where scan->explains says so. */
void scan_because(struct scan *scan, struct candidate *c, const char *format,
		  ...) __attribute__((format(printf, 3, 4)));

/* The same where it goes by another candidate: "Daryn Press in report-p2-s1". */
void scan_because_of(struct scan *scan, struct candidate *c,
		     const struct candidate *known);

/* Sort the candidates by first token, the longest first, then by rank; fills
 * first_at. */
void scan_sort(struct scan *scan);

/* The best candidate of a type among those that begin (end) at a token, or
 * NULL. After scan_sort. */
const struct candidate *scan_find(const struct scan *scan, size_t first,
				  enum mention_type type);
const struct candidate *scan_find_before(const struct scan *scan, size_t end,
					 enum mention_type type);

/* Choose candidates that do not overlap: longest first, then by rank, then in
 * text order; fills `settled`. cost: n log n */
void scan_settle(struct scan *scan);

/* The settled candidate that covers a token, or NULL. */
const struct candidate *scan_settled(const struct scan *scan, size_t token);

#endif
