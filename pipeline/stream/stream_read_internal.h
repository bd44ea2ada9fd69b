/* What the files of the stream's reader share; for stream_read*.c alone. */
#ifndef ESEP_STREAM_READ_INTERNAL_H
#define ESEP_STREAM_READ_INTERNAL_H

#include "records.h"
#include "stream.h"
#include "stream_read_known.h"
#include "stream_read_lines.h"

/* A record, which is understood once all sentences are there that it may
 * name. */
struct pending {
	const struct record *record;
	size_t line;
	size_t home;          /* sentence or paragraph */
	struct str fields;    /* "id=…|type=…", in the document's arena */
};

/* Entity= of a word, which is understood once all of them are there. */
struct pending_entity {
	struct str value;     /* in the document's arena */
	struct str rule, suffix; /* of EsepRule=, EsepSuffix= beside it */
	size_t sentence, token, line;
};

/* The block of lines up to the next blank one. */
struct block {
	bool any;             /* it holds lines */
	bool is_paragraph;    /* it holds # newpar */
	bool is_whole;        /* its row says Empty=Yes: not tokenized */
	bool has_text, has_rows;
	size_t record_line;   /* of one of its sentence's; 0: it has none */
	size_t first_line;
	struct str id, text;  /* # sent_id, # text; in the arena */
	lang_id lang;
	struct strbuf comments, empty_rows;
	struct strbuf range;  /* of a range row, until its first word comes */
	struct strbuf built;  /* the text from the forms, where # text lacks */
	bool range_first;     /* the next word is the first of a range */
	size_t first_token;
	size_t text_at;       /* how far the rows have used up the text */
	size_t part_end;      /* token index behind the open multiword token */
	uint32_t part_start, part_stop; /* its extent in the paragraph's text */
	uint8_t part_flags;
	size_t entities_open; /* brackets of Entity= */
};

struct parse {
	struct lines *lines;
	struct document *doc;
	struct err *err;
	struct block block;
	struct strbuf comments;   /* of the document; then of the paragraph */
	struct strbuf source;     /* the source text, as told so far */
	struct strbuf par_text;   /* the current paragraph's */
	struct str par_source;    /* # par::source of it; data NULL: default */
	struct str tail;          /* # meta::tail; data NULL: default */
	bool par_open, has_map;
	bool last_glued;          /* no blank behind the last sentence */
	uint64_t paragraphs, sentences; /* the counts told; UINT64_MAX: none */
	uint64_t blocks;
	struct words ids;         /* paragraph ids, then sentence ids below */
	struct words sentence_ids;
	LIST(struct pending) pending;
	struct known_rows known;
	LIST(size_t) mapped;      /* paragraphs whose runs came from par::map */
	struct strbuf scheme;     /* global.Entity of the stream, once told */
	bool declared, foreign;   /* it is known; it is not esep's */
	LIST(struct pending_entity) entities, own_entities;
	bool partial;             /* a part of what the counts tell will do */
	bool lacks_sentences;     /* the current paragraph, by their ids */
	size_t next_sentence;     /* its number in it */
	LIST(size_t) cut;         /* paragraphs whose text is not the whole one */
	size_t source_chars;      /* code points of `source` */
	size_t left_out;          /* those that the whole one has before it */
};

/* The words of # par::edges, by the bits of paragraph.edges. */
enum { STREAM_EDGES = 5 };
extern const char *const stream_edges[STREAM_EDGES];

/* What a document of which something was left out is told. */
#define PARSE_IS_PART \
	": the stream was cut short, or is a part, which --partial takes"

/* An ERR_FORMAT with file and line in front. */
int parse_fail(const struct parse *p, size_t line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A comment line of the open block. */
int parse_comment(struct parse *p, struct str line);

/* "# key = value"; false for any other comment. */
bool parse_split_comment(struct str line, struct str *key, struct str *value);

/* End the paragraph before and begin one; an empty id: make one. */
int parse_open_paragraph(struct parse *p, struct str id);

/* One row of ten columns. */
int parse_row(struct parse *p, struct str line);

/* Forget the entities of the document before; what the stream declares of them;
 * whether those of this document are known to be of another scheme. */
void parse_begin_entities(struct parse *p);
void parse_scheme(struct parse *p, struct str scheme);
bool parse_is_foreign(struct parse *p);

/* Entity= of a token, or EsepEntity=, which is esep's `own` in a document with
 * entities of another scheme; texts are copied, sentence, token and line are
 * set. */
void parse_keep_entity(struct parse *p, bool own,
		       const struct pending_entity *entity);

/* When all tokens are there. */
int parse_entities_end(struct parse *p);

/* Of a partial document: open the paragraph that the block's # sent_id names, if
 * it is not the open one; note the id of a sentence. */
int parse_own_paragraph(struct parse *p);
void parse_count_sentence(struct parse *p, struct str id);

/* The same, when a paragraph ends: its runs begin in what is left of the source,
 * of which `told` came last. One that lacks sentences is its own source. */
void parse_shift_runs(struct parse *p, struct str told);
void parse_cut_paragraph(struct parse *p);
bool parse_is_cut(const struct parse *p, size_t paragraph);

/* At the end of a block: the tokens' offsets are complete, the block's
 * sentence stands. */
int parse_rows_end(struct parse *p);

/* Add a record to the complete document. */
int parse_record(struct parse *p, const struct pending *pending);

/* The byte behind `count` code points from byte `at` on; SIZE_MAX if the text
 * has fewer. */
size_t parse_skip_chars(struct str text, size_t at, uint64_t count);

/* When the document is complete: the counts fit, the runs become bytes, and
 * what refers to sentences and paragraphs is resolved. */
int parse_document_end(struct parse *p);

#endif
