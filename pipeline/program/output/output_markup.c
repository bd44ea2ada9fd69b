/* Tables in HTML and in Markdown. */
#include "output_internal.h"

static int html_open(struct output_sink *sink, struct err *err)
{
	(void)sink;
	return err_set(err, ERR_USAGE, "html is not there yet");
}

static int row(struct output_sink *sink, const struct output_cell *cells,
	       struct err *err)
{
	(void)sink, (void)cells, (void)err;
	return 0;
}

const struct output_writer output_html_writer = {
	"html", html_open, row, html_open
};
const struct output_writer output_md_writer = {
	"md", html_open, row, html_open
};
const struct output_writer output_xlsx_writer = {
	"xlsx", html_open, row, html_open
};
