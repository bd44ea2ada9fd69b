#include "listed.h"

void listed_init(struct listed *listed)
{
	*listed = (struct listed){ .arena = ARENA_INIT };
	interned_init(&listed->ids);
	LIST_ADD(&listed->list);
}

void listed_release(struct listed *listed)
{
	interned_release(&listed->ids);
	LIST_RELEASE(&listed->list);
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

void listed_add(struct listed *listed, struct str id, struct str lang,
		struct str name)
{
	struct listed_name *entry = name_of(listed, id);
	bool is_main = str_equal(lang, listed->main_lang);

	if (entry->is_in_lexicons ||
	    (entry->name.len > 0 && (entry->is_main || !is_main)))
		return;
	entry->name = str_copy(&listed->arena, name);
	entry->is_main = is_main;
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
	}
}
