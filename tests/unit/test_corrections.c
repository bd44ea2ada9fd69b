/* Rows of corrections: which are read, and which of a set hold. */
#include "cases.h"

#include "correction_set.h"

#include <stdlib.h>

static struct row_case {
	const char *name;
	enum correction_action action;
	const char *document, *at, *what, *value, *when;
	const char *message;      /* a part of it; NULL: it is read */
} rows[] = {
	{ "two ids", CORRECT_MERGE, "", "", "a_1", "b", "", NULL },
	{ "an id in capitals", CORRECT_MERGE, "", "", "Dana", "b", "",
	  "what: 'Dana' is no id" },
	{ "an id that leads elsewhere", CORRECT_MERGE, "", "", "a", "../b", "",
	  "value: '../b' is no id" },
	{ "an id merged into itself", CORRECT_MERGE, "", "", "a", "a", "",
	  "'a' is itself already" },
	{ "no second id", CORRECT_MERGE, "", "", "a", "", "",
	  "value: an id is missing" },
	{ "a split by spelling", CORRECT_SPLIT, "", "", "a|spelling=A. B.",
	  "b", "", NULL },
	{ "a split by document", CORRECT_SPLIT, "d", "", "a", "b", "", NULL },
	{ "a split by nothing", CORRECT_SPLIT, "", "", "a", "b", "",
	  "which of it has the other id?" },
	{ "a split by what is none", CORRECT_SPLIT, "d", "", "a|spelled=x",
	  "b", "", "ID|spelling=TEXT" },
	{ "a place of three parts", CORRECT_REJECT, "d",
	  "line=4-7|section=P1|lang=ru", "Zoom", "", "", NULL },
	{ "lines the wrong way round", CORRECT_REJECT, "", "line=7-4", "Zoom",
	  "", "", "line= takes a line or two" },
	{ "a line of letters", CORRECT_REJECT, "", "line=four", "Zoom", "", "",
	  "not 'four'" },
	{ "no line", CORRECT_REJECT, "", "line=0", "Zoom", "", "", "not '0'" },
	{ "a place that is none", CORRECT_REJECT, "", "lines=4", "Zoom", "",
	  "", "there is no place 'lines' (did you mean 'line'?)" },
	{ "a place without a value", CORRECT_REJECT, "", "section", "Zoom", "",
	  "", "'section' says nothing" },
	{ "nothing to reject", CORRECT_REJECT, "", "", "", "", "",
	  "what: is empty" },
	{ "an id that a spelling is not", CORRECT_REJECT, "", "", "Zoom",
	  "zoom", "", NULL },
	{ "a name without one", CORRECT_NAME, "", "", "a", "", "",
	  "value: a name is missing" },
	{ "a name in one document", CORRECT_NAME, "d", "", "a", "A", "",
	  "a name is the same in all documents" },
	{ "an incident that is none", CORRECT_INCIDENT, "d", "line=4",
	  "detention", "drop", "", NULL },
	{ "a date of one incident", CORRECT_INCIDENT, "d", "",
	  "detention|target=a|date=2024|trigger=was detained",
	  "date=2024-05~", "2026-11-30", NULL },
	{ "a date that is none", CORRECT_INCIDENT, "d", "", "detention",
	  "date=May", "", "value: 'May' is no date" },
	{ "two targets", CORRECT_INCIDENT, "d", "", "detention",
	  "target=a;b", "", NULL },
	{ "no target", CORRECT_INCIDENT, "d", "", "detention", "target=", "",
	  NULL },
	{ "a target that is no id", CORRECT_INCIDENT, "d", "", "detention",
	  "target=a;B", "", "'B' is no id" },
	{ "no type", CORRECT_INCIDENT, "d", "", "detention", "type=", "",
	  "value: a type is missing" },
	{ "a field that is none", CORRECT_INCIDENT, "d", "", "detention",
	  "victim=a", "", "there is no field 'victim' (there are: type status" },
	{ "a field that is mistyped", CORRECT_INCIDENT, "d", "",
	  "detention|taget=a", "drop", "",
	  "there is no field 'taget' (did you mean 'target'?)" },
	{ "its words cannot be set", CORRECT_INCIDENT, "d", "", "detention",
	  "trigger=x", "", "there is no field 'trigger'" },
	{ "neither drop nor a field", CORRECT_INCIDENT, "d", "", "detention",
	  "away", "", "'drop' or FIELD=VALUE" },
	{ "a speaker", CORRECT_QUOTATION, "d", "", "direct|speaker=a",
	  "speaker=b", "", NULL },
	{ "a day that is none", CORRECT_MERGE, "", "", "a", "b", "yesterday",
	  "when: 'yesterday' is no date" },
};

