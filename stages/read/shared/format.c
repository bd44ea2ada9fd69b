#include "format.h"

enum {
	HEAD_BYTES = 16 * 1024,
	PDF_BYTES = 1024,     /* PDF 32000-1, annex H: readers look so far */
	ZIP_NAMES = 1 << 16   /* bytes at either end that are searched */
};

struct magic {
	enum format format;
	const char *bytes;
	size_t len;
};

#define MAGIC(format, bytes) { format, bytes, sizeof(bytes) - 1 }

static const struct magic magics[] = {
	MAGIC(FORMAT_OLE, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	MAGIC(FORMAT_RTF, "{\\rtf"),
	MAGIC(FORMAT_POSTSCRIPT, "%!PS"),
	MAGIC(FORMAT_DJVU, "AT&TFORM"),
	MAGIC(FORMAT_IMAGE, "\x89PNG\r\n"),
	MAGIC(FORMAT_IMAGE, "\xff\xd8\xff"),
	MAGIC(FORMAT_IMAGE, "GIF87a"),
	MAGIC(FORMAT_IMAGE, "GIF89a"),
	MAGIC(FORMAT_IMAGE, "II*\0"),
	MAGIC(FORMAT_IMAGE, "MM\0*"),
	MAGIC(FORMAT_IMAGE, "BM\0\0"),
	MAGIC(FORMAT_GZIP, "\x1f\x8b"),
	MAGIC(FORMAT_ARCHIVE, "7z\xbc\xaf\x27\x1c"),
	MAGIC(FORMAT_ARCHIVE, "Rar!\x1a\x07"),
	MAGIC(FORMAT_ARCHIVE, "\xfd" "7zXZ\0"),
	MAGIC(FORMAT_ARCHIVE, "BZh"),
	MAGIC(FORMAT_ARCHIVE, "\x28\xb5\x2f\xfd"),
};

/* Names that stand in a ZIP file as they are, the telling ones first. */
static const struct magic parts[] = {
	MAGIC(FORMAT_ODT, "mimetypeapplication/vnd.oasis.opendocument.text"),
	MAGIC(FORMAT_ODF, "mimetypeapplication/vnd.oasis.opendocument"),
	MAGIC(FORMAT_EPUB, "mimetypeapplication/epub+zip"),
	MAGIC(FORMAT_DOCX, "word/document.xml"),
	MAGIC(FORMAT_DOCX, "word/document2.xml"),
	MAGIC(FORMAT_XLSX, "xl/workbook."),
	MAGIC(FORMAT_PPTX, "ppt/presentation."),
	MAGIC(FORMAT_DOCX, "[Content_Types].xml"),
};

static const struct {
	enum format format;
	const char *what;
} refused[] = {
	{ FORMAT_XLSX, "an Excel workbook; save the sheet as text" },
	{ FORMAT_PPTX, "a PowerPoint presentation; save it as .pdf" },
	{ FORMAT_ODF, "an OpenDocument sheet, presentation or drawing; save "
		      "it as .odt, .html or text" },
	{ FORMAT_ZIP, "a ZIP archive; unpack it" },
	{ FORMAT_OLE, "a document of Word or another program of before 2007; "
		      "convert it with LibreOffice (soffice --convert-to "
		      "docx)" },
	{ FORMAT_OLE_LOCKED, "an encrypted document; open it with its password "
			     "and save it without" },
	{ FORMAT_RTF, "an RTF document; convert it with LibreOffice (soffice "
		      "--convert-to docx)" },
	{ FORMAT_POSTSCRIPT, "a PostScript file; convert it with ps2pdf" },
	{ FORMAT_DJVU, "a DjVu document; convert it with ddjvu or djvutxt" },
	{ FORMAT_MHTML, "a web archive (MHTML); save the page as .html" },
	{ FORMAT_IMAGE, "an image, which has no text; recognise it first, "
			"with tesseract or ocrmypdf" },
	{ FORMAT_GZIP, "a gzip-compressed file; unpack it with gunzip" },
	{ FORMAT_ARCHIVE, "a packed archive; unpack it" },
};

static bool contains(struct str bytes, struct str part)
{
	return bytes.len >= part.len &&
	       memmem(bytes.data, bytes.len, part.data, part.len);
}

static enum format find_in_zip(struct str bytes)
{
	struct str head = bytes, tail = bytes;

	if (bytes.len > ZIP_NAMES) {
		head.len = ZIP_NAMES;
		tail = str_slice(bytes, bytes.len - ZIP_NAMES, bytes.len);
	}
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		struct str part = { parts[i].bytes, parts[i].len };

		if (contains(head, part) || contains(tail, part))
			return parts[i].format;
	}
	return FORMAT_ZIP;
}

