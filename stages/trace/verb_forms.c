#include "verb_forms.h"

#include "ending_rows.h"
#include "string_map.h"
#include "utf8.h"

#include <stdlib.h>

static const char *const part_names[] = {
	"end", "in", "whole", "helper", "order", NULL
};
enum part { PART_END, PART_IN, PART_WHOLE, PART_HELPER, PART_ORDER };

static const char *const tense_names[] = {
	"", "past", "participle", "converb", "gerund", "noun", "base",
	"infinitive", "present", "future", "condition", "negated", "refuses",
	NULL
};
static const char *const voice_names[] = {
	"active", "passive", "either", NULL
};

struct inner { struct str form; struct verb_form reading; };

struct language_forms {
	struct ending_rows ends;
	LIST(struct verb_form) readings;  /* of the rows of `ends` */
	LIST(struct inner) inner;
	struct string_map wholes, helpers; /* index in `others` plus 1 */
	LIST(struct verb_form) others;
	bool is_last, is_free;
};

struct verb_forms { struct language_forms of[LANG_MAX]; };

static void add_other(struct language_forms *of, struct string_map *map,
		      struct str form, struct verb_form reading)
{
	*LIST_ADD(&of->others) = reading;
	string_map_add(map, form, (uint32_t)of->others.count);
}

static bool add_order(struct language_forms *of, struct str form)
{
	bool is_free = str_equal(form, STR("free"));

	if (is_free)
		of->is_free = true;
	else
		of->is_last = true;
	return is_free || str_equal(form, STR("last"));
}

static bool add_form(struct language_forms *of, enum part part,
		     struct str form, struct verb_form reading)
{
	switch (part) {
	case PART_END:
		ending_rows_add(&of->ends, form);
		*LIST_ADD(&of->readings) = reading;
		return true;
	case PART_IN:
		*LIST_ADD(&of->inner) = (struct inner){ form, reading };
		return true;
	case PART_WHOLE:
		add_other(of, &of->wholes, form, reading);
		return true;
	case PART_HELPER:
		add_other(of, &of->helpers, form, reading);
		return true;
	default:
		return add_order(of, form);
	}
}

static int add_row(struct verb_forms *forms, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	struct str form = table_named_cell(table, row, "form");
	unsigned part = 0, tense = 0, voice = 0;
	lang_id lang;
	int rc;

	if ((rc = knowledge_lang(knowledge, table, row, &lang, err)) < 0 ||
	    (rc = table_choice(table, row, "part", part_names, &part, err)) <
		    0 ||
	    (rc = table_choice(table, row, "tense", tense_names, &tense,
			       err)) < 0 ||
	    (rc = table_choice(table, row, "voice", voice_names, &voice,
			       err)) < 0)
		return rc;
	if (form.len == 0 ||
	    !add_form(&forms->of[lang], (enum part)part, form,
		      (struct verb_form){ .tense = (enum verb_tense)tense,
					  .voice = (enum verb_voice)voice }))
		return table_refuse(table, row, err, "no form '%.*s' of the "
				    "part '%s'", STR_ARGS(form),
				    part_names[part]);
	table_take(table, row);
	return 0;
}

int verb_forms_open(struct verb_forms **result,
		    const struct knowledge *knowledge, struct err *err)
{
	struct verb_forms *forms = memory_get_zeroed(sizeof *forms);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "verb_forms.tsv", &table,
				err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(forms, knowledge, table, row, err);
	if (rc < 0)
		verb_forms_close(forms);
	else
		*result = forms;
	return rc;
}

void verb_forms_close(struct verb_forms *forms)
{
	if (forms == NULL)
		return;
	for (size_t i = 0; i < LANG_MAX; i++) {
		struct language_forms *of = &forms->of[i];

		ending_rows_release(&of->ends);
		LIST_RELEASE(&of->readings);
		LIST_RELEASE(&of->inner);
		LIST_RELEASE(&of->others);
		string_map_release(&of->wholes);
		string_map_release(&of->helpers);
	}
	free(forms);
}

static bool is_latin(struct str text)
{
	return text.len > 0 && (unsigned char)text.data[0] < 0x80;
}

/* What stands behind the letters that form and stem have in common. */
static struct str behind_common(struct str form, struct str stem)
{
	size_t at = 0, next = 0, in_stem = 0;

	while (next < form.len && in_stem < stem.len &&
	       utf8_next(form, &next) == utf8_next(stem, &in_stem))
		at = next;
	return str_slice(form, at, form.len);
}

/* What stands behind the stem. In the other script the stem has as many
 * letters, or one or two less; where the verb is last, its own may be written
 * otherwise (теп, теуіп). */
static struct str rest_of(struct str form, struct str stem, bool is_last)
{
	size_t at = 0, in_stem = 0;

	if (str_has_prefix(form, stem))
		return str_slice(form, stem.len, form.len);
	if (is_latin(form) == is_latin(stem))
		return is_last ? behind_common(form, stem) : form;
	while (in_stem < stem.len && at < form.len) {
		utf8_next(stem, &in_stem);
		utf8_next(form, &at);
	}
	return str_slice(form, at, form.len);
}

static struct verb_form read_rest(const struct language_forms *of,
				  struct str rest)
{
	struct ending_search search = ending_rows_of(&of->ends, rest);
	struct verb_form reading = { .tense = VERB_NONE };
	size_t longest = 0;
	uint32_t row;

	/* longer endings come later */
	while ((row = ending_rows_next(&search)) != 0) {
		reading = of->readings.items[row - 1];
		longest = rest.len - search.word.len;
	}
	for (size_t i = 0; i < of->inner.count; i++) {
		const struct inner *inner = &of->inner.items[i];

		if (inner->form.len >= longest &&
		    str_find(rest, inner->form, 0) < rest.len) {
			reading = inner->reading;
			reading.inner = true;
			reading.bare = reading.tense == VERB_PARTICIPLE &&
				       str_has_suffix(rest, inner->form);
			longest = inner->form.len;
		}
	}
	return reading;
}

struct verb_form verb_forms_read(const struct verb_forms *forms, lang_id lang,
				 struct str form, struct str stem)
{
	const struct language_forms *of = &forms->of[lang];
	uint32_t whole = string_map_find(&of->wholes, form);

	if (whole)
		return of->others.items[whole - 1];
	if (str_equal(form, stem) && !of->is_last)
		return (struct verb_form){ .tense = VERB_BASE };
	return read_rest(of, rest_of(form, stem, of->is_last));
}

bool verb_forms_is_helper(const struct verb_forms *forms, lang_id lang,
			  struct str stem, struct verb_form *form)
{
	const struct language_forms *of = &forms->of[lang];
	uint32_t found = string_map_find(&of->helpers, stem);

	if (found)
		*form = of->others.items[found - 1];
	return found != 0;
}

bool verb_forms_is_last(const struct verb_forms *forms, lang_id lang)
{
	return forms->of[lang].is_last;
}

bool verb_forms_is_free(const struct verb_forms *forms, lang_id lang)
{
	return forms->of[lang].is_free;
}
