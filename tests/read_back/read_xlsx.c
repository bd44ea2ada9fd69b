/* Prints the first sheet of a workbook as CSV, by libraries that did not write
 * it: read_xlsx FILE. Each cell is quoted. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define SHEET "xl/worksheets/sheet1.xml"

static void fail(const char *what)
{
	fprintf(stderr, "read_xlsx: %s\n", what);
	exit(1);
}

static xmlDoc *read_sheet(const char *path)
{
	zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
	zip_stat_t stat;
	zip_file_t *file;
	xmlDoc *doc;
	char *text;

	if (!zip || zip_stat(zip, SHEET, 0, &stat) != 0 ||
	    !(file = zip_fopen(zip, SHEET, 0)) || !(text = malloc(stat.size)))
		fail("no such sheet");
	if (zip_fread(file, text, stat.size) != (zip_int64_t)stat.size)
		fail("the sheet is cut");
	doc = xmlReadMemory(text, (int)stat.size, SHEET, NULL,
			    XML_PARSE_NONET | XML_PARSE_HUGE);
	if (!doc)
		fail("the sheet is no XML");
	free(text);
	zip_fclose(file);
	zip_discard(zip);
	return doc;
}

static int is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       !strcmp((const char *)node->name, name);
}

/* All text in an element: of a rich text, its runs. */
static void add_text(char *out, const xmlNode *node)
{
	for (; node; node = node->next)
		if (node->type == XML_TEXT_NODE)
			strcat(out, (const char *)node->content);
		else
			add_text(out, node->children);
}

/* _x001B_ is the character of that number, here below U+0080 each. */
static void put_quoted(const char *text)
{
	putchar('"');
	while (*text) {
		unsigned c;
		int len = 0;

		if (sscanf(text, "_x%4x_%n", &c, &len) == 1 && len == 7 &&
		    c < 0x80) {
			putchar((int)c);
			text += len;
			continue;
		}
		if (*text == '"')
			putchar('"');
		putchar(*text++);
	}
	putchar('"');
}

/* "AB12": 27 */
static int column_of(const char *place)
{
	int column = 0;

	for (; *place >= 'A'; place++)
		column = column * 26 + (*place - 'A' + 1);
	return column - 1;
}

static void put_row(const xmlNode *cell, int *width)
{
	int at = 0;

	for (; cell; cell = cell->next) {
		char *place = (char *)xmlGetProp(cell, (const xmlChar *)"r");
		char *text = calloc(1, 1 << 20);

		for (; at <= column_of(place); at++)
			fputs(at > 0 ? "," : "", stdout);
		add_text(text, cell->children);
		put_quoted(text);
		free(text);
		xmlFree(place);
	}
	if (*width == 0)
		*width = at;
	for (; at < *width; at++)
		putchar(',');
	putchar('\n');
}

int main(int argc, char **argv)
{
	xmlDoc *doc = argc == 2 ? read_sheet(argv[1]) : NULL;
	xmlNode *node = doc ? xmlDocGetRootElement(doc)->children : NULL;
	int width = 0;

	while (node && !is_named(node, "sheetData"))
		node = node->next;
	if (!node)
		fail("no rows");
	for (node = node->children; node; node = node->next)
		put_row(node->children, &width);
	xmlFreeDoc(doc);
	return 0;
}
