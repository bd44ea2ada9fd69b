#include "pdf.h"

#include "blocks.h"
#include "process.h"

enum { SECONDS = 600 };

#define MEMORY ((size_t)4 << 30)

static int take(void *data, struct str bytes, struct err *err)
{
	return boxes_take(data, bytes, err);
}

static int explain(const struct process_end *end, struct err *err)
{
	struct str said = str_of(end->said);

	if (end->timed_out)
		return err_set(err, ERR_LIMIT,
			       "pdftotext took more than %d seconds", SECONDS);
	if (end->signal)
		return err_set(err, ERR_FORMAT,
			       "pdftotext was ended by signal %d",
			       end->signal);
	if (str_find(said, STR("Incorrect password"), 0) < said.len)
		return err_set(err, ERR_FORMAT,
			       "an encrypted PDF: it opens with a password "
			       "only (take it off with 'qpdf --decrypt')");
	return err_set(err, ERR_FORMAT, "not a PDF that can be read: %s",
		       said.len > 0 ? end->said : "pdftotext failed");
}

/* What pdftotext met in a file that it could read nonetheless. */
static void note_damage(const struct process_end *end, struct err *damage)
{
	struct str said = str_of(end->said);

	if (str_has_prefix(said, STR("Syntax Error")))
		err_set(damage, ERR_FORMAT, "a damaged PDF, some of its text "
			"may be missing (%s)", end->said);
}

static int run(struct boxes *boxes, struct str raw, struct err *damage,
	       struct err *err)
{
	/* by name: poppler takes longer over "-" where a file is large */
	static const char *const arguments[] = {
		"pdftotext", "-bbox-layout", "-enc", "UTF-8", "/dev/fd/0", "-",
		NULL
	};
	struct process process = { arguments, raw, SECONDS, MEMORY, take,
				   boxes };
	struct process_end end;
	int rc = process_run(&process, &end, err);

	if (rc == ERR_MISSING)
		return err_set(err, rc, "pdftotext is not there, which reads "
			       "PDF: install the package poppler-utils");
	if (rc < 0)
		return rc;
	if (end.status != 0)
		return explain(&end, err);
	note_damage(&end, damage);
	return boxes_end(boxes, err);
}

/* Pages without a word are pictures, if they are many. */
static void note_pictures(const struct pages *pages, struct err *damage)
{
	size_t bare = 0;

	for (size_t i = 0; i < pages->pages.count; i++)
		bare += pages->pages.items[i].word_count == 0;
	if (bare * 2 > pages->pages.count)
		err_set(damage, ERR_FORMAT, "no text on %zu of %zu pages: "
			"scanned pictures? Add a text layer (ocrmypdf does)",
			bare, pages->pages.count);
}

int pdf_read(struct builder *builder, struct str raw, struct err *damage,
	     struct err *err)
{
	struct pages pages = { .size = 0 };
	struct boxes *boxes = boxes_new(&pages);
	int rc = run(boxes, raw, damage, err);

	boxes_free(boxes);
	if (rc == 0 && pages.words.count == 0)
		rc = err_set(err, ERR_FORMAT, "no text on its %zu page%s: "
			     "scanned pictures? Add a text layer first "
			     "(ocrmypdf does)", pages.pages.count,
			     pages.pages.count == 1 ? "" : "s");
	if (rc == 0) {
		note_pictures(&pages, damage);
		pages_measure(&pages);
		pages_furniture(&pages);
		pages_order(&pages);
		blocks_build(&pages, builder);
	}
	pages_release(&pages);
	return rc;
}
