#include "listed.h"

void listed_init(struct listed *listed)
{
	*listed = (struct listed){ .arena = ARENA_INIT };
	interned_init(&listed->ids);
	LIST_ADD(&listed->list);
	interned_init(&listed->in_langs);
	LIST_ADD(&listed->lang_names);
}

void listed_release(struct listed *listed)
{
	interned_release(&listed->ids);
	LIST_RELEASE(&listed->list);
	interned_release(&listed->in_langs);
	LIST_RELEASE(&listed->lang_names);
	arena_release(&listed->arena);
}

static struct listed_name *name_of(struct listed *listed, struct str id)
{
	uint32_t term = interned_add(&listed->ids, id);

	if (term == listed->list.count)
		LIST_ADD(&listed->list);
	return &listed->list.items[term];
}

void listed_leave(struct listed *listed, struct str id)
{
	name_of(listed, id)->is_in_lexicons = true;
}

static void add_in_lang(struct listed *listed, struct str id, struct str lang,
			struct str name)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_addf(&key, "%.*s.%.*s", STR_ARGS(id), STR_ARGS(lang));
	if (interned_add(&listed->in_langs, strbuf_view(&key)) ==
	    listed->lang_names.count)
		*LIST_ADD(&listed->lang_names) =
			str_copy(&listed->arena, name);
	strbuf_release(&key);
}

void listed_add(struct listed *listed, struct str id, struct str lang,
		struct str name)
{
	struct listed_name *entry = name_of(listed, id);
	bool is_main = str_equal(lang, listed->main_lang);

	if (!entry->is_in_lexicons)
		add_in_lang(listed, id, lang, name);
	if (entry->is_in_lexicons ||
	    (entry->name.len > 0 && (entry->is_main || !is_main)))
		return;
	entry->name = str_copy(&listed->arena, name);
	entry->is_main = is_main;
}

static void tell_in_lang(const struct listed *listed, struct document *doc,
			 struct str id, struct str main_name)
{
	struct strbuf key = STRBUF_INIT;
	uint32_t number;

	strbuf_addf(&key, META_NAME "%.*s.%.*s", STR_ARGS(id),
		    STR_ARGS(document_meta(doc, STR("lang"))));
	number = interned_find(&listed->in_langs,
			       str_slice(strbuf_view(&key),
					 sizeof META_NAME - 1, key.len));
	if (number > 0 &&
	    !str_equal(listed->lang_names.items[number], main_name))
		document_set_meta(doc, strbuf_view(&key),
				  listed->lang_names.items[number]);
	strbuf_release(&key);
}

static void tell(struct document *doc, struct str id, struct str name)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_add_z(&key, META_NAME);
	strbuf_add(&key, id);
	document_set_meta(doc, strbuf_view(&key), name);
	strbuf_release(&key);
}

void listed_tell(struct listed *listed, struct document *doc)
{
	listed->documents++;
	for (size_t i = 0; i < doc->mentions.count; i++) {
		struct str id = doc->mentions.items[i].id;
		struct listed_name *entry = &listed->list.items[
			interned_find(&listed->ids, id)];

		if (entry->name.len == 0 || entry->told == listed->documents)
			continue;
		entry->told = listed->documents;
		tell(doc, id, entry->name);
		tell_in_lang(listed, doc, id, entry->name);
	}
}
