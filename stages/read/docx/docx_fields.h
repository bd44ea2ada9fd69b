/* Fields of a .docx: a code, and the result that stands in the text (ECMA-376,
 * 17.16). They may lie within each other. */
#ifndef ESEP_DOCX_FIELDS_H
#define ESEP_DOCX_FIELDS_H

#include "str.h"

enum { FIELDS_DEPTH = 16, FIELD_CODE = 4096 };

struct docx_field {
	struct strbuf code;
	bool in_code, is_link, is_contents;
};

struct docx_fields {
	struct docx_field open[FIELDS_DEPTH];
	size_t count;             /* may be more than FIELDS_DEPTH */
	size_t codes;             /* open fields whose code is being read */
	size_t contents;          /* open tables of contents */
};

void docx_fields_begin(struct docx_fields *fields);
void docx_fields_code(struct docx_fields *fields, struct str text);

/* The code ends, the result begins. True where it is a link, with its target
 * appended. */
bool docx_fields_separate(struct docx_fields *fields, struct strbuf *target);

/* True where the field was a link. */
bool docx_fields_end(struct docx_fields *fields);
void docx_fields_release(struct docx_fields *fields);

/* Read the target of a HYPERLINK code; false for another code. */
bool docx_field_target(struct strbuf *target, struct str code);

#endif
