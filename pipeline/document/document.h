/* A document as the stages see it: source text, paragraphs, sentences, tokens
 * and what was found in them. Everything lies in arrays in text order and
 * refers to other things by index; strings live in the document's arena, in
 * its word table, or in a lexicon that outlives it.
 *
 * All offsets here are bytes, half-open. */
#ifndef ESEP_DOCUMENT_H
#define ESEP_DOCUMENT_H

#include "words.h"

enum paragraph_kind {     /* the pieces of a report */
	PARAGRAPH_TEXT,   /* "paragraph" */
	PARAGRAPH_TITLE, PARAGRAPH_SCALE, PARAGRAPH_SCORE, PARAGRAPH_HEADING,
	PARAGRAPH_PULLQUOTE, PARAGRAPH_FOOTNOTE, PARAGRAPH_PANELIST,
	PARAGRAPH_BOILERPLATE, PARAGRAPH_FURNITURE,
	PARAGRAPH_ITEM,   /* a list item */
	PARAGRAPH_ROW,    /* a table row */
	PARAGRAPH_CAPTION, /* what stands under a picture or over a table */
	PARAGRAPH_KINDS
};

struct run {              /* a stretch of text and the source it came from */
	uint32_t text, len;   /* in paragraph.text */
	size_t source;        /* offset into document.source_text */
	uint32_t source_len;
	bool changed;         /* it was mended; else both are equal */
};

enum {                        /* bits of paragraph.edges: what a page showed */
	EDGE_BEGINS = 1,    /* the first line looks like that of a paragraph */
	EDGE_CONTINUES = 2, /* it looks like another one */
	EDGE_OPEN = 4,      /* the last line had no room for another word */
	EDGE_ENDS = 8,      /* the last line is the paragraph's */
	EDGE_LISTED = 16    /* it is a line of a list: a row, if nothing else */
};

struct paragraph {
	struct str id;                /* unique in the stream: DOCUMENT-p7 */
	struct str text;              /* one line, blanks folded, NFC */
	enum paragraph_kind kind;
	struct str section;           /* "front", "P1", "I4", or a date in
	                                 EDTF; empty = none */
	struct str parent;            /* the section that one stands in, at its
	                                 first paragraph; else empty */
	struct str country;           /* ISO 3166-1, of a chapter on one country
	                                 in a report on several; else empty */
	uint32_t first_page, last_page; /* from 1; 0 = the source has none */
	uint32_t first_line, last_line; /* source lines, from 1; 0 = none */
	uint32_t gap;                 /* blank lines before it */
	unsigned edges;               /* EDGE_*; 0 where no page was seen */
	unsigned level;               /* of a heading, from 1; 0 where the
	                                 source does not say */
	size_t first_run, run_count;  /* in document.runs, by text */
	size_t first_sentence, sentence_count; /* 0 before tokenize */
	struct str comments;          /* unknown ones, '\n' after each */
};

struct sentence {
	struct str id;              /* unique in the stream: DOCUMENT-p7-s1 */
	size_t paragraph;
	uint32_t start, end;        /* in paragraph.text */
	size_t first_token, token_count;
	lang_id lang;
	struct str comments;        /* unknown comment lines, '\n' after each */
	struct str empty_rows;      /* rows 0.1, 0.2 … of other tools */
};

enum {                        /* bits of token.flags */
	TOKEN_GLUED = 1,     /* no blank behind it: SpaceAfter=No */
	TOKEN_LEMMA = 2      /* its stem is its lemma, unless extras have one */
};

struct token {                /* a word row of CoNLL-U */
	word_id form;
	uint32_t start, end;  /* in paragraph.text; words of a multiword token
	                         that do not add up to it all have its extent */
	word_id stem, key;    /* 0 = none */
	word_id inner;        /* stems and keys of its parts, as the stream tells
	                         them; 0 = none */
	uint32_t extra;       /* index into document.extras; 0 = none */
	lang_id lang;
	uint8_t flags;
	uint8_t parts;        /* first word of a multiword token: how many it
	                         has, 2 or more; others, plain words: 0 */
};

struct extra {                /* what other tools wrote on a word's row */
	struct str lemma, upos, xpos, feats, head, deprel, deps, misc;
	struct str orig;      /* Orig=: what stood in the source */
	struct str range;     /* columns 3–9, unknown MISC of its range row */
	struct str empty_rows;/* rows n.1, n.2 … behind it */
};

