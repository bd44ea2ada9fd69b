/* A document that is a ZIP archive of XML files: .docx, .odt, EPUB; the one
 * place that includes libzip. */
#ifndef ESEP_PACKAGE_H
#define ESEP_PACKAGE_H

#include "markup.h"

enum {
	PACKAGE_ENTRIES = 10000,
	PACKAGE_PART = 256 << 20,   /* bytes of a part when it is unpacked */
	PACKAGE_RATIO = 1000,       /* of a part of more than … */
	PACKAGE_SMALL = 16 << 20    /* … bytes: what is unpacked to packed */
};

struct package;

/* Open an archive, which borrows the bytes.
 * errors  ERR_FORMAT it is damaged; ERR_LIMIT too many entries */
int package_open(struct package **package, struct str bytes, struct err *err);
void package_close(struct package *package);

bool package_has(struct package *package, const char *name);

/* Unpack a part piece by piece into an XML parser; never more than a piece of
 * it is in memory. What the archive says of sizes is not believed.
 * errors  ERR_FORMAT, with the name of the part: not there, damaged, encrypted,
 *         not well-formed; ERR_LIMIT a part that grows beyond the limits
 *         above; as markup_xml_feed */
int package_parse(struct package *package, const char *name,
		  const struct markup_events *events, void *data,
		  struct err *err);

/* Append a part, unpacked, to a text of at most `max` bytes. errors: the same
 */
int package_read(struct package *package, const char *name,
		 struct strbuf *text, size_t max, struct err *err);

#endif
