#include "export_formats.h"

#include "output.h"

void export_flush(struct exporter *e)
{
	struct strbuf *out = &e->out;

	if (e->is_terminal) {
		strbuf_clear(&e->shown);
		output_add_lines(&e->shown, strbuf_view(&e->out));
		out = &e->shown;
	}
	if (out->len > 0)
		fwrite(out->data, 1, out->len, e->file);
	strbuf_clear(&e->out);
}

struct str export_read(struct exporter *e, struct statement *st, int column)
{
	struct str text = statement_text(st, column);

	if (!e->mask)
		return text;
	strbuf_clear(&e->masked);
	mask_add(e->mask, &e->masked, text, NULL, 0);
	return strbuf_view(&e->masked);
}

int export_find_keys(struct exporter *e, struct err *err)
{
	struct statement *st = NULL;
	int rc = statement_open(&st, e->db, "SELECT DISTINCT key FROM "
				"document_meta WHERE " EXPORT_IS_KEY
				" ORDER BY key", err);

	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		*LIST_ADD(&e->keys) = str_copy(&e->arena,
					       statement_text(st, 0));
	statement_close(st);
	return rc;
}

struct str export_kind(const struct document *doc, const struct token *token)
{
	static const char *const names[] = {
		[KIND_UNKNOWN] = "", [KIND_WORD] = "word",
		[KIND_NUMBER] = "number", [KIND_PUNCT] = "punct",
		[KIND_SYMBOL] = "symbol", [KIND_ADDRESS] = "address",
		[KIND_HANDLE] = "handle",
	};

	if (words_text(doc->words, token->form).len == 0)
		return STR_NONE;
	return str_of(names[words_kind(doc->words, token->form)]);
}

struct str export_pos(const struct document *doc, const struct token *token)
{
	struct str upos = doc->extras.items[token->extra].upos;

	return token->extra == 0 || str_equal(upos, STR("_")) ? STR_NONE
							      : upos;
}
