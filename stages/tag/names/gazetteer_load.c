#include "gazetteer_internal.h"

#include "utf8.h"

#include <stdlib.h>

/* What each reason does; one for which a name needs a sign whatever it is has
 * CUE_OTHER. */
static const struct { const char *name; uint8_t cue; } cues[] = {
	{ "short", CUE_SHORT }, { "common-word", CUE_COMMON },
	{ "place", CUE_PLACE }, { "given-name", CUE_OTHER },
	{ "surname", CUE_OTHER }, { "minor", CUE_MINOR }
};

/* The columns of a table of names, and what its last row had: most rows have
 * the id and the language of the one before. */
struct name_table {
	struct table *table;
	int id, lang, name, cue;
	struct str last_id, last_lang;
	uint32_t entity;
	lang_id language;
	struct arena *copies;  /* of names of a table that will not stay; else NULL */
};

static void find_columns(struct name_table *names, struct table *table)
{
	*names = (struct name_table){
		.table = table, .id = table_column(table, "id"),
		.lang = table_column(table, "lang"),
		.name = table_column(table, "name"),
		.cue = table_column(table, "cue"),
		.last_id = { NULL, 0 }, .last_lang = { NULL, 0 }
	};
}

static int read_cue(const struct name_table *names, size_t row, uint8_t *cue,
		    struct err *err)
{
	const struct table *table = names->table;
	struct str cell = table_cell(table, row, names->cue), name;

	*cue = 0;
	while (cell.len > 0 && str_split(&cell, ';', &name)) {
		size_t i = 0;

		while (i < COUNT_OF(cues) &&
		       !str_equal(name, str_of(cues[i].name)))
			i++;
		if (i == COUNT_OF(cues))
			return table_refuse(table, row, err, "cue '%.*s':"
					    " expected short, common-word,"
					    " place, given-name, surname or"
					    " minor",
					    STR_ARGS(name));
		*cue |= cues[i].cue;
	}
	return 0;
}

static void add_variant(struct gazetteer *g, lang_id lang, bool own,
			uint32_t entity, struct str text, uint8_t cue)
{
	uint32_t number = (uint32_t)g->names.count;

	*LIST_ADD(&g->names) = (struct name){ .entity = entity, .text = text,
					      .lang = lang, .cue = cue };
	phrases_add_lasting(g->phrases, lang, text, number, !own);
}

static bool has_cyrillic(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_cyrillic(utf8_next(text, &at)))
			return true;
	return false;
}

/* A hyphen inside a name, which languages split at each in its own way; no
 * address. */
static bool has_hyphen(struct str text)
{
	return str_find(text, STR("-"), 0) < text.len &&
	       str_find(text, STR("."), 0) == text.len;
}

/* A Cyrillic spelling stands under one language and is inflected by the others
 * of that script too, but for those that lack one of its letters. */
void gazetteer_add_name(struct gazetteer *g, lang_id lang, uint32_t entity,
			struct str text, uint8_t cue)
{
	struct spelling spelling = { 0 };

	add_variant(g, lang, true, entity, text, cue);
	if (lang == LANG_UND && has_hyphen(text))
		for (size_t i = 0; i < g->read_count; i++)
			add_variant(g, g->read[i], true, entity, text, cue);
	if (!has_cyrillic(text))
		return;
	spelling_add_text(&spelling, g->letters, text);
	for (size_t i = 0; i < g->cyrillic_count; i++)
		if (g->cyrillic[i].lang != lang &&
		    !(spelling.lacked >> g->cyrillic[i].row & 1))
			add_variant(g, g->cyrillic[i].lang, false, entity,
				    text, cue);
}

static int load_languages(struct gazetteer *g, struct err *err)
{
	const struct lexicon_languages *languages;
	int rc = lexicons_languages(g->knowledge->lexicons, &languages, err);

	if (rc == 0)
		rc = lexicons_main_lang(g->knowledge->lexicons,
					&g->listed.main_lang, err);
	g->letters = &languages->letters;
	for (size_t i = 0; rc == 0 && i < languages->count; i++) {
		g->read[g->read_count++] = languages_find(
			g->languages, languages->items[i].code);
		if (languages->items[i].script != SCRIPT_CYRILLIC)
			continue;
		g->cyrillic[g->cyrillic_count].row = i;
		g->cyrillic[g->cyrillic_count++].lang = languages_find(
			g->languages, languages->items[i].code);
	}
	return rc;
}