struct extent {               /* words of a sentence, half-open */
	size_t sentence;
	size_t first, end;    /* token indices; first == end: none */
};

struct anchor {               /* a place in the text */
	size_t paragraph;     /* SIZE_MAX: none */
	uint32_t at;          /* offset into its text */
};

struct range {                /* a part of a paragraph's text, half-open */
	uint32_t start, end;
};

enum { CORRECTED_ENTITY = 1, CORRECTED_TYPE = 2 }; /* of mention.corrected */

struct mention {
	struct extent where;  /* never across a sentence */
	enum mention_type type;
	struct str id;        /* canonical id; empty for date, money, percent */
	struct str value;     /* EDTF, "USD 350", "37"; or empty */
	struct str rule;      /* of lexicons/rules.tsv, that found it; or empty */
	uint32_t suffix;      /* bytes at the end of the last word that are not
	                         of the name: ҚК-нің */
	unsigned corrected;   /* what people changed of it: CORRECTED_* */
};

/* Records: what they are made of is told again, for all that reads, writes and
 * keeps them, by the table of records.h. Each begins with its home. */
struct incident {
	size_t sentence;      /* where it stands */
	struct str id;        /* unique in the stream: DOCUMENT-i4 */
	struct str type;      /* a type of lexicons/acts.tsv */
	struct str status;    /* "asserted", "alleged", "denied", "planned",
	                         "general"; "count" of a total */
	struct str date;      /* EDTF, or empty */
	struct str date_from; /* where the date comes from: "stated" in the
	                         sentence, "carried" from one before it, of a
	                         "heading", "footnote", "event", "report", or
	                         "corrected" by hand; empty without a date */
	struct str target;    /* canonical ids with ';' between, or empty */
	struct str place;     /* canonical ids, or empty */
	struct str place_from;/* as date_from */
	struct str actor;     /* canonical ids, or empty */
	struct str actor_class; /* "police", "court", "state", "private", or
	                         empty: not known */
	struct str law;       /* canonical ids, or empty */
	struct str outcome;   /* ISO 8601 durations (P2Y), amounts (KZT 185000),
	                         "dropped", "suspended", with ';' between */
	struct str number;    /* how many it befell, or how many there were of
	                         what is a total; empty: not told */
	struct extent trigger;
	struct str corrected; /* keys of the fields that people corrected, with
	                         blanks between */
};

struct quotation {
	size_t sentence;
	struct str id;        /* unique in the stream: DOCUMENT-q4 */
	struct str kind;      /* "direct" or "indirect" */
	struct str speaker;   /* canonical id, or empty */
	struct str speaker_from; /* how the speaker is told: by a "name", a
	                         "noun", a "pronoun", or "carried" from the sentence
	                         before, or "corrected"; empty without one */
	struct extent cue, quote;
	struct str corrected; /* as of an incident */
};

struct footnote {
	size_t paragraph;     /* its own */
	struct str number;    /* as printed */
	struct anchor anchor; /* where its mark stands */
	struct str author, title, outlet, date /* EDTF */, url;
};

struct score {
	size_t paragraph;
	struct str scope;     /* "overall", "P1", "I7" */
	struct str value;     /* a decimal number */
	struct str label;     /* its class: "Slightly Vibrant"; or empty */
	struct str change;    /* against the edition before: "+3"; or empty */
};

struct link {                 /* where a text leads to */
	size_t paragraph;
	struct range at;
	struct str target;    /* a web address, or #name within the document */
};

struct meta {                 /* # meta::key = value */
	struct str key, value;
};

/* What a document was made by, as people read it. */
struct production {
	struct str esep;      /* the program's version; empty: nothing known */
	struct str lexicons;  /* SHA-256 of all their files */
	struct str names;     /* files of --names, a line of sha256sum each */
	struct str options;   /* other options that were given */
};

