/* Any bytes as an HTML page: no crash; what comes out is valid text, and links
 * lie within it. */
#include "checked_text.h"

#include "encoding.h"
#include "lexicons.h"
#include "html.h"

static struct html_names *lexicon;

static void read_page(struct document *doc, struct str bytes)
{
	const char *encoding = html_encoding(&doc->arena, bytes);
	struct encoding_damage damage;
	struct builder builder;
	struct err err = ERR_INIT;
	struct str text;

	if (!encoding || encoding_decode(&text, &doc->arena, bytes, encoding,
					 &damage, &err) < 0)
		return;
	builder_init(&builder, doc, 1 << 20);
	if (html_read(&builder, text, lexicon, &err) < 0)
		builder_release(&builder);
	else if (builder_finish(&builder, &err) == 0)
		check_text(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;
	static struct lexicons *lexicons;

	if (!lexicon && (lexicons_open(&lexicons, NULL, &err) < 0 ||
			   html_names_open(&lexicon, lexicons, &err) < 0))
		abort();
	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	read_page(&doc, (struct str){ (const char *)data, size });
	document_release(&doc);
	words_release(&words);
	return 0;
}
