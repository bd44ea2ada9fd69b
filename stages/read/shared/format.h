/* The format of a file, found from its content; its name tells nothing. */
#ifndef ESEP_FORMAT_H
#define ESEP_FORMAT_H

#include "err.h"
#include "str.h"

enum format {
	FORMAT_TEXT,      /* whatever is no other: plain text, Markdown */
	FORMAT_HTML,      /* HTML or XHTML */
	FORMAT_PDF,
	FORMAT_DOCX,
	FORMAT_ODT,       /* a text of OpenDocument */
	FORMAT_EPUB,
	FORMAT_XLSX, FORMAT_PPTX, FORMAT_ODF, FORMAT_ZIP,
	FORMAT_OLE,       /* Word, Excel, PowerPoint before 2007 */
	FORMAT_OLE_LOCKED, /* what an encrypted .docx lies in */
	FORMAT_RTF, FORMAT_POSTSCRIPT, FORMAT_DJVU, FORMAT_MHTML,
	FORMAT_IMAGE, FORMAT_GZIP, FORMAT_ARCHIVE,
	FORMATS
};

/* What the bytes are. HTML is what begins as such, behind a byte order mark,
 * blanks, comments and an XML declaration; in UTF-16 too. A text that only
 * mentions a tag is text. */
enum format format_find(struct str bytes);

/* Tell what a format that is not read is, and what to do about it.
 * returns 0 for a format that is read, else ERR_FORMAT */
int format_check(enum format format, struct err *err);

#endif