static void reads(void **state)
{
	const struct row_case *row = *state;
	struct correction c = {
		.action = row->action, .document = str_of(row->document),
		.at = str_of(row->at), .what = str_of(row->what),
		.value = str_of(row->value), .when = str_of(row->when)
	};
	struct err err = ERR_INIT;
	int rc = correction_parse(&c, &err);

	assert_int_equal(rc, row->message ? ERR_FORMAT : 0);
	if (row->message && !strstr(err.text, row->message))
		fail_msg("'%s' does not say '%s'", err.text, row->message);
}

/* Rows "action what value" or "action@document what value", one a line of the
 * file f. */
static struct set_case {
	const char *name, *rows;
	const char *told;     /* lines that are left out */
	const char *merged;   /* "id=what it is in the end", with blanks */
} sets[] = {
	{ "one merge leads into another", "merge a b|merge b c", "", "a=c b=c" },
	{ "the order of rows does not matter", "merge b c|merge a b", "",
	  "a=c b=c" },
	{ "two contradict", "merge a b|merge a c", "1 2", "a=a" },
	{ "the same twice", "merge a b|merge a b", "", "a=b" },
	{ "two types", "type a person|type a outlet", "1 2", "" },
	{ "two types of what is one", "merge a b|type a person|type b outlet",
	  "2 3", "a=b" },
	{ "one type of what is one", "merge a b|type a person|type b person",
	  "", "a=b" },
	{ "a circle", "merge a b|merge b a", "1 2", "a=a b=b" },
	{ "a circle of three, and one that leads there",
	  "merge a b|merge b c|merge c a|merge d a", "1 2 3", "a=a d=a" },
	{ "a circle in one document", "merge@d a b|merge@d b a", "1 2",
	  "a=a b=b" },
	{ "a circle in one document with one that holds everywhere",
	  "merge@d a b|merge b a", "1", "a=a b=a" },
	{ "a circle of three in one document, and one that leads there",
	  "merge@d a b|merge@d b c|merge c a|merge@d e a", "1 2", "c=a" },
	{ "two documents make no circle", "merge@d a b|merge@e b a", "", "" },
	{ "three names of what is one",
	  "merge a c|merge b c|name a A|name b B|name c C", "3 4 5", "a=c" },
	{ "two say the same, and one of what is one does not",
	  "merge a b|type a org|type b person|type b person", "2 3 4", "a=b" },
	{ "a spelling is neither of two", "reject X a|reject X b", "", "" },
};

static void add_row(struct corrections *set, struct str text, uint32_t line)
{
	struct correction row = { .file = STR("f"), .line = line };
	struct str action;

	str_split(&text, ' ', &row.document);
	str_split(&row.document, '@', &action);
	str_split(&text, ' ', &row.what);
	row.value = text;
	while (!str_equal(str_of(correction_action_name(row.action)), action))
		row.action++;
	corrections_add(set, &row);
}

static void note(void *data, const struct err *err)
{
	struct strbuf *told = data;

	strbuf_addf(told, "%s%c", told->len > 0 ? " " : "", err->text[2]);
}

static int compare_bytes(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

static void settles(void **state)
{
	const struct set_case *row = *state;
	struct str rest = str_of(row->rows), text, id;
	struct strbuf told = STRBUF_INIT;
	struct corrections set;
	uint32_t line = 0;
	char lines[16] = "";
	size_t count = 0;

	corrections_init(&set);
	while (str_split(&rest, '|', &text))
		add_row(&set, text, ++line);
	corrections_settle(&set, note, &told);
	for (size_t i = 0; i < told.len; i += 2)
		lines[count++] = told.data[i];
	qsort(lines, count, 1, compare_bytes);
	strbuf_clear(&told);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&told, "%s%c", i > 0 ? " " : "", lines[i]);
	assert_string_equal(count > 0 ? told.data : "", row->told);
	rest = str_of(row->merged);
	while (rest.len > 0 && str_split(&rest, ' ', &text)) {
		str_split(&text, '=', &id);
		assert_true(str_equal(corrections_merged(&set, id), text));
	}
	strbuf_release(&told);
	corrections_release(&set);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(rows) + COUNT_OF(sets)];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		tests[count++] = CASE(rows[i], reads);
	for (size_t i = 0; i < COUNT_OF(sets); i++)
		tests[count++] = CASE(sets[i], settles);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
