/* HTML and XML as a stream of events (boxes.c reads XML too, but goes on where
 * it is damaged). Nothing is fetched, no entity of a document's own is
 * expanded, and libxml2 prints nothing. */
#ifndef ESEP_MARKUP_H
#define ESEP_MARKUP_H

#include "err.h"
#include "str.h"

enum {
	MARKUP_HTML_DEPTH = 512,      /* elements within each other */
	MARKUP_XML_DEPTH = 256,
	MARKUP_ATTRIBUTES = 128       /* of one element */
};

enum markup_space {                   /* the namespace of an XML element */
	SPACE_OTHER,
	SPACE_WORD,                   /* w: of WordprocessingML */
	SPACE_COMPATIBILITY,          /* mc: */
	SPACE_RELATIONS               /* of a .rels part */
};

struct markup_attribute {
	struct str name, value;       /* the name without a prefix in XML */
};

struct markup_element {
	struct str name;              /* in lower case, or no prefix (XML) */
	enum markup_space space;
	const struct markup_attribute *attributes;
	size_t count;
};

/* What is handed over lives until the call returns. An end comes for every
 * start, in order. An error ends the parsing. */
struct markup_events {     /* `end` and `text` may be NULL */
	int (*start)(void *data, const struct markup_element *element,
		     struct err *err);
	int (*end)(void *data, struct err *err);
	int (*text)(void *data, struct str text, struct err *err);
};

/* The value of an attribute, or an empty string; `has` tells one without a
 * value from none. */
struct str markup_value(const struct markup_element *element, struct str name);
bool markup_has(const struct markup_element *element, struct str name);

/* Parse HTML or XHTML as a browser would: what is wrong is put right.
 * text    UTF-8; what it says of its encoding is not looked at
 * errors  ERR_LIMIT (with the line) beyond the depth or number of attributes
 *         above, or with more misplaced end tags than can be searched for;
 *         ERR_FORMAT, and what an event returns
 * cost    linear in the text; libxml2 alone would take the square of the depth,
 *         of misplaced end tags and of an element's attributes */
int markup_html(struct str text, const struct markup_events *events,
		void *data, struct err *err);

/* Parse XML piece by piece. */
struct markup_xml;
struct markup_xml *markup_xml_new(const struct markup_events *events,
				  void *data);

/* The next bytes, or the end.
 * errors  ERR_FORMAT (with the line) XML that is not well-formed, a document
 *         type declaration; ERR_LIMIT nested too deeply, too many attributes;
 *         what an event returns */
int markup_xml_feed(struct markup_xml *xml, struct str bytes, struct err *err);
int markup_xml_end(struct markup_xml *xml, struct err *err);
void markup_xml_free(struct markup_xml *xml);

#endif