static int read_lang(const struct gazetteer *g, struct name_table *names,
		     size_t row, struct err *err)
{
	struct str cell = table_cell(names->table, row, names->lang);
	int rc = 0;

	if (!names->last_lang.data || !str_equal(cell, names->last_lang))
		rc = knowledge_lang(g->knowledge, names->table, row,
				    &names->language, err);
	names->last_lang = rc == 0 ? cell : (struct str){ NULL, 0 };
	return rc;
}

static int load_row(struct gazetteer *g, struct name_table *names, size_t row,
		    enum mention_type type, struct err *err)
{
	struct str id = table_cell(names->table, row, names->id);
	struct str text = table_cell(names->table, row, names->name);
	uint8_t cue = 0;
	int rc = read_lang(g, names, row, err);

	if (rc == 0)
		rc = read_cue(names, row, &cue, err);
	if (rc < 0)
		return rc;
	if (!names->last_id.data || !str_equal(id, names->last_id))
		names->entity = entities_add(&g->entities, id, type);
	names->last_id = id;
	if (names->copies)
		text = str_copy(names->copies, text);
	gazetteer_add_name(g, names->language, names->entity, text, cue);
	table_take(names->table, row);
	return 0;
}

/* The table of the names of a type; NULL where it has none. */
static int names_of(const struct gazetteer *g, unsigned type,
		    struct table **table, struct err *err)
{
	struct str names = g->knowledge->types->of[type].names;
	struct strbuf path = STRBUF_INIT;
	int rc;

	*table = NULL;
	if (names.len == 0)
		return 0;
	strbuf_addf(&path, "names/%.*s.tsv", STR_ARGS(names));
	rc = lexicons_table(g->knowledge->lexicons, path.data, table, err);
	strbuf_release(&path);
	return rc;
}

/* Every second name or so is Cyrillic and has a variant more. */
static int make_room(struct gazetteer *g, struct err *err)
{
	size_t rows = 0;
	int rc = 0;

	for (unsigned type = 0; rc == 0 && type < MENTION_TYPES; type++) {
		struct table *table;

		rc = names_of(g, type, &table, err);
		rows += rc == 0 && table ? table->row_count : 0;
	}
	LIST_RESERVE(&g->names, rows + rows / 2);
	phrases_reserve(g->phrases, rows + rows / 2);
	return rc;
}

static int load_names(struct gazetteer *g, enum mention_type type,
		      struct err *err)
{
	struct name_table names;
	struct table *table;
	int rc = names_of(g, type, &table, err);

	if (rc < 0 || !table)
		return rc;
	find_columns(&names, table);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str last = names.last_id;

		rc = load_row(g, &names, row, type, err);
		if (rc == 0 && g->has_lists &&
		    (!last.data || !str_equal(last, names.last_id)))
			listed_leave(&g->listed, names.last_id);
	}
	return rc;
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

static bool is_listed_name(struct str name)
{
	bool any = false;

	for (size_t at = 0; at < name.len;) {
		uint32_t c = utf8_next(name, &at);

		any = any || utf8_is_letter(c) || utf8_is_digit(c);
		if (c == '*')
			return false;
	}
	return any;
}

static int load_listed(struct gazetteer *g, struct name_table *names,
		       size_t row, struct err *err)
{
	struct table *table = names->table;
	struct str id = table_named_cell(table, row, "id");
	enum mention_type type;
	int rc = knowledge_mention_type(g->knowledge, table, row, &type, err);

	if (rc < 0)
		return rc;
	if (mention_type_has_value(type))
		return table_refuse(table, row, err, "a %s has no name",
				    mention_types_name(&g->words->types, type)
					    .data);
	if (!is_id(id))
		return table_refuse(table, row, err, "'%.*s' is no id (a-z,"
				    " 0-9, _)", STR_ARGS(id));
	if (!is_listed_name(table_named_cell(table, row, "name")))
		return table_refuse(table, row, err, "a name has a letter, and "
				    "no *");
	names->last_id.data = NULL; /* it may be of another type */
	rc = load_row(g, names, row, type, err);
	if (rc == 0)
		listed_add(&g->listed, id, table_named_cell(table, row, "lang"),
			   table_named_cell(table, row, "name"));
	return rc;
}

