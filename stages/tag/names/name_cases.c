#include "gazetteer_internal.h"

#include "utf8.h"

#include <limits.h>

enum { NAME_LEAST = 3 /* letters before the ending */ };

static void add_single(struct gazetteer *g, uint32_t number)
{
	struct name *name = &g->names.items[number];
	uint32_t string;

	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, name->text);
	string = interned_add(&g->single, strbuf_view(&g->site));
	while (g->single_name.count <= string)
		LIST_ADD(&g->single_name);
	name->next = g->single_name.items[string];
	g->single_name.items[string] = number + 1;
}

static int add_case(struct gazetteer *g, struct table *table, size_t row,
		    struct err *err)
{
	struct case_row new = {
		.ending = table_named_cell(table, row, "ending"),
		.base = table_named_cell(table, row, "base")
	};
	int rc = knowledge_lang(g->knowledge, table, row, &new.lang, err);

	if (rc == 0) {
		*LIST_ADD(&g->cases) = new;
		g->has_cases[new.lang] = true;
		table_take(table, row);
	}
	return rc;
}

int name_cases_load(struct gazetteer *g, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(g->knowledge->lexicons, "name_cases.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_case(g, table, row, err);
	for (size_t i = 0; rc == 0 && i < g->names.count; i++)
		name_cases_index(g, (uint32_t)i);
	return rc;
}

void name_cases_index(struct gazetteer *g, uint32_t number)
{
	const struct name *name = &g->names.items[number];

	if (g->has_cases[name->lang] &&
	    str_find(name->text, STR(" "), 0) == name->text.len) {
		add_single(g, number);
		g->no_case.generation = UINT_MAX; /* it may be one now */
	}
}

static void add_names(struct gazetteer *g, lang_id lang, struct str nominative,
		      size_t token, struct phrase_matches *out)
{
	uint32_t string = interned_find(&g->single, nominative);
	uint32_t next = string ? g->single_name.items[string] : 0;

	for (; next; next = g->names.items[next - 1].next)
		if (g->names.items[next - 1].lang == lang)
			*LIST_ADD(out) = (struct phrase_match){
				token, token + 1, next - 1, false, false
			};
}

static void match(struct gazetteer *g, const struct scan *scan, size_t token,
		  struct phrase_matches *out)
{
	struct str form = words_text(scan->words, scan_fold(scan, token));
	lang_id lang = scan_lang(scan, token);

	for (size_t i = 0; i < g->cases.count; i++) {
		const struct case_row *row = &g->cases.items[i];

		if (row->lang != lang || !str_has_suffix(form, row->ending))
			continue;
		strbuf_clear(&g->site);
		strbuf_add(&g->site, str_slice(form, 0,
					       form.len - row->ending.len));
		if (utf8_chars(strbuf_view(&g->site)) < NAME_LEAST)
			continue;
		strbuf_add(&g->site, row->base);
		add_names(g, lang, strbuf_view(&g->site), token, out);
	}
}

void name_cases_match(struct gazetteer *g, const struct scan *scan,
		      size_t token, struct phrase_matches *out)
{
	lang_id lang = scan_lang(scan, token);
	word_id form = scan->doc->tokens.items[token].form;
	size_t before = out->count;

	if (!g->has_cases[lang] || scan_kind(scan, token) != KIND_WORD ||
	    !(scan_shape(scan, token) & SHAPE_CAPITAL) ||
	    *word_cache_at(&g->no_case, g->words, form) & 1u << lang)
		return;
	match(g, scan, token, out);
	if (out->count == before)
		*word_cache_at(&g->no_case, g->words, form) |= 1u << lang;
}
