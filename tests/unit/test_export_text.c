/* Texts and dates on their way into formats of other tools. */
#include "cases.h"

#include "export_text.h"
#include "ftm_object.h"

static struct text_case {
	const char *name, *text;
	char dash; /* of an id; 0: XML */
	const char *out;
} texts[] = {
	{ "the five entities", "<a b=\"c\"> & 'd'", 0,
	  "&lt;a b=&quot;c&quot;&gt; &amp; &apos;d&apos;" },
	{ "entities are text too", "&amp;", 0, "&amp;amp;" },
	{ "a line of its own for nothing", "a\tb\r\nc", 0, "a b  c" },
	{ "XML has no controls", "\x1b[0m\x7f\xc2\x85\xef\xbf\xbf", 0,
	  "\xef\xbf\xbd[0m\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
	{ "no UTF-8", "a\xff" "b", 0, "a\xef\xbf\xbd" "b" },
	{ "an id of a document", "Tengria-2024-en", '-', "Tengria-2024-en" },
	{ "an id of an entity", "erlan_kumtasov", '_', "erlan-kumtasov" },
	{ "a dash is not the underscore", "a-b_c", '_', "a.2Db-c" },
	{ "an underscore is not the dash", "a-b_c", '-', "a-b.5Fc" },
	{ "a point is not the mark of a code", ".5F", '-', ".2E5F" },
	{ "bytes of other letters", "\xd2\x93 1", '-', ".D2.93.201" },
};

static void adds(void **state)
{
	const struct text_case *row = *state;
	struct strbuf out = STRBUF_INIT;

	if (row->dash)
		export_add_id(&out, str_of(row->text), row->dash);
	else
		export_add_xml(&out, str_of(row->text));
	assert_string_equal(out.data, row->out);
	strbuf_release(&out);
}

static struct property_case {
	const char *name, *date, *country;
	bool told;
	const char *properties;
} properties[] = {
	{ "a day", "2023-06-14", "", true, "\"date\":[\"2023-06-14\"]" },
	{ "a month", "2023-06", "", true, "\"date\":[\"2023-06\"]" },
	{ "a year", "2023", "", true, "\"date\":[\"2023\"]" },
	{ "from, to", "2023-03-09/2023-03-12", "", true,
	  "\"startDate\":[\"2023-03-09\"],\"endDate\":[\"2023-03-12\"]" },
	{ "from", "2023-03/..", "", true, "\"startDate\":[\"2023-03\"]" },
	{ "to", "../2023", "", true, "\"endDate\":[\"2023\"]" },
	{ "none", "", "", true, "" },
	{ "about a year", "2023~", "", false, "" },
	{ "perhaps a month", "2023-01?", "", false, "" },
	{ "a season is no month", "2023-22", "", false, "" },
	{ "a decade", "199X", "", false, "" },
	{ "unknown", "XXXX", "", false, "" },
	{ "from about", "2023~/2024", "", false, "" },
	{ "no date", "soon", "", false, "" },
	{ "a country", "", "KZ", true, "\"country\":[\"kz\"]" },
	{ "Kosovo", "", "XK", true, "\"country\":[\"xk\"]" },
	{ "a country of users", "", "XT", true, "" },
	{ "another one", "", "QM", true, "" },
	{ "Qatar is none", "", "QA", true, "\"country\":[\"qa\"]" },
};

static void tells(void **state)
{
	const struct property_case *row = *state;
	struct strbuf out = STRBUF_INIT, all = STRBUF_INIT;
	struct ftm_object object = { .out = &out, .id = STRBUF_INIT };

	strbuf_add_z(&object.id, "x");
	ftm_begin(&object, "Event");
	assert_int_equal(ftm_add_dates(&object, str_of(row->date)), row->told);
	ftm_add_country(&object, str_of(row->country));
	ftm_end(&object);
	strbuf_addf(&all, "{\"id\":\"x\",\"schema\":\"Event\","
		    "\"properties\":{%s}}\n", row->properties);
	assert_string_equal(out.data, all.data);
	strbuf_release(&out);
	strbuf_release(&all);
	strbuf_release(&object.id);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(texts) + COUNT_OF(properties)];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[count++] = CASE(texts[i], adds);
	for (size_t i = 0; i < COUNT_OF(properties); i++)
		tests[count++] = CASE(properties[i], tells);
	return _cmocka_run_group_tests("export_text", tests, count, NULL,
				       NULL);
}