struct document {
	struct str id;                 /* unique in a corpus */
	LIST(struct meta) meta;
	struct str comments;           /* unknown document comments */
	struct str raw;                /* the input's bytes, for `read` alone */
	struct str made;               /* a digest of what it is made of and by;
	                                  empty: not known */
	struct production production;  /* the strings are borrowed */
	struct str source_text;        /* UTF-8, as decoded, not normalised */
	LIST(struct run) runs;
	LIST(struct paragraph) paragraphs;
	LIST(struct sentence) sentences;
	LIST(struct token) tokens;
	LIST(struct extra) extras;     /* [0] is unused */
	LIST(struct mention) mentions; /* by first token */
	LIST(struct incident) incidents;   /* by sentence */
	LIST(struct quotation) quotations; /* by sentence */
	LIST(struct footnote) footnotes;   /* by paragraph */
	LIST(struct score) scores;         /* by paragraph */
	LIST(struct link) links;           /* by paragraph */
	struct words *words;           /* shared by the documents of a chain */
	struct arena arena;            /* owns the strings */
};

void document_init(struct document *doc, struct words *words);
void document_clear(struct document *doc);     /* ready for the next one */
void document_release(struct document *doc);

/* Before an entity's id: its main name, where the lexicons have none. Behind
 * the id there may be a `.` and a language, which that name is in. */
#define META_NAME "name."

/* The id of such a key, and what stands behind it: ".ru", or nothing; an empty
 * id where it is another key. */
struct str document_named(struct str key, struct str *behind);

/* FILE:LINE of the manifest that told the metadata, until `read` has understood
 * them. */
#define META_ROW "manifest_row"

/* The value of a metadata key, or an empty string. */
struct str document_meta(const struct document *doc, struct str key);

/* Set a key; the strings are copied, the value in NFC with control characters
 * as blanks and none at its ends. An empty value removes the key. */
void document_set_meta(struct document *doc, struct str key, struct str value);

/* Set a buffer to the id that a paragraph ('p') or sentence ('s') has unless its
 * stream says another: that of the document or paragraph, and its number there
 * from 1. */
void document_own_id(struct strbuf *id, struct str home, char kind,
		     size_t number);

struct str paragraph_kind_name(enum paragraph_kind kind);
bool paragraph_kind_find(struct str name, enum paragraph_kind *kind);

/* The text of a sentence as it stands in the paragraph. */
struct str sentence_text(const struct document *doc, const struct sentence *s);
/* The lemma of a token; empty if there is none. */
struct str token_lemma(const struct document *doc, const struct token *token);

/* What a token has of other tools, made where it has nothing; valid until the
 * next call. */
struct extra *token_extra(struct document *doc, struct token *token);

struct str extent_text(const struct document *doc, struct extent extent);

/* A mention's name as it is written, without its suffix; where the same ends in
 * the paragraph's text. */
struct str mention_text(const struct document *doc,
			const struct mention *mention);
uint32_t mention_end(const struct document *doc, const struct mention *mention);

/* The runs of a paragraph, by text; NULL where it has none, as text that was
 * composed in another way than it was read has (Hangul, some Indic vowels). */
static inline struct run *paragraph_runs(const struct document *doc,
					 const struct paragraph *par)
{
	return par->run_count > 0 ? doc->runs.items + par->first_run : NULL;
}

/* The source range (bytes) that bytes start..end of a paragraph's text came
 * from: the hull of its runs, a changed one whole. False if no run touches
 * them. */
bool paragraph_source(const struct document *doc, const struct paragraph *par,
		      uint32_t start, uint32_t end,
		      size_t *source_start, size_t *source_end);

/* Append what stood in the source for bytes start..end of a paragraph's text,
 * where that is not the same; of what lies between two runs only the rest of
 * the line. False, with nothing appended, where source and text are equal. */
bool paragraph_original(const struct document *doc, const struct paragraph *par,
			uint32_t start, uint32_t end, struct strbuf *out);

/* Code points before byte offsets of one text: asked for in any order, in
 * constant time after one pass. */
struct chars {
	struct str text;
	LIST(size_t) marks;   /* code points before every 128th byte */
};
void chars_init(struct chars *chars, struct str text);
size_t chars_before(const struct chars *chars, size_t byte);
size_t chars_byte(const struct chars *chars, size_t count); /* the reverse */
void chars_release(struct chars *chars);

/* The same of one paragraph's text after another, in text order or nearly so;
 * begins as all zero, ends with chars_release(&kept->chars). */
struct paragraph_chars {
	struct chars chars;
	size_t paragraph;     /* that was asked for last */
};
const struct chars *paragraph_chars(struct paragraph_chars *kept,
				    const struct document *doc,
				    size_t paragraph);

#endif