/* The first bytes as ASCII: of UTF-16 every second one. */
static struct str plain_head(char *room, struct str bytes)
{
	size_t start = 0, step = 1, len = 0;

	if (str_has_prefix(bytes, STR("\xef\xbb\xbf"))) {
		start = 3;
	} else if (str_has_prefix(bytes, STR("\xff\xfe")) ||
		   str_has_prefix(bytes, STR("\xfe\xff"))) {
		start = bytes.data[0] == '\xff' ? 2 : 3;
		step = 2;
	} else if (bytes.len > 1 && !bytes.data[0] != !bytes.data[1]) {
		start = bytes.data[0] == '\0';
		step = 2;
	}
	for (size_t i = start; i < bytes.len && len < HEAD_BYTES; i += step)
		room[len++] = bytes.data[i];
	return (struct str){ room, len };
}

/* What follows the end of `mark`, or nothing. */
static struct str behind(struct str text, struct str mark)
{
	size_t at = str_find(text, mark, 0);

	return at == text.len ? STR_NONE
			      : str_slice(text, at + mark.len, text.len);
}

static struct str without_prologue(struct str text)
{
	for (;;) {
		text = str_trim(text);
		if (str_has_prefix(text, STR("<!--")))
			text = behind(text, STR("-->"));
		else if (str_has_prefix(text, STR("<?")))
			text = behind(text, STR(">"));
		else
			return text;
	}
}

/* `<html` and a blank or `>`, or a whole `<!doctype html`. */
static bool is_html(struct str text)
{
	static const char *const tags[] = {
		"<html", "<head", "<body", "<title", "<meta", "<script",
		"<article", "<main", "<!doctype html"
	};
	struct str inside = without_prologue(text);

	for (size_t i = 0; i < COUNT_OF(tags); i++) {
		size_t len = strlen(tags[i]);

		if (str_has_prefix_any_case(inside, tags[i]) &&
		    inside.len > len &&
		    strchr(" \t\r\n\f/>", inside.data[len]))
			return true;
	}
	return str_has_prefix(inside, STR("<")) &&
	       contains(text, STR("http://www.w3.org/1999/xhtml"));
}

static bool is_mhtml(struct str text)
{
	return (str_has_prefix_any_case(text, "MIME-Version:") ||
		str_has_prefix_any_case(text, "From:")) &&
	       contains(text, STR("multipart/related"));
}

static bool is_webp(struct str bytes)
{
	return bytes.len > 12 && str_has_prefix(bytes, STR("RIFF")) &&
	       !memcmp(bytes.data + 8, "WEBP", 4);
}

static enum format find_ole(struct str bytes)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k";

	return contains(bytes, (struct str){ name, sizeof name })
		? FORMAT_OLE_LOCKED : FORMAT_OLE;
}

enum format format_find(struct str bytes)
{
	struct str start = str_slice(bytes, 0, bytes.len < PDF_BYTES
						? bytes.len : PDF_BYTES);
	char room[HEAD_BYTES];
	struct str head = plain_head(room, bytes);

	for (size_t i = 0; i < COUNT_OF(magics); i++)
		if (str_has_prefix(bytes, (struct str){ magics[i].bytes,
							magics[i].len }))
			return magics[i].format == FORMAT_OLE
				? find_ole(bytes) : magics[i].format;
	if (str_has_prefix(bytes, STR("PK\3\4")) ||
	    str_has_prefix(bytes, STR("PK\5\6")))
		return find_in_zip(bytes);
	if (is_webp(bytes))
		return FORMAT_IMAGE;
	if (is_html(head))
		return FORMAT_HTML;
	if (is_mhtml(head))
		return FORMAT_MHTML;
	return contains(start, STR("%PDF-")) ? FORMAT_PDF : FORMAT_TEXT;
}

int format_check(enum format format, struct err *err)
{
	for (size_t i = 0; i < COUNT_OF(refused); i++)
		if (refused[i].format == format)
			return err_set(err, ERR_FORMAT, "%s", refused[i].what);
	return 0;
}
