#include "docx.h"

#include "docx_story.h"
#include "utf8.h"

enum {
	HEADING_BYTES = 200,   /* a line of more is text in bold */
	BOLD_SHARE = 4         /* where more than one in so many is bold,
				  bold says nothing */
};

struct parts {
	struct package *package;
	struct relations root, links;
	struct str document;      /* its name */
	struct docx_styles styles;
	struct docx_numbers *numbers;
	struct docx_notes footnotes, endnotes;
};

/* A part that the document refers to: "styles.xml" beside word/document.xml,
 * or "/word/styles.xml". */
static bool part_name(struct strbuf *name, const struct parts *parts,
		      struct str type)
{
	struct str target = relations_by_type(&parts->links, type);
	struct str folder = parts->document;

	strbuf_clear(name);
	if (target.len == 0)
		return false;
	while (folder.len > 0 && folder.data[folder.len - 1] != '/')
		folder.len--;
	if (str_has_prefix(target, STR("/")))
		target = str_slice(target, 1, target.len);
	else
		strbuf_add(name, folder);
	strbuf_add(name, target);
	return package_has(parts->package, name->data);
}

static int find_document(struct parts *parts, struct err *err)
{
	int rc = relations_load(&parts->root, parts->package, "", err);

	if (rc < 0)
		return rc;
	parts->document = relations_by_type(&parts->root,
					    STR("officeDocument"));
	if (str_has_prefix(parts->document, STR("/")))
		parts->document = str_slice(parts->document, 1,
					    parts->document.len);
	if (parts->document.len == 0 ||
	    !package_has(parts->package, parts->document.data))
		parts->document = STR("word/document.xml");
	if (!package_has(parts->package, parts->document.data))
		return err_set(err, ERR_FORMAT,
			       "no Word document (there is no "
			       "word/document.xml in it)");
	return relations_load(&parts->links, parts->package,
			      parts->document.data, err);
}

static int load_notes(struct docx_notes *notes, struct parts *parts,
		      struct str type, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	struct relations links;
	struct docx_sources sources = { .styles = &parts->styles,
					.numbers = parts->numbers,
					.links = &links };
	int rc = 0;

	if (part_name(&name, parts, type)) {
		rc = relations_load(&links, parts->package, name.data, err);
		if (rc == 0)
			rc = docx_story_read(&notes->chunks, notes,
					     parts->package, name.data,
					     &sources, err);
		relations_release(&links);
	}
	strbuf_release(&name);
	return rc;
}

static int load_parts(struct parts *parts, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	int rc = find_document(parts, err);

	if (rc == 0 && part_name(&name, parts, STR("styles")))
		rc = docx_styles_load(&parts->styles, parts->package,
				      name.data, err);
	if (rc == 0 && part_name(&name, parts, STR("numbering")))
		rc = docx_numbers_open(&parts->numbers, parts->package,
				       name.data, err);
	strbuf_release(&name);
	if (rc == 0)
		rc = load_notes(&parts->footnotes, parts, STR("footnotes"),
				err);
	if (rc == 0)
		rc = load_notes(&parts->endnotes, parts, STR("endnotes"), err);
	return rc;
}

static void release_notes(struct docx_notes *notes)
{
	chunks_release(&notes->chunks);
	LIST_RELEASE(&notes->list);
}

static void release_parts(struct parts *parts)
{
	release_notes(&parts->footnotes);
	release_notes(&parts->endnotes);
	docx_numbers_close(parts->numbers);
	docx_styles_release(&parts->styles);
	relations_release(&parts->links);
	relations_release(&parts->root);
	package_close(parts->package);
}

static bool is_bold_line(const struct chunks *chunks,
			 const struct chunk *chunk)
{
	struct str text = chunks_view(chunks, chunk);
	bool letters = false;

	for (size_t at = 0; at < text.len && !letters;)
		letters = utf8_is_letter(utf8_next(text, &at));
	return (chunk->kind == PARAGRAPH_TEXT ||
		chunk->kind == PARAGRAPH_ITEM) && !chunk->plain && letters &&
	       chunk->row == CHUNKS_NONE && text.len <= HEADING_BYTES &&
	       !str_equal(chunk->mark, STR("- ")) &&
	       !strchr(".,;!", text.data[text.len - 1]);
}

/* Headings without a style: lines in bold behind the first that is text; in
 * front of it is the title page. */
static void name_headings(struct chunks *chunks)
{
	size_t bold = 0, all = 0, first = 0;

	for (size_t i = 0; i < chunks->list.count; i++) {
		const struct chunk *chunk = &chunks->list.items[i];
		size_t len = chunk->end - chunk->start;

		all += len;
		bold += chunk->plain || chunk->kind == PARAGRAPH_HEADING ||
				chunk->kind == PARAGRAPH_TITLE ? 0 : len;
	}
	if (bold * BOLD_SHARE > all)
		return;
	while (first < chunks->list.count &&
	       chunks->list.items[first].end - chunks->list.items[first].start <=
		       HEADING_BYTES)
		first++;
	for (size_t i = first; i < chunks->list.count; i++)
		if (is_bold_line(chunks, &chunks->list.items[i]))
			chunks->list.items[i].kind = PARAGRAPH_HEADING;
}

int docx_read(struct builder *builder, struct str raw, struct err *err)
{
	struct parts parts = { .package = NULL };
	struct docx_sources sources = {
		.styles = &parts.styles, .links = &parts.links,
		.footnotes = &parts.footnotes, .endnotes = &parts.endnotes
	};
	struct chunks chunks = { .arena = ARENA_INIT };
	int rc = package_open(&parts.package, raw, err);

	if (rc < 0)
		return rc;
	rc = load_parts(&parts, err);
	sources.numbers = parts.numbers;
	if (rc == 0)
		rc = docx_story_read(&chunks, NULL, parts.package,
				     parts.document.data, &sources, err);
	if (rc == 0) {
		name_headings(&chunks);
		chunks_write(&chunks, builder);
	}
	chunks_release(&chunks);
	release_parts(&parts);
	return rc;
}
