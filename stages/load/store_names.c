/* The names of an entity: one for readers of each language that has one, and
 * the one that its row shows. */
#include "store.h"

#include "correction_set.h"

/* A name in a language, where it is from, and how often it stands there. */
struct told {
	struct str lang, name;
	const char *source;
	int64_t mentions;
};

/* What names an entity. */
struct naming {
	struct str id;
	bool is_person;
	LIST(struct told) told;
	LIST(struct entity_form) forms; /* of one language */
	struct arena arena;
};

static bool has_lang(const struct naming *naming, struct str lang)
{
	for (size_t i = 0; i < naming->told.count; i++)
		if (str_equal(naming->told.items[i].lang, lang))
			return true;
	return false;
}

/* The first that is told of a language counts. */
static void tell(struct naming *naming, struct str lang, struct str name,
		 const char *source)
{
	if (lang.len > 0 && name.len > 0 && !has_lang(naming, lang))
		*LIST_ADD(&naming->told) = (struct told){
			str_copy(&naming->arena, lang),
			str_copy(&naming->arena, name), source, 0
		};
}

/* A row of GET_TOLD and GET_FORMS: language, form, count. */
static void add_form(struct naming *naming, struct statement *st)
{
	*LIST_ADD(&naming->forms) = (struct entity_form){
		str_copy(&naming->arena, statement_text(st, 1)),
		statement_number(st, 2)
	};
}

static void tell_corrections(struct store *store, struct naming *naming)
{
	struct correction *row = NULL;

	if (store->corrections)
		row = corrections_first(store->corrections, CORRECT_NAME,
					STR_NONE, naming->id);
	for (; row; row = corrections_next(store->corrections, row))
		tell(naming, row->lang, row->value, "correction");
}

/* An article of a law, as it is cited. */
static void tell_articles(struct store *store, struct naming *naming)
{
	const struct table *languages = store->entity_names.languages;
	struct strbuf name = STRBUF_INIT;

	for (size_t row = 0; row < languages->row_count; row++) {
		struct str lang = table_named_cell(languages, row, "code");

		strbuf_clear(&name);
		if (law_shown_add(store->names.articles, &name, naming->id,
				  lang))
			tell(naming, lang, strbuf_view(&name), "lexicon");
	}
	strbuf_release(&name);
}

static void tell_lexicons(struct store *store, struct naming *naming)
{
	const struct main_name *name = main_names_find(&store->names,
						       naming->id);
	uint32_t at = name ? name->first : 0;

	while (at > 0) {
		const struct lang_name *in =
			&store->names.in_langs.items[at - 1];

		if (!str_equal(in->lang, STR("mul"))) /* of no language */
			tell(naming, in->lang, in->name, "lexicon");
		at = in->next;
	}
}

/* The names that documents of one language give it are there. */
static void end_told(struct store *store, struct naming *naming,
		     struct str lang)
{
	struct str name = entity_names_choose(&store->entity_names, naming->id,
					      lang, naming->is_person,
					      naming->forms.items,
					      naming->forms.count);

	if (lang.len == 0 ||
	    !entity_names_suits(&store->entity_names, lang, name))
		lang = store->names.main_lang;
	if (entity_names_suits(&store->entity_names, lang, name))
		tell(naming, lang, name, "stream");
	LIST_CLEAR(&naming->forms);
}

/* What documents call it, in their languages, or in the main one where it is in
 * another script. */
static int tell_streams(struct store *store, struct naming *naming,
			struct err *err)
{
	struct statement *st = store->st[GET_TOLD];
	struct str lang = STR_NONE, key = STR_NONE;
	int rc;

	statement_bind(st, 1, naming->id);
	while ((rc = statement_step(st, err)) > 0) {
		if (!str_equal(statement_text(st, 0), lang) ||
		    !str_equal(statement_text(st, 3), key)) {
			end_told(store, naming, lang);
			lang = str_copy(&naming->arena, statement_text(st, 0));
			key = str_copy(&naming->arena, statement_text(st, 3));
		}
		add_form(naming, st);
	}
	end_told(store, naming, lang);
	return rc;
}

/* Lexicons have a name that several languages share under one of them. */
static bool is_shared(struct store *store, const struct naming *naming,
		      struct str lang, struct str name)
{
	const struct main_name *listed = main_names_find(&store->names,
							 naming->id);
	uint32_t at = listed ? listed->first : 0;

	while (at > 0) {
		const struct lang_name *in =
			&store->names.in_langs.items[at - 1];

		if (str_equal(in->name, name) && !str_equal(in->lang, lang))
			return entity_names_suits(&store->entity_names, lang,
						  name);
		at = in->next;
	}
	return false;
}

/* The forms of one language are there. */
static void end_lang(struct store *store, struct naming *naming,
		     struct str lang, int64_t mentions)
{
	struct str best = entity_names_choose(&store->entity_names, naming->id,
					      lang, naming->is_person,
					      naming->forms.items,
					      naming->forms.count);

	if (naming->forms.count == 0)
		return;
	tell(naming, lang, best, "text");
	for (size_t i = 0; i < naming->told.count; i++) {
		struct told *told = &naming->told.items[i];

		if (!str_equal(told->lang, lang))
			continue;
		told->mentions = mentions;
		if (!strcmp(told->source, "lexicon") &&
		    is_shared(store, naming, lang, best))
			told->name = best;
	}
	LIST_CLEAR(&naming->forms);
}

