#include "gazetteer_internal.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdlib.h>

static uint8_t read_cue(struct str cell)
{
	static const struct { const char *code; uint8_t cue; } codes[] = {
		{ "short", CUE_SHORT },
		{ "common-word", CUE_COMMON },
		{ "place", CUE_PLACE }
	};
	uint8_t cue = 0;
	struct str code;

	while (cell.len > 0 && str_split(&cell, ';', &code)) {
		uint8_t found = CUE_OTHER;

		for (size_t i = 0; i < COUNT_OF(codes); i++)
			if (str_equal(code, str_of(codes[i].code)))
				found = codes[i].cue;
		cue |= found;
		if (!cell.data)
			break;
	}
	return cue;
}

static void add_variant(struct gazetteer *g, lang_id lang, bool own,
			uint32_t entity, struct str text, uint8_t cue)
{
	uint32_t number = (uint32_t)g->names.count;

	*LIST_ADD(&g->names) = (struct name){ .entity = entity, .text = text,
					      .lang = lang, .cue = cue };
	if (own)
		phrases_add(g->phrases, lang, text, number);
	else
		phrases_add_foreign(g->phrases, lang, text, number);
}

static bool has_letter(struct str text, bool (*is)(uint32_t))
{
	for (size_t at = 0; at < text.len;)
		if (is(utf8_next(text, &at)))
			return true;
	return false;
}

/* A Cyrillic spelling stands under one language and is inflected by the others
 * of that script too, unless its letters are Kazakh. */
static void add_name(struct gazetteer *g, struct str lang_code, uint32_t entity,
		     struct str text, uint8_t cue)
{
	lang_id lang = str_equal(lang_code, STR("mul")) ?
			       LANG_UND :
			       words_lang(g->words, lang_code);

	text = str_copy(&g->arena, text);
	add_variant(g, lang, true, entity, text, cue);
	if (!has_letter(text, utf8_is_cyrillic) ||
	    has_letter(text, utf8_is_kazakh))
		return;
	for (size_t i = 0; i < g->cyrillic_count; i++)
		if (g->cyrillic[i] != lang)
			add_variant(g, g->cyrillic[i], false, entity, text,
				    cue);
}

static int load_languages(struct gazetteer *g, const char *folder,
			  struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "languages.tsv", "code script",
			       err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table.row_count; row++) {
		lang_id lang = words_lang(
			g->words, table_cell(&table, row,
					     table_column(&table, "code")));

		if (lang != LANG_UND && g->cyrillic_count < LANG_MAX &&
		    str_equal(table_cell(&table, row,
					 table_column(&table, "script")),
			      STR("cyrillic")))
			g->cyrillic[g->cyrillic_count++] = lang;
	}
	table_release(&table);
	return 0;
}

static int load_names(struct gazetteer *g, const char *folder,
		      enum mention_type type, struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	struct table table;
	int rc, id, lang, name, cue;

	strbuf_addf(&path, "names/%s.tsv", entities_table(type));
	rc = lexicons_load(&table, folder, path.data, "id lang name cue", err);
	strbuf_release(&path);
	if (rc < 0)
		return rc;
	id = table_column(&table, "id");
	lang = table_column(&table, "lang");
	name = table_column(&table, "name");
	cue = table_column(&table, "cue");
	for (size_t row = 0; row < table.row_count; row++)
		add_name(g, table_cell(&table, row, lang),
			 entities_add(&g->entities, table_cell(&table, row, id),
				      type),
			 table_cell(&table, row, name),
			 read_cue(table_cell(&table, row, cue)));
	table_release(&table);
	return 0;
}

static bool is_id(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!((id.data[i] >= 'a' && id.data[i] <= 'z') ||
		      (id.data[i] >= '0' && id.data[i] <= '9') ||
		      id.data[i] == '_'))
			return false;
	return id.len > 0;
}

