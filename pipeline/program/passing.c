#include "passing.h"

static const char sentences_sql[] =
	"SELECT paragraph.position, sentence.position FROM paragraph "
	"JOIN document ON document.id = paragraph.document "
	"JOIN sentence ON sentence.id BETWEEN first_sentence AND last_sentence "
	"WHERE paragraph.document = ?1";

int passing_open(struct passing *passing, const struct query_context *context,
		 struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int rc = 0;

	*passing = (struct passing){ .sentences = NULL };
	if (!filters_part_documents(context->filters))
		return 0;
	strbuf_add_z(&sql, sentences_sql);
	rc = query_add_filters(context, &filter_columns_of_tables, &sql, err);
	if (rc == 0)
		rc = statement_open(&passing->sentences, context->db, sql.data,
				    err);
	strbuf_release(&sql);
	return rc;
}

void passing_close(struct passing *passing)
{
	statement_close(passing->sentences);
	LIST_RELEASE(&passing->marks);
}

static void mark(struct passing *passing, const struct document *doc,
		 int64_t paragraph, int64_t sentence)
{
	const struct paragraph *par;

	if (paragraph < 1 || (size_t)paragraph > doc->paragraphs.count)
		return;
	par = &doc->paragraphs.items[paragraph - 1];
	if (sentence >= 1 && (size_t)sentence <= par->sentence_count)
		passing->marks.items[par->first_sentence + (size_t)sentence -
				     1] = 1;
}

int passing_look(struct passing *passing, int64_t row,
		 const struct document *doc, struct err *err)
{
	struct statement *st = passing->sentences;
	int rc;

	LIST_CLEAR(&passing->marks);
	if (!st)
		return 0;
	for (size_t i = 0; i < doc->sentences.count; i++)
		*LIST_ADD(&passing->marks) = 0;
	statement_bind_number(st, 1, row);
	while ((rc = statement_step(st, err)) > 0)
		mark(passing, doc, statement_number(st, 0),
		     statement_number(st, 1));
	return rc;
}

bool passing_has(const struct passing *passing, size_t sentence)
{
	return !passing->sentences || passing->marks.items[sentence];
}

int passing_documents(struct statement **documents,
		      const struct query_context *context, struct err *err)
{
	const struct filter_columns columns = { .document = "document.id" };
	struct strbuf sql = STRBUF_INIT;
	int rc;

	*documents = NULL;
	strbuf_add_z(&sql, "SELECT id, name FROM document WHERE true");
	rc = query_add_filters(context, &columns, &sql, err);
	strbuf_add_z(&sql, " ORDER BY name");
	if (rc == 0)
		rc = statement_open(documents, context->db, sql.data, err);
	strbuf_release(&sql);
	return rc;
}
