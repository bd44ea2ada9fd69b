#include "docx_relations.h"

#include <stdlib.h>

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct relations *relations = data;
	struct relation *new;

	(void)err;
	if (element->space != SPACE_RELATIONS ||
	    !str_equal(element->name, STR("Relationship")))
		return 0;
	new = LIST_ADD(&relations->list);
	new->id = str_copy(&relations->arena,
			   markup_value(element, STR("Id")));
	new->type = str_copy(&relations->arena,
			     str_file_name(markup_value(element, STR("Type"))));
	new->target = str_copy(&relations->arena,
			       markup_value(element, STR("Target")));
	new->external = str_equal(markup_value(element, STR("TargetMode")),
				  STR("External"));
	return 0;
}

static int compare(const void *a, const void *b)
{
	return str_compare(((const struct relation *)a)->id,
			   ((const struct relation *)b)->id);
}

int relations_load(struct relations *relations, struct package *package,
		   const char *part, struct err *err)
{
	static const struct markup_events events = { .start = on_start };
	struct str base = str_file_name(str_of(part));
	struct strbuf name = STRBUF_INIT;
	int rc = 0;

	*relations = (struct relations){ .arena = ARENA_INIT };
	strbuf_addf(&name, "%.*s_rels/%.*s.rels",
		    (int)(strlen(part) - base.len), part, STR_ARGS(base));
	if (package_has(package, name.data))
		rc = package_parse(package, name.data, &events, relations, err);
	if (relations->list.count > 1)
		qsort(relations->list.items, relations->list.count,
		      sizeof *relations->list.items, compare);
	strbuf_release(&name);
	return rc;
}

void relations_release(struct relations *relations)
{
	LIST_RELEASE(&relations->list);
	arena_release(&relations->arena);
}

struct str relations_by_id(const struct relations *relations, struct str id)
{
	struct relation key = { .id = id };
	const struct relation *found = relations->list.count == 0 ? NULL
		: bsearch(&key, relations->list.items, relations->list.count,
			  sizeof key, compare);

	return found ? found->target : STR_NONE;
}

struct str relations_by_type(const struct relations *relations,
			     struct str type)
{
	for (size_t i = 0; i < relations->list.count; i++)
		if (str_equal(relations->list.items[i].type, type) &&
		    !relations->list.items[i].external)
			return relations->list.items[i].target;
	return STR_NONE;
}