static int load_list(struct gazetteer *g, const char *path, struct err *err)
{
	struct table table;
	int rc = table_load(&table, path, "type id lang name", err);
	size_t first = g->names.count;

	if (rc < 0)
		return err_wrap(err, rc, "cannot load the names of --names");
	for (size_t row = 0; rc == 0 && row < table.row_count; row++) {
		struct str id = table_cell(&table, row,
					   table_column(&table, "id"));
		struct str type_name = table_cell(
			&table, row, table_column(&table, "type"));
		enum mention_type type;

		if (!mention_type_find(type_name, &type) ||
		    mention_type_has_value(type))
			rc = err_set(err, ERR_FORMAT,
				     "%s:%u: '%.*s' is no type of name", path,
				     table.lines.items[row],
				     STR_ARGS(type_name));
		else if (!is_id(id))
			rc = err_set(err, ERR_FORMAT,
				     "%s:%u: '%.*s' is no id (a-z, 0-9, _)",
				     path, table.lines.items[row],
				     STR_ARGS(id));
		else
			add_name(g, table_cell(&table, row,
					       table_column(&table, "lang")),
				 entities_add(&g->entities, id, type),
				 table_cell(&table, row,
					    table_column(&table, "name")),
				 read_cue(table_cell(&table, row,
						     table_column(&table,
								  "cue"))));
	}
	for (; first < g->names.count; first++)
		g->names.items[first].listed = true;
	table_release(&table);
	return rc;
}

/* An address may be an entity's domain or one of its names. */
static void add_site(struct gazetteer *g, struct str address, uint32_t entity)
{
	uint32_t term;

	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, address);
	term = interned_add(&g->sites, strbuf_view(&g->site));
	if (term == g->site_entity.count)
		*LIST_ADD(&g->site_entity) = entity;
}

static void index_sites(struct gazetteer *g)
{
	*LIST_ADD(&g->site_entity) = NO_ENTITY;
	for (size_t i = 0; i < g->names.count; i++) {
		const struct name *name = &g->names.items[i];

		if (name->lang == LANG_UND)
			add_site(g, name->text, name->entity);
	}
	for (size_t i = 0; i < g->entities.domains.count; i++)
		add_site(g, g->entities.domains.items[i],
			 g->entities.owners.items[i]);
}

static int load(struct gazetteer *g, const char *folder,
		const char *const *lists, size_t list_count, struct err *err)
{
	int rc = load_languages(g, folder, err);

	if (rc == 0)
		rc = entities_load(&g->entities, folder, err);
	for (unsigned type = 0; rc == 0 && type < MENTION_TYPES; type++)
		if (entities_table((enum mention_type)type))
			rc = load_names(g, folder, (enum mention_type)type,
					err);
	for (size_t i = 0; rc == 0 && i < list_count; i++)
		rc = load_list(g, lists[i], err);
	if (rc == 0)
		rc = name_cases_load(g, folder, err);
	if (rc == 0)
		index_sites(g);
	return rc;
}

int gazetteer_open(struct gazetteer **out, struct languages *languages,
		   struct words *words, const char *folder,
		   const char *const *lists, size_t list_count,
		   const struct romanisation *romanisation, struct err *err)
{
	struct gazetteer *g = memory_get(sizeof *g);
	int rc;

	*g = (struct gazetteer){ .languages = languages, .words = words,
				 .romanisation = romanisation };
	entities_init(&g->entities);
	interned_init(&g->sites);
	interned_init(&g->single);
	LIST_ADD(&g->single_name);
	g->phrases = phrases_new(languages, words);
	rc = load(g, folder, lists, list_count, err);
	if (rc < 0) {
		gazetteer_close(g);
		g = NULL;
	}
	*out = g;
	return rc;
}

void gazetteer_close(struct gazetteer *g)
{
	if (!g)
		return;
	entities_release(&g->entities);
	LIST_RELEASE(&g->names);
	phrases_free(g->phrases);
	interned_release(&g->sites);
	interned_release(&g->single);
	LIST_RELEASE(&g->single_name);
	LIST_RELEASE(&g->cases);
	LIST_RELEASE(&g->site_entity);
	strbuf_release(&g->site);
	list_free(g->pieces.items);
	arena_release(&g->arena);
	free(g);
}

uint32_t gazetteer_entity(const struct gazetteer *g, struct str id)
{
	uint32_t term = interned_find(&g->entities.ids, id);

	return term < g->entities.by_id.count ? g->entities.by_id.items[term] :
						(uint32_t)NO_ENTITY;
}
