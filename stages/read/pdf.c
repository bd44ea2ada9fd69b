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

static int run(struct boxes *boxes, struct str raw, struct err *err)
{
	static const char *const arguments[] = { "pdftotext", "-bbox-layout",
						 "-enc", "UTF-8", "-", "-",
						 NULL };
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
	return boxes_end(boxes, err);
}

int pdf_read(struct builder *builder, struct str raw, struct err *err)
{
	struct pages pages = { .size = 0 };
	struct boxes *boxes = boxes_new(&pages);
	int rc = run(boxes, raw, err);

	boxes_free(boxes);
	if (rc == 0 && pages.words.count == 0)
		rc = err_set(err, ERR_FORMAT,
			     "%zu pages and no text on them: scanned pictures? "
			     "Add a text layer first (ocrmypdf does)",
			     pages.pages.count);
	if (rc == 0) {
		pages_measure(&pages);
		pages_furniture(&pages);
		pages_order(&pages);
		blocks_build(&pages, builder);
	}
	pages_release(&pages);
	return rc;
}