static int tell_forms(struct store *store, struct naming *naming,
		      struct err *err)
{
	struct statement *st = store->st[GET_FORMS];
	struct str lang = STR_NONE;
	int64_t mentions = 0;
	int rc;

	statement_bind(st, 1, naming->id);
	while ((rc = statement_step(st, err)) > 0) {
		if (!str_equal(statement_text(st, 0), lang)) {
			end_lang(store, naming, lang, mentions);
			lang = str_copy(&naming->arena, statement_text(st, 0));
			mentions = 0;
		}
		mentions += statement_number(st, 2);
		add_form(naming, st);
	}
	end_lang(store, naming, lang, mentions);
	return rc;
}

static int put_names(struct store *store, const struct naming *naming,
		     struct err *err)
{
	struct statement *st = store->st[PUT_NAME];
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < naming->told.count; i++) {
		const struct told *told = &naming->told.items[i];

		statement_bind(st, 1, naming->id);
		statement_bind(st, 2, told->lang);
		statement_bind(st, 3, told->name);
		statement_bind(st, 4, str_of(told->source));
		rc = statement_run(st, err);
	}
	return rc;
}

/* In the language of most reports, else in that in which it is named most; of
 * equals in the main language, or the first by its code. */
static const struct told *choose(const struct store *store,
				 const struct naming *naming)
{
	const struct told *best = NULL;

	for (size_t i = 0; i < naming->told.count; i++) {
		const struct told *told = &naming->told.items[i];
		struct str main_lang = store->names.main_lang;
		bool is_first = !best || told->mentions > best->mentions;

		if (str_equal(told->lang, strbuf_view(&store->lang)))
			return told;
		if (best && told->mentions == best->mentions &&
		    !str_equal(best->lang, main_lang))
			is_first = str_equal(told->lang, main_lang) ||
				   str_compare(told->lang, best->lang) < 0;
		best = is_first ? told : best;
	}
	return best;
}

/* A language in which only inflected forms occur has the base form of another
 * one that is written with the same letters. */
static void take_base_forms(struct store *store, struct naming *naming)
{
	struct told *list = naming->told.items;

	for (size_t i = 0; i < naming->told.count; i++)
		for (size_t k = 0; k < naming->told.count; k++)
			if (!strcmp(list[i].source, "text") &&
			    entity_names_is_inflected(&store->entity_names,
						      naming->id, list[i].name,
						      list[k].name))
				list[i].name = list[k].name;
}

/* A name that people gave for all readers. */
static void take_correction(struct store *store, struct naming *naming)
{
	struct str name = store->corrections
		? corrections_name(store->corrections, naming->id, STR_NONE)
		: STR_NONE;

	if (name.len == 0)
		return;
	tell(naming, store->names.main_lang, name, "correction");
	for (size_t i = 0; i < naming->told.count; i++) {
		struct told *told = &naming->told.items[i];

		if (!strcmp(told->source, "correction"))
			continue;
		told->name = str_copy(&naming->arena, name);
		told->source = "correction";
	}
}

int store_names(struct store *store, struct str id, struct str type,
		struct strbuf *name, bool *is_corrected, struct err *err)
{
	const struct main_name *listed = main_names_find(&store->names, id);
	struct naming naming = { .id = id, .arena = ARENA_INIT };
	enum mention_type number;
	const struct mention_types none = { .count = 0 };
	const struct told *told;
	int rc;

	naming.is_person = mention_types_find(&none, type, &number) &&
			   mention_type_is_person(number);
	tell_corrections(store, &naming);
	tell_articles(store, &naming);
	tell_lexicons(store, &naming);
	rc = tell_streams(store, &naming, err);
	if (rc == 0)
		rc = tell_forms(store, &naming, err);
	take_base_forms(store, &naming);
	take_correction(store, &naming);
	if (rc == 0)
		rc = put_names(store, &naming, err);
	told = choose(store, &naming);
	strbuf_clear(name);
	strbuf_add(name, told ? told->name : listed ? listed->name : id);
	*is_corrected = told && !strcmp(told->source, "correction");
	LIST_RELEASE(&naming.told);
	LIST_RELEASE(&naming.forms);
	arena_release(&naming.arena);
	return rc;
}

/* Of most reports; of equals the main language, or the first by its code. */
static const char lang_sql[] =
	"SELECT lang FROM document WHERE lang IS NOT NULL GROUP BY lang "
	"ORDER BY count(*) DESC, lang = ?1 DESC, lang LIMIT 1";

int store_find_lang(struct store *store, bool *has_changed, struct err *err)
{
	struct statement *st;
	struct str lang = store->names.main_lang;
	int rc = statement_open(&st, store->db, lang_sql, err);

	if (rc < 0)
		return rc;
	statement_bind(st, 1, lang);
	if ((rc = statement_step(st, err)) > 0)
		lang = statement_text(st, 0);
	*has_changed = !str_equal(strbuf_view(&store->lang), lang);
	if (*has_changed) {
		strbuf_clear(&store->lang);
		strbuf_add(&store->lang, lang);
	}
	statement_close(st);
	return rc < 0 ? rc : 0;
}
