#include "main_names.h"

static void add_lang(struct main_names *names, size_t at, struct str lang,
		     struct str name)
{
	uint32_t *next = &names->list.items[at].first;

	while (*next > 0) {
		if (str_equal(names->in_langs.items[*next - 1].lang, lang))
			return;
		next = &names->in_langs.items[*next - 1].next;
	}
	*next = (uint32_t)names->in_langs.count + 1;
	*LIST_ADD(&names->in_langs) = (struct lang_name){
		str_copy(&names->arena, lang), name, 0
	};
}

static void add_name(struct main_names *names, struct str id, struct str lang,
		     struct str name, struct str type)
{
	uint32_t index = string_map_find(&names->ids, id);
	bool is_main = str_equal(lang, names->main_lang);
	struct main_name *entry;

	name = str_copy(&names->arena, name);
	if (index == 0) {
		LIST_ADD(&names->list);
		index = (uint32_t)names->list.count;
		string_map_add(&names->ids, id, index);
	}
	add_lang(names, index - 1, lang, name);
	entry = &names->list.items[index - 1];
	if (entry->name.len > 0 && (entry->is_main || !is_main))
		return;
	entry->type = type;
	entry->name = name;
	entry->is_main = is_main;
}

static int load_table(struct main_names *names, struct lexicons *lexicons,
		      struct str base, struct str type, struct err *err)
{
	struct strbuf file = STRBUF_INIT;
	struct table *table;
	int rc;

	strbuf_addf(&file, "names/%.*s.tsv", STR_ARGS(base));
	rc = lexicons_table(lexicons, file.data, &table, err);
	strbuf_release(&file);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		add_name(names, table_named_cell(table, row, "id"),
			 table_named_cell(table, row, "lang"),
			 table_named_cell(table, row, "name"), type);
	return rc;
}

int main_names_load(struct main_names *names, const struct knowledge *knowledge,
		    struct err *err)
{
	struct str main_lang;
	int rc = lexicons_main_lang(knowledge->lexicons, &main_lang, err);

	*names = (struct main_names){ .main_lang = main_lang,
				      .ids = STRING_MAP_INIT,
				      .arena = ARENA_INIT };
	if (rc == 0)
		rc = law_shown_open(&names->articles, knowledge->lexicons, err);
	for (unsigned i = 0; rc == 0 && i < MENTION_TYPES; i++)
		if (knowledge->types->of[i].names.len > 0)
			rc = load_table(names, knowledge->lexicons,
					knowledge->types->of[i].names,
					mention_types_name(
						&knowledge->words->types,
						(enum mention_type)i), err);
	if (rc < 0)
		main_names_release(names);
	return rc;
}

void main_names_release(struct main_names *names)
{
	LIST_RELEASE(&names->list);
	law_shown_close(names->articles);
	names->articles = NULL;
	LIST_RELEASE(&names->in_langs);
	string_map_release(&names->ids);
	arena_release(&names->arena);
}

const struct main_name *main_names_find(const struct main_names *names,
					struct str id)
{
	uint32_t index = string_map_find(&names->ids, id);

	return index > 0 ? &names->list.items[index - 1] : NULL;
}
