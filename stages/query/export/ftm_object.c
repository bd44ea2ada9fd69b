#include "ftm_object.h"

#include "output.h"

void ftm_begin(struct ftm_object *object, const char *schema)
{
	strbuf_add_z(object->out, "{\"id\":");
	output_add_json(object->out, strbuf_view(&object->id));
	strbuf_addf(object->out, ",\"schema\":\"%s\",\"properties\":{",
		    schema);
	strbuf_clear(&object->id);
}

void ftm_end(struct ftm_object *object)
{
	strbuf_add_z(object->out, "}}\n");
	strbuf_clear(&object->id);
}

void ftm_begin_property(struct ftm_object *object, const char *name)
{
	struct strbuf *out = object->out;

	object->property = out->len;
	strbuf_addf(out, "%s\"%s\":[",
		    out->data[out->len - 1] == '{' ? "" : ",", name);
}

struct str ftm_mask(struct ftm_object *object, struct str text)
{
	if (!object->mask)
		return text;
	strbuf_clear(&object->masked);
	mask_add(object->mask, &object->masked, text, NULL, 0);
	return strbuf_view(&object->masked);
}

/* Behind the text of JSON that begins at `at`. */
static size_t end_of_text(struct str all, size_t at)
{
	for (at++; all.data[at] != '"'; at++)
		at += all.data[at] == '\\';
	return at + 1;
}

/* Whether the value of the property that begins at `start` is there already. */
static bool is_repeated(const struct ftm_object *object, size_t start)
{
	struct str all = strbuf_view(object->out);
	struct str value = str_slice(all, start, all.len);
	size_t at = str_find(all, STR("["), object->property) + 1;

	while (at < start) {
		size_t end = end_of_text(all, at);

		if (str_equal(str_slice(all, at, end), value))
			return true;
		at = end + 1;
	}
	return false;
}

static void add_json(struct ftm_object *object, struct str value)
{
	struct strbuf *out = object->out;

	if (out->data[out->len - 1] != '[')
		strbuf_add_char(out, ',');
	output_add_json(out, value);
}

void ftm_add_value(struct ftm_object *object, struct str value)
{
	size_t before = object->out->len;
	bool is_first = object->out->data[before - 1] == '[';

	if (value.len == 0)
		return;
	add_json(object, ftm_mask(object, value));
	if (object->mask && !is_first && is_repeated(object, before + 1))
		strbuf_truncate(object->out, before);
}

void ftm_end_property(struct ftm_object *object)
{
	if (object->out->data[object->out->len - 1] == '[')
		strbuf_truncate(object->out, object->property);
	else
		strbuf_add_char(object->out, ']');
}

void ftm_add(struct ftm_object *object, const char *name,
			 struct str value)
{
	ftm_begin_property(object, name);
	ftm_add_value(object, value);
	ftm_end_property(object);
}

void ftm_add_reference(struct ftm_object *object)
{
	add_json(object, strbuf_view(&object->id));
	strbuf_clear(&object->id);
}

/* Codes that ISO 3166-1 leaves to users name no country to others. */
static bool is_of_users(struct str code)
{
	return str_equal(code, STR("AA")) || str_equal(code, STR("ZZ")) ||
	       (code.data[0] == 'Q' && code.data[1] >= 'M') ||
	       (code.data[0] == 'X' && code.data[1] != 'K');
}

void ftm_add_country(struct ftm_object *object, struct str code)
{
	char small[2];

	if (code.len != sizeof small || is_of_users(code))
		return;
	for (size_t i = 0; i < sizeof small; i++)
		small[i] = (char)(code.data[i] | 0x20);
	ftm_add(object, "country", (struct str){ small, sizeof small });
}

bool ftm_is_date(const struct edtf_date *date)
{
	return !date->approximate && !date->uncertain &&
	       (date->precision == EDTF_DAY || date->precision == EDTF_MONTH ||
		date->precision == EDTF_YEAR);
}

void ftm_add_date(struct ftm_object *object, const char *name,
		     const struct edtf_date *date)
{
	struct edtf one = { .start = *date, .end = *date };
	struct strbuf text = STRBUF_INIT;

	if (date->precision != EDTF_OPEN) {
		edtf_add(&text, &one);
		ftm_add(object, name, strbuf_view(&text));
	}
	strbuf_release(&text);
}

bool ftm_add_dates(struct ftm_object *object, struct str text)
{
	struct edtf date;

	if (text.len == 0)
		return true;
	if (!edtf_parse(&date, text))
		return false;
	if (!date.interval && ftm_is_date(&date.start)) {
		ftm_add_date(object, "date", &date.start);
		return true;
	}
	if (!date.interval ||
	    !(ftm_is_date(&date.start) || date.start.precision == EDTF_OPEN) ||
	    !(ftm_is_date(&date.end) || date.end.precision == EDTF_OPEN))
		return false;
	ftm_add_date(object, "startDate", &date.start);
	ftm_add_date(object, "endDate", &date.end);
	return true;
}
