#include "export_formats.h"

#include "deflate.h"
#include "stream.h"

#include <errno.h>

/* Read the stream that was kept and write it again, so that dates and amounts
 * are numbered through as in one stream. */
static int rewrite(struct exporter *e, struct str id, struct err *err)
{
	struct stream_reader *reader;
	FILE *file = fmemopen(e->in.data, e->in.len, "rb");
	char label[256];
	int rc;

	if (!file)
		return err_set(err, ERR_SYSTEM, "cannot read the stream: %s",
			       strerror(errno));
	snprintf(label, sizeof label, "stream of '%.*s'", STR_ARGS(id));
	reader = stream_reader_new(file, label, e->max);
	while ((rc = stream_read(reader, &e->doc, err)) > 0)
		stream_write(&e->out, &e->doc, &e->values);
	stream_reader_free(reader);
	fclose(file);
	words_trim(&e->words);
	return rc;
}

static int add(struct exporter *e, int64_t number, struct str id,
	       struct err *err)
{
	struct statement *st = e->statements[0];
	int rc;

	statement_bind_number(st, 1, number);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	strbuf_clear(&e->in);
	rc = inflate_add(&e->in, statement_text(st, 0), e->max, err);
	statement_reset(st);
	if (rc == 0 && e->in.len > 0)
		rc = rewrite(e, id, err);
	if (rc < 0)
		return err_wrap(err, rc, "%s: '%.*s'",
				database_path(e->db), STR_ARGS(id));
	return 0;
}

const struct export_format export_conllu = {
	.name = "conllu",
	.sql = { "SELECT conllu FROM document_stream WHERE document = ?1" },
	.add = add,
};
