/* What has to be known of HTML tags before a parser may see them. */
#ifndef ESEP_MARKUP_TAGS_H
#define ESEP_MARKUP_TAGS_H

#include "str.h"

/* Where the first start tag with more than `max` attributes begins, or
 * text.len. Comments, scripts and styles are passed over. Attributes are told
 * apart as libxml2 does. cost: linear */
size_t markup_tags_crowded(struct str text, size_t max);

#endif
