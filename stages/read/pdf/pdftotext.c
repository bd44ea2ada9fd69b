#include "pdftotext.h"

#include "boxes.h"
#include "process.h"

#include <unistd.h>

enum { SECONDS = 600 };        /* for the whole document */

#define MEMORY ((size_t)4 << 30)

static int take(void *data, struct str bytes, struct err *err)
{
	return boxes_take(data, bytes, err);
}

static bool says(const struct process_end *end, const char *words)
{
	return strstr(end->said, words) != NULL;
}

static int explain(const struct process_end *end, struct err *err)
{
	if (end->timed_out)
		return err_set(err, ERR_LIMIT,
			       "pdftotext took more than %d seconds", SECONDS);
	if (end->signal)
		return err_set(err, ERR_FORMAT,
			       "pdftotext was ended by signal %d",
			       end->signal);
	if (says(end, "Incorrect password"))
		return err_set(err, ERR_FORMAT,
			       "an encrypted PDF: it opens with a password "
			       "only (take it off with 'qpdf --decrypt')");
	return err_set(err, ERR_FORMAT, "not a PDF that can be read: %s",
		       end->said[0] ? end->said : "pdftotext failed");
}

/* Whether what it says leaves nothing out: it goes on behind an operator that
 * it does not know. */
static bool is_harmless(const struct process_end *end)
{
	return says(end, "Unknown operator");
}

static int run(int file, struct boxes *boxes, struct err *damage,
	       struct err *err)
{
	/* by name: poppler takes longer over "-" where a file is large */
	static const char *const arguments[] = {
		"pdftotext", "-bbox-layout", "-cropbox", "-enc", "UTF-8",
		"/dev/fd/0", "-", NULL
	};
	struct process process = { arguments, file, SECONDS, MEMORY, take,
				   boxes };
	struct process_end end;
	int rc = process_run(&process, &end, err);

	if (rc == ERR_MISSING)
		return err_set(err, rc, "pdftotext is not there, which "
			       "reads PDF: install the package poppler-utils");
	if (rc < 0)
		return rc;
	if (end.status != 0)
		return explain(&end, err);
	if (is_harmless(&end))
		err_set(damage, ERR_NOTE, "the PDF is not quite as it should "
			"be (%s)", end.said);
	else if (says(&end, "Syntax Error"))
		err_set(damage, ERR_FORMAT, "a damaged PDF, some of its "
			"text may be missing (%s)", end.said);
	return boxes_end(boxes, err);
}

int pdftotext_read(struct pages *pages, struct str raw, struct err *damage,
		   struct err *err)
{
	int file = process_file(raw, err), rc = file;

	if (file >= 0) {
		struct boxes *boxes = boxes_new(pages);

		rc = run(file, boxes, damage, err);
		boxes_free(boxes);
		close(file);
	}
	return rc;
}
