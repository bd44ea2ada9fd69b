#include "kinds.h"

#include "utf8.h"

static struct str folded(struct kinds *kinds, struct str text)
{
	strbuf_clear(&kinds->buf);
	utf8_add_fold(&kinds->buf, text);
	return strbuf_view(&kinds->buf);
}

static struct str stem_of(struct kinds *kinds, lang_id lang, struct str word)
{
	struct words *words = kinds->knowledge->words;

	return words_text(words, languages_stem(kinds->knowledge->languages,
						lang, words_add(words, word)));
}

/* A head is known by its form, and by its stem in its own language. */
static int add_head(struct kinds *kinds, struct table *table, size_t row,
		    struct err *err)
{
	struct str head = table_named_cell(table, row, "head");
	enum mention_type type;
	lang_id lang;
	int rc = knowledge_mention_type(kinds->knowledge, table, row, &type,
					err);

	if (rc == 0)
		rc = knowledge_lang(kinds->knowledge, table, row, &lang, err);
	if (rc < 0 || str_find(head, STR(" "), 0) < head.len)
		return rc;
	string_map_add(&kinds->heads, folded(kinds, head), 1u << type);
	if (lang != LANG_UND)
		string_map_add(&kinds->heads, stem_of(kinds, lang, head),
			       1u << type);
	return 0;
}

static int load_heads(struct kinds *kinds, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(kinds->knowledge->lexicons, "heads.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_head(kinds, table, row, err);
	return rc;
}

/* The cells of a column. */
static int load_cells(struct kinds *kinds, const char *name, const char *column,
		      struct string_map *map, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(kinds->knowledge->lexicons, name, &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		string_map_add(map, folded(kinds, table_named_cell(table, row,
								   column)),
			       1);
	return rc;
}

/* Types may share a table of things; some have ids and no domains. */
static int load_things(struct kinds *kinds, struct str names, struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	int rc;

	strbuf_addf(&path, "%.*s.tsv", STR_ARGS(names));
	rc = load_cells(kinds, path.data, "id", &kinds->listed, err);
	if (rc == 0)
		rc = load_cells(kinds, path.data, "domain", &kinds->listed, err);
	strbuf_clear(&path);
	strbuf_addf(&path, "names/%.*s.tsv", STR_ARGS(names));
	if (rc == 0)
		rc = load_cells(kinds, path.data, "id", &kinds->listed, err);
	if (rc == 0)
		rc = load_cells(kinds, path.data, "name", &kinds->listed, err);
	strbuf_release(&path);
	return rc;
}

int kinds_open(struct kinds *kinds, const struct knowledge *knowledge,
	       struct err *err)
{
	int rc;

	*kinds = (struct kinds){
		.knowledge = knowledge, .heads = STRING_MAP_INIT,
		.links = STRING_MAP_INIT, .given = STRING_MAP_INIT,
		.titles = STRING_MAP_INIT, .listed = STRING_MAP_INIT,
		.buf = STRBUF_INIT
	};
	rc = load_heads(kinds, err);
	if (rc == 0)
		rc = load_cells(kinds, "name_links.tsv", "form", &kinds->links,
				err);
	if (rc == 0)
		rc = load_cells(kinds, "given_names.tsv", "name",
				&kinds->given, err);
	if (rc == 0)
		rc = load_cells(kinds, "titles.tsv", "word", &kinds->titles,
				err);
	for (unsigned i = 0; rc == 0 && i < MENTION_TYPES; i++)
		if (knowledge->types->of[i].names.len > 0)
			rc = load_things(kinds, knowledge->types->of[i].names,
					 err);
	return rc;
}

void kinds_close(struct kinds *kinds)
{
	string_map_release(&kinds->heads);
	string_map_release(&kinds->links);
	string_map_release(&kinds->given);
	string_map_release(&kinds->titles);
	string_map_release(&kinds->listed);
	strbuf_release(&kinds->buf);
}

uint32_t kinds_of_word(struct kinds *kinds, lang_id lang, struct str word)
{
	uint32_t bits = string_map_find(&kinds->heads, folded(kinds, word));

	if (!bits && lang != LANG_UND)
		bits = string_map_find(&kinds->heads,
				       stem_of(kinds, lang, word));
	return bits;
}

bool kinds_is_link(struct kinds *kinds, struct str word)
{
	return string_map_find(&kinds->links, folded(kinds, word)) != 0;
}

bool kinds_is_given_name(struct kinds *kinds, struct str word)
{
	return string_map_find(&kinds->given, folded(kinds, word)) != 0;
}

bool kinds_is_title(struct kinds *kinds, struct str word)
{
	return string_map_find(&kinds->titles, folded(kinds, word)) != 0;
}

bool kinds_lists(struct kinds *kinds, struct str text)
{
	struct str name = folded(kinds, text);

	if (str_has_prefix(name, STR("www.")))
		name = str_slice(name, 4, name.len);
	return string_map_find(&kinds->listed, name) != 0;
}
