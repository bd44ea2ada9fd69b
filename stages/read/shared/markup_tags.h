/* What has to be known of HTML tags before a parser may see them. */
#ifndef ESEP_MARKUP_TAGS_H
#define ESEP_MARKUP_TAGS_H

#include "str.h"

/* Where the first start tag with more than `max` attributes begins, or
 * text.len. Comments, scripts and styles are passed over. Attributes are told
 * apart as libxml2 does. cost: linear */
size_t markup_tags_crowded(struct str text, size_t max);

/* The same for XML that comes in pieces. */
enum markup_tags_state {
	TAGS_TEXT,
	TAGS_OPEN,        /* behind < */
	TAGS_TAG, TAGS_VALUE,
	TAGS_COMMENT,     /* to --> */
	TAGS_DATA,        /* to ]]> */
	TAGS_OTHER        /* to > */
};

struct markup_tags {
	enum markup_tags_state state;
	char quote, last[2];
	size_t attributes;
};

/* Read on; false once a tag has more than `max` attributes. */
bool markup_tags_feed(struct markup_tags *tags, struct str piece, size_t max);

#endif
