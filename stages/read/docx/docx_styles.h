/* What the styles of a .docx make of a paragraph (ECMA-376, 17.7). */
#ifndef ESEP_DOCX_STYLES_H
#define ESEP_DOCX_STYLES_H

#include "package.h"

enum docx_kind {
	DOCX_TEXT,
	DOCX_HEADING,     /* by its level in the outline, or its name */
	DOCX_TITLE,       /* Title, Subtitle */
	DOCX_CAPTION,
	DOCX_CONTENTS     /* a line of the table of contents */
};

struct docx_style {
	struct str id, base;
	enum docx_kind kind;
	bool has_kind, has_number;
	unsigned outline;     /* of a heading, from 1; 0: not said */
	uint32_t number;      /* the list it is in; 0: none */
	uint32_t level;       /* in that list, from 0 */
	bool hidden, raised;  /* of runs */
	bool bold;            /* of runs, or of a paragraph's */
};

struct docx_styles {
	LIST(struct docx_style) list; /* by id */
	struct arena arena;
};

/* Load a part with styles; what a style takes from its base is filled in.
 * errors: as package_parse. Release the styles on an error too. */
int docx_styles_load(struct docx_styles *styles, struct package *package,
		     const char *part, struct err *err);
void docx_styles_release(struct docx_styles *styles);

/* A style by its id, or NULL. */
const struct docx_style *docx_styles_find(const struct docx_styles *styles,
					  struct str id);

/* An on-off property: absent value, 1, true, on. */
bool docx_is_on(const struct markup_element *element);

/* The level of an outlineLvl, from 1; 0 for text. */
unsigned docx_outline(const struct markup_element *element);

/* The value of an attribute val as a number up to `max`, else `otherwise`. */
uint32_t docx_number(const struct markup_element *element, uint32_t max,
		     uint32_t otherwise);

#endif
