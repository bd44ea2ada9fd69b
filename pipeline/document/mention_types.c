#include "mention_types.h"

enum { IS_VALUE = 1, IS_PERSON = 2 };

static const struct {
	const char *name;
	unsigned flags;
} known[MENTION_KNOWN] = {
	[MENTION_OUTLET] = { "outlet", 0 },
	[MENTION_JOURNALIST] = { "journalist", IS_PERSON },
	[MENTION_OFFICIAL] = { "official", IS_PERSON },
	[MENTION_PERSON] = { "person", IS_PERSON },
	[MENTION_LAW] = { "law", 0 },
	[MENTION_BODY] = { "body", 0 },
	[MENTION_ORG] = { "org", 0 },
	[MENTION_PLATFORM] = { "platform", 0 },
	[MENTION_PLACE] = { "place", 0 },
	[MENTION_EVENT] = { "event", 0 },
	[MENTION_DATE] = { "date", IS_VALUE },
	[MENTION_MONEY] = { "money", IS_VALUE },
	[MENTION_PERCENT] = { "percent", IS_VALUE }
};

struct str mention_types_name(const struct mention_types *types,
			      enum mention_type type)
{
	return str_of(type < MENTION_KNOWN
			      ? known[type].name
			      : types->others[type - MENTION_KNOWN].name);
}

bool mention_types_find(const struct mention_types *types, struct str name,
			enum mention_type *type)
{
	for (unsigned i = 0; i < MENTION_KNOWN + types->count; i++) {
		*type = (enum mention_type)i;
		if (str_equal(mention_types_name(types, *type), name))
			return true;
	}
	return false;
}

static bool is_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (name.data[i] != '_' &&
		    (name.data[i] < 'a' || name.data[i] > 'z'))
			return false;
	return name.len > 0 && name.len <= MENTION_TYPE_LONGEST;
}

bool mention_types_add(struct mention_types *types, struct str name,
		       enum mention_type *type)
{
	if (mention_types_find(types, name, type))
		return true;
	if (!is_name(name) || types->count == COUNT_OF(types->others))
		return false;
	memcpy(types->others[types->count].name, name.data, name.len);
	*type = (enum mention_type)(MENTION_KNOWN + types->count++);
	return true;
}

void mention_types_keep(struct mention_types *types)
{
	types->kept = types->count;
}

void mention_types_forget(struct mention_types *types)
{
	for (unsigned i = types->kept; i < types->count; i++)
		memset(&types->others[i], 0, sizeof types->others[i]);
	types->count = types->kept;
}

void mention_types_list(const struct mention_types *types, struct strbuf *out)
{
	for (unsigned i = 0; i < MENTION_KNOWN + types->count; i++) {
		if (i > 0)
			strbuf_add_char(out, ' ');
		strbuf_add(out, mention_types_name(types,
						   (enum mention_type)i));
	}
}

bool mention_type_has_value(enum mention_type type)
{
	return type < MENTION_KNOWN && known[type].flags & IS_VALUE;
}

bool mention_type_is_person(enum mention_type type)
{
	return type < MENTION_KNOWN && known[type].flags & IS_PERSON;
}