static int load_list(struct gazetteer *g, const char *path, struct err *err)
{
	struct name_table names;
	struct table table;
	int rc = table_load(&table, path, "type id lang name", err);
	size_t first = g->names.count;

	if (rc < 0)
		return err_wrap(err, rc, "cannot load the names of --names");
	find_columns(&names, &table);
	names.copies = &g->arena;
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = load_listed(g, &names, row, err);
	for (; first < g->names.count; first++)
		g->names.items[first].listed = true;
	table_release(&table);
	return rc;
}

/* An address may be an entity's domain or one of its names. */
static void add_site(struct gazetteer *g, struct str address, uint32_t entity)
{
	uint32_t string;

	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, address);
	string = interned_add(&g->sites, strbuf_view(&g->site));
	if (string == g->site_entity.count)
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

/* The country that a language has its name from: Kazakh, Kazakhstan. */
static int load_lands(struct gazetteer *g, struct err *err)
{
	const struct lexicon_languages *languages;
	struct table *table;
	int rc = lexicons_languages(g->knowledge->lexicons, &languages, err);

	if (rc == 0)
		rc = lexicons_table(g->knowledge->lexicons,
				    "nationalities.tsv", &table, err);
	for (size_t i = 0; rc == 0 && i < languages->count; i++)
		for (size_t row = 0; row < table->row_count; row++) {
			const struct country *country;

			if (!str_equal(table_named_cell(table, row, "word"),
				       languages->items[i].name))
				continue;
			country = countries_by_id(g->all_countries,
						  table_named_cell(table, row,
								   "id"));
			if (country)
				g->lands[languages_find(
					g->languages,
					languages->items[i].code)] =
					country->code;
		}
	return rc;
}

static int load_files(struct gazetteer *g, struct err *err)
{
	static const char *const kinds[] = { "", "file", NULL };
	struct table *table;
	int rc = lexicons_table(g->knowledge->lexicons, "domains.tsv", &table,
				err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		unsigned kind = 0;

		rc = table_choice(table, row, "kind", kinds, &kind, err);
		if (rc == 0 && kind)
			interned_add(&g->files,
				     table_named_cell(table, row, "domain"));
	}
	return rc;
}

static int load(struct gazetteer *g, const char *const *lists,
		size_t list_count, struct err *err)
{
	int rc = load_languages(g, err);

	if (rc == 0)
		rc = lexicons_countries(g->knowledge->lexicons,
					&g->all_countries, err);
	if (rc == 0)
		rc = entities_load(&g->entities, g->knowledge, err);
	if (rc == 0)
		rc = make_room(g, err);
	for (unsigned type = 0; rc == 0 && type < MENTION_TYPES; type++)
		rc = load_names(g, (enum mention_type)type, err);
	for (size_t i = 0; rc == 0 && i < list_count; i++)
		rc = load_list(g, lists[i], err);
	if (rc == 0)
		rc = name_cases_load(g, err);
	if (rc == 0)
		rc = load_files(g, err);
	if (rc == 0)
		rc = load_lands(g, err);
	if (rc == 0)
		index_sites(g);
	return rc;
}

int gazetteer_open(struct gazetteer **out, const struct knowledge *knowledge,
		   const char *const *lists, size_t list_count,
		   const struct romanisation *romanisation,
		   struct country_words *countries, struct err *err)
{
	struct gazetteer *g = memory_get(sizeof *g);
	int rc;

	*g = (struct gazetteer){ .knowledge = knowledge,
				 .languages = knowledge->languages,
				 .words = knowledge->words,
				 .romanisation = romanisation,
				 .countries = countries,
				 .has_lists = list_count > 0 };
	entities_init(&g->entities);
	listed_init(&g->listed);
	interned_init(&g->sites);
	interned_init(&g->files);
	interned_init(&g->single);
	LIST_ADD(&g->single_name);
	g->phrases = phrases_new(knowledge);
	rc = load(g, lists, list_count, err);
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
	list_free(g->beside.items);
	home_names_release(g);
	entities_release(&g->entities);
	listed_release(&g->listed);
	LIST_RELEASE(&g->names);
	phrases_free(g->phrases);
	interned_release(&g->sites);
	interned_release(&g->files);
	interned_release(&g->single);
	word_cache_release(&g->no_case);
	LIST_RELEASE(&g->single_name);
	LIST_RELEASE(&g->cases);
	LIST_RELEASE(&g->site_entity);
	strbuf_release(&g->site);
	list_free(g->pieces.items);
	arena_release(&g->arena);
	free(g);
}

void gazetteer_tell(struct gazetteer *g, struct document *doc)
{
	listed_tell(&g->listed, doc);
}
