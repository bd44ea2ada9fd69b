/* Documents that a reader of a format makes, as one line for a comparison:
 * "kind: text|", with <target> behind the text of a link. */
#ifndef ESEP_TEST_READ_BUILDER_H
#define ESEP_TEST_READ_BUILDER_H

#include "builder.h"

static inline void add_linked(struct strbuf *out, const struct document *doc,
			      size_t paragraph)
{
	struct str text = doc->paragraphs.items[paragraph].text;
	size_t at = 0;

	for (size_t i = 0; i < doc->links.count; i++) {
		const struct link *link = &doc->links.items[i];

		if (link->paragraph != paragraph)
			continue;
		strbuf_add(out, str_slice(text, at, link->at.end));
		strbuf_addf(out, "<%.*s>", STR_ARGS(link->target));
		at = link->at.end;
	}
	strbuf_add(out, str_slice(text, at, text.len));
}

static inline void print_paragraphs(struct strbuf *out,
				    const struct document *doc)
{
	strbuf_add(out, STR(""));
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];

		strbuf_addf(out, "%s: ", paragraph_kind_name(par->kind).data);
		add_linked(out, doc, i);
		strbuf_add_char(out, '|');
	}
}

/* What `read` makes of bytes; returns what it does. */
typedef int read_bytes_fn(struct builder *builder, struct str bytes,
			  const void *data, struct err *err);

static inline int read_printed(struct strbuf *out, read_bytes_fn *read,
			       struct str bytes, const void *data,
			       struct err *err)
{
	struct builder builder;
	struct words words;
	struct document doc;
	int rc;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	builder_init(&builder, &doc, 1 << 20);
	rc = read(&builder, bytes, data, err);
	if (rc == 0)
		rc = builder_finish(&builder, err);
	else
		builder_release(&builder);
	if (document_meta(&doc, STR("title")).len > 0)
		strbuf_addf(out, "[%.*s] ",
			    STR_ARGS(document_meta(&doc, STR("title"))));
	print_paragraphs(out, &doc);
	document_release(&doc);
	words_release(&words);
	return rc;
}

#endif
