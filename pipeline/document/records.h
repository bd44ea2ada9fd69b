/* What a document holds beside its words, as tables: the keys that tell of the
 * whole document, and the records: incidents, quotations, footnotes, scores,
 * links, each a list of fields. The stream's reader and writer, load and dump
 * are loops over these rows.
 *
 * A new field is a member of its struct (document.h), a row in records.c, a
 * column in pipeline/database/schema.c (and a higher SCHEMA_VERSION), and a row
 * in STREAM.md; tests/unit/test_records.c fails until all of them agree. Its
 * value comes from the stage that makes the record: of an incident
 * stages/trace/incidents.c. */
#ifndef ESEP_RECORDS_H
#define ESEP_RECORDS_H

#include "document.h"

/* A value: its member, as the stream has it, and its columns. */
enum field_kind {
	FIELD_TEXT,     /* str; the text */
	FIELD_DATE,     /* str; EDTF, a text */
	FIELD_NUMBER,   /* str; a decimal number, a text; the column NUMERIC */
	FIELD_ENTITY,   /* str; a canonical id; the column refers to entity */
	FIELD_ENTITIES, /* str; canonical ids, or numbers and nouns
	                   (41_journalists), ';' between; no column but rows of
	                   the table RECORD_party, whose role is the key */
	FIELD_WORDS,    /* extent; SENTENCE:5-6, words from 1; their text */
	FIELD_PLACED,   /* the same, and the columns source_start, source_end,
	                   page, line: of the words, or of the record's sentence
	                   if there are none */
	FIELD_ANCHOR,   /* anchor; PARAGRAPH:123, code points; the paragraph's
	                   row and the code points */
	FIELD_RANGE,    /* range of the record's paragraph; 12:20, code points;
	                   both */
	FIELD_KINDS
};

struct field {
	const char *key;        /* in the stream */
	enum field_kind kind;
	size_t at;              /* offset of the member in its struct */
	bool is_filled;         /* its columns are NOT NULL: where there is
	                           nothing, they hold the empty text */
	const char *columns;    /* their names, blanks between */
	const char *meaning;    /* what STREAM.md says of it */
};

enum record_home { HOME_PARAGRAPH, HOME_SENTENCE }; /* what it stands at */

struct record {
	const char *name;       /* of the comment, and of the table */
	enum record_home home;
	size_t list;            /* offset of its LIST in struct document */
	size_t size;            /* of an item, which begins with its home: the
	                           size_t index of a paragraph or sentence */
	const struct field *fields; /* in the order of the stream, and of the
	                               columns behind id and home */
	size_t field_count;
};

enum { RECORDS = 5 };
extern const struct record records[RECORDS];

/* The column of a home in a record's table, and the table of its rows. */
const char *record_home_name(enum record_home home);

/* NULL: there is none of that name. */
const struct record *record_find(struct str name);
const struct field *record_field(const struct record *record, struct str key);
bool record_has(const struct record *record, enum field_kind kind);

/* The records of a document, by home. */
size_t record_count(const struct record *record, const struct document *doc);
const void *record_item(const struct record *record,
			const struct document *doc, size_t index);
size_t record_home(const void *item);

/* Add a record of which nothing is known but its home; valid until the next. */
void *record_add(const struct record *record, struct document *doc,
		 size_t home);
/* The reverse, of the last one. */
void record_take_back(const struct record *record, struct document *doc);

/* The member of a field: struct str, extent, anchor or range, by its kind. */
const void *field_value(const struct field *field, const void *item);
void *field_member(const struct field *field, void *item);

/* The keys of a document (# meta::KEY) that are columns of its row, in the
 * order of the stream. Other keys follow, and are rows of document_meta. */
enum { META_KEYS = 8 };
extern const char *const meta_keys[META_KEYS];
bool meta_is_column(struct str key);

#endif
