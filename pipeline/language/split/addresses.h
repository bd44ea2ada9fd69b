/* Web and e-mail addresses in running text.
 * source: RFC 3986 for the shape; the ends by what prose puts behind them. */
#ifndef ESEP_ADDRESSES_H
#define ESEP_ADDRESSES_H

#include "classes.h"
#include "string_map.h"

struct address_finder {
	const struct classes *classes;
	const struct string_map *domains; /* top-level domains, lower case */
	struct strbuf *scratch;
};

/* Each gives the byte behind the address that begins at `start`, or `start`
 * if there is none. The look-ahead of a domain or an e-mail address is
 * bounded; that of a web address ends with the blank behind it. */
size_t address_url(const struct address_finder *finder, struct str text,
		   size_t start);    /* scheme://… */
size_t address_domain(const struct address_finder *finder, struct str text,
		      size_t start); /* Orda.kz, www.ng.kz/news/1 */
size_t address_email(const struct address_finder *finder, struct str text,
		     size_t start);
/* Behind the ending that a Cyrillic language puts to an address that ends at
 * `end`, with a hyphen, an apostrophe or nothing between (Orda.kz-тің); else
 * `end`. */
size_t address_ending(const struct address_finder *finder, struct str text,
		      size_t end);

size_t address_handle(const struct address_finder *finder, struct str text,
		      size_t start); /* @name, #tag */

#endif
