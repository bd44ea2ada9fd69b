/* Incidents joined to events, and events to cases. */
#include "reports_case.h"

#include "case_chains.h"
#include "events.h"

/* A report of a series is "= ID LANG", one of none "- ID LANG"; below it stands
 * a line for each sentence, with its incident: "type date target place law
 * outcome status section", - for nothing; it may end early. */
static struct events_case {
	const char *name, *reports;
	const char *events; /* "type date told/reports evidence" a line */
} cases[] = {
	{ "one act in two languages",
	  "= a en\ndetention 2023-06-14 ann\n"
	  "= b ru\ndetention 2023-06-14 ann\n",
	  "detention 2023-06-14 2/2 target date\n" },
	{ "two acts of one person",
	  "= a en\ndetention 2023-06-14 ann\ndetention 2023-06-15 ann\n",
	  "detention 2023-06-14 1/1\ndetention 2023-06-15 1/1\n" },
	{ "one act of two persons",
	  "= a en\ndetention 2023-06-14 ann\ndetention 2023-06-14 bob\n",
	  "detention 2023-06-14 1/1\ndetention 2023-06-14 1/1\n" },
	{ "two persons together, and one of them",
	  "= a en\ndetention 2023-06-14 ann;bob\ndetention 2023-06-14 bob\n",
	  "detention 2023-06-14 2/1 target date\n" },
	{ "two types on one day",
	  "= a en\ndetention 2023-06-14 ann\ncharge 2023-06-14 ann\n",
	  "detention 2023-06-14 1/1\ncharge 2023-06-14 1/1\n" },
	{ "a day in a month in a year",
	  "= a en\ndetention 2023 ann\ndetention 2023-06-14 ann\n"
	  "detention 2023-06 ann\n",
	  "detention 2023-06-14 3/1 target within\n" },
	{ "a month that has two days",
	  "= a en\ndetention 2023-06 ann\ndetention 2023-06-14 ann\n"
	  "detention 2023-06-20 ann\n",
	  "detention 2023-06 1/1\ndetention 2023-06-14 1/1\n"
	  "detention 2023-06-20 1/1\n" },
	{ "a year that has a month and a day of another one",
	  "= a en\ndetention 2023 ann\ndetention 2023-05 ann\n"
	  "detention 2023-06-20 ann\n",
	  "detention 2023 1/1\ndetention 2023-05 1/1\n"
	  "detention 2023-06-20 1/1\n" },
	{ "two together in a month, each on a day of their own",
	  "= a en\ndetention 2023-06 ann;bob\ndetention 2023-06-14 ann\n"
	  "detention 2023-06-20 bob\n",
	  "detention 2023-06 1/1\ndetention 2023-06-14 1/1\n"
	  "detention 2023-06-20 1/1\n" },
	{ "a decade holds too much",
	  "= a en\ndetention 202X ann\ndetention 2023-06-14 ann\n",
	  "detention 202X 1/1\ndetention 2023-06-14 1/1\n" },
	{ "no date fits nothing",
	  "= a en\ndetention - ann\ndetention - ann\n"
	  "detention 2023-06-14 ann\n",
	  "detention 2023-06-14 1/1\ndetention - 1/1\ndetention - 1/1\n" },
	{ "laws part a month",
	  "= a en\ncharge 2023-06 ann - kz_code_274\n"
	  "charge 2023-06 ann - kz_code_174\n",
	  "charge 2023-06 1/1\ncharge 2023-06 1/1\n" },
	{ "a law and its article do not",
	  "= a en\ncharge 2023-06 ann - kz_code\n"
	  "charge 2023-06 ann - kz_code_174\n",
	  "charge 2023-06 2/1 target date law\n" },
	{ "who names no law of two goes with none",
	  "= a en\ncharge 2023-06 ann\ncharge 2023-06 ann - kz_code_274\n"
	  "charge 2023-06 ann - kz_code_174\n",
	  "charge 2023-06 1/1\ncharge 2023-06 1/1\ncharge 2023-06 1/1\n" },
	{ "laws do not part a day",
	  "= a en\ncharge 2023-06-14 ann - kz_code_274\n"
	  "charge 2023-06-14 ann - kz_code_174\n",
	  "charge 2023-06-14 2/1 target date\n" },
	{ "towns part a month, a town and a country do not",
	  "= a en\nattack 2023-06 ann almaty\nattack 2023-06 ann astana\n"
	  "attack 2023-07 bob almaty\nattack 2023-07 bob kazakhstan\n",
	  "attack 2023-06 1/1\nattack 2023-06 1/1\n"
	  "attack 2023-07 2/1 target date\n" },
	{ "fines part a month in one currency, not in two",
	  "= a en\nfine 2023-06 ann - - KZT%20100\n"
	  "fine 2023-06 ann - - KZT%20200\n"
	  "fine 2023-07 ann - - KZT%20100\nfine 2023-07 ann - - USD%201\n",
	  "fine 2023-06 1/1\nfine 2023-06 1/1\n"
	  "fine 2023-07 2/1 target date\n" },
	{ "numbers and nouns on one day at one place",
	  "= a en\nattack 2023-06-14 3_editors almaty\n"
	  "attack 2023-06-14 3_editors astana\n"
	  "- b ru\nattack 2023-06-14 3_editors almaty\n",
	  "attack 2023-06-14 2/2 target date place\n"
	  "attack 2023-06-14 1/1\n" },
	{ "but not in a month, or where no place is known",
	  "= a en\nattack 2023-06 3_editors almaty\n"
	  "attack 2023-07-01 3_editors\n"
	  "- b ru\nattack 2023-06 3_editors almaty\n"
	  "attack 2023-07-01 3_editors\n",
	  "attack 2023-06 1/1\nattack 2023-06 1/1\n"
	  "attack 2023-07-01 1/1\nattack 2023-07-01 1/1\n" },
	{ "a place, of a type without a target",
	  "= a en\nshutdown 2023-06-14 - almaty\nshutdown 2023-06-14 - astana\n"
	  "- b ru\nshutdown 2023-06-14 - almaty\n",
	  "shutdown 2023-06-14 2/2 date place\nshutdown 2023-06-14 1/1\n" },
	{ "the same in a translation, without the name",
	  "= a en\nrelease 2023-06 ann\n= b ru\nrelease 2023-06\n",
	  "release 2023-06 2/2 translation\n" },
	{ "no translation, another section, another date",
	  "= a en\nrelease 2023-06 ann\nrelease 2023-07 ann\n"
	  "= b ru\nrelease 2023-06 - - - - - P9\nrelease 2023-08\n"
	  "- c ru\nrelease 2023-07\n",
	  "release 2023-06 1/1\nrelease 2023-06 1/1\nrelease 2023-07 1/1\n"
	  "release 2023-07 1/1\nrelease 2023-08 1/1\n" },
	{ "one that is left over may be either",
	  "= a en\nrelease 2023-06 ann\nrelease 2023-06 bob\n"
	  "= b ru\nrelease 2023-06\n",
	  "release 2023-06 1/1\nrelease 2023-06 1/1\nrelease 2023-06 1/1\n" },
	{ "others are told by name",
	  "= a en\nrelease 2023-06 ann\nrelease 2023-06 bob\n"
	  "= b ru\nrelease 2023-06\nrelease 2023-06 bob\n",
	  "release 2023-06 2/2 translation\n"
	  "release 2023-06 2/2 target date\n" },
	{ "another name in a translation is another act",
	  "= a en\nrelease 2023-06 ann\n= b ru\nrelease 2023-06 bob\n",
	  "release 2023-06 1/1\nrelease 2023-06 1/1\n" },
	{ "a number is no person",
	  "= a en\nrelease 2023-06 ann\n= b ru\nrelease 2023-06 3_editors\n",
	  "release 2023-06 1/1\nrelease 2023-06 1/1\n" },
	{ "what is denied disputes what is told, and is no event alone",
	  "= a en\ndetention 2023-06-14 ann\n"
	  "charge 2023-06-14 bob - - - denied\n"
	  "= b ru\ndetention 2023-06-14 ann - - - denied\n",
	  "detention 2023-06-14 1/1 target date\n" },
};

/* Cases as "target number state since open|closed: steps" a line; a step is its
 * type, with ? where that decided on its place. */
static struct events_case chains[] = {
	{ "from detention to release",
	  "= a en\nconviction 2024-02 ann\ndetention 2023-06-14 ann\n"
	  "charge 2023-07 ann\nrelease 2024-11-20 ann\n",
	  "ann 1 released 2024-11-20 closed: "
	  "detention charge conviction release\n" },
	{ "open",
	  "= a en\ndetention 2023-06-14 ann\ncharge 2023-07 ann\n",
	  "ann 1 charged 2023-07 open: detention charge\n" },
	{ "one of each target, also of two at once",
	  "= a en\ndetention 2023-06-14 ann;bob\nrelease 2023-06-15 bob\n",
	  "ann 1 detained 2023-06-14 open: detention\n"
	  "bob 1 released 2023-06-15 closed: detention release\n" },
	{ "a detention behind a release begins another",
	  "= a en\ndetention 2023-06-14 ann\nrelease 2023-06-15 ann\n"
	  "detention 2023-06-20 ann\n",
	  "ann 1 released 2023-06-15 closed: detention release\n"
	  "ann 2 detained 2023-06-20 open: detention\n" },
	{ "a conviction of one who was let out goes on",
	  "= a en\ndetention 2023-06-14 ann\nrelease 2023-06-15 ann\n"
	  "conviction 2023-09-20 ann\n",
	  "ann 1 convicted 2023-09-20 open: detention release conviction\n" },
	{ "another law begins another case, and each goes on",
	  "= a en\ncharge 2023-06-14 ann - kz_code_174\n"
	  "charge 2023-06-20 ann - kz_code_274\n"
	  "conviction 2023-07-20 ann - kz_code_174\n",
	  "ann 1 convicted 2023-07-20 open: charge conviction\n"
	  "ann 2 charged 2023-06-20 open: charge\n" },
	{ "two silent years, but a release may come as late",
	  "= a en\ncharge 2019-06-14 ann\ncharge 2021-07-20 ann\n"
	  "charge 2019-06-14 bob\nrelease 2022-07-20 bob\n",
	  "ann 1 charged 2019-06-14 open: charge\n"
	  "ann 2 charged 2021-07-20 open: charge\n"
	  "bob 1 released 2022-07-20 closed: charge release\n" },
	{ "a fine closes, another one is another case",
	  "= a en\ncharge 2023-06-14 ann\nfine 2023-07-20 ann\n"
	  "fine 2023-08-20 ann\nrelease 2023-09-20 ann\n",
	  "ann 1 fined 2023-07-20 closed: charge fine\n"
	  "ann 2 released 2023-09-20 closed: fine release\n" },
	{ "a coarse date stands where its type does, and says so",
	  "= a en\nconviction 2023 ann\ndetention 2023-06-14 ann\n"
	  "release 2023-11-20 ann\n",
	  "ann 1 released 2023-11-20 closed: detention conviction? release\n" },
	{ "one without a date is of the only case, and ends it or does nothing",
	  "= a en\ncharge 2023-06-14 ann\nrelease - ann\n"
	  "charge 2019-06-14 bob\ncharge 2023-06-14 bob\nrelease - bob\n"
	  "charge 2023-06-14 cid\nrelease 2023-07-14 cid\n"
	  "detention - cid\n",
	  "ann 1 released  closed: charge release\n"
	  "bob 1 charged 2019-06-14 open: charge\n"
	  "bob 2 charged 2023-06-14 open: charge\n"
	  "bob 3 released  closed: release\n"
	  "cid 1 released 2023-07-14 closed: charge release detention\n" },
	{ "dropped", "= a en\ncharge 2023-06-14 ann\n"
	  "release 2023-07-14 ann - - dropped\n",
	  "ann 1 charge dropped 2023-07-14 closed: charge release\n" },
	{ "summons, search and a ban on travel are steps",
	  "= a en\nsearch 2023-06-14 ann\nsummons 2023-06-15 ann\n"
	  "charge 2023-06-20 ann\ntravel-ban 2023-06 ann\n",
	  "ann 1 banned from travel 2023-06 open: "
	  "search summons charge travel-ban?\n" },
	{ "groups and other types have none",
	  "= a en\ndetention 2023-06-14 3_editors almaty\n"
	  "attack 2023-06-14 ann\n", "" },
};

static void add_field(struct strbuf *out, const char *key, struct str value)
{
	if (value.len > 0 && !str_equal(value, STR("-")))
		strbuf_addf(out, "|%s=%.*s", key, STR_ARGS(value));
}

/* A paragraph of one sentence, which has the incident of a line. */
static void add_sentence(struct strbuf *out, struct str id, size_t number,
			 struct str line)
{
	static const char *const keys[] = {
		"type", "date", "target", "place", "law", "outcome", "status"
	};
	struct str cell, section = STR("I1");

	strbuf_addf(out, "# newpar id = %.*s-p%zu\n# par::kind = paragraph\n",
		    STR_ARGS(id), number);
	if (str_has_suffix(line, STR("P9")))
		section = STR("P9");
	strbuf_addf(out, "# par::section = %.*s\n# par::lines = %zu\n"
		    "# par::gap = 0\n# sent_id = %.*s-p%zu-s1\n# text = T\n"
		    "# lang = en\n# incident = id=i%zu", STR_ARGS(section),
		    number, STR_ARGS(id), number, number);
	for (size_t i = 0; i < COUNT_OF(keys) && str_split(&line, ' ', &cell);
	     i++)
		add_field(out, keys[i], cell);
	strbuf_addf(out, "\n1\tT\t_\t_\t_\t_\t_\t_\t_\tTokenRange=%zu:%zu\n\n",
		    2 * number, 2 * number + 1);
}

static size_t count_lines(struct str rest)
{
	struct str line;
	size_t count = 0;

	while (rest.len > 0 && str_split(&rest, '\n', &line) &&
	       line.data[0] != '=' && line.data[1] != ' ')
		count++;
	return count;
}

/* "= ID LANG" */
static struct str add_report(struct strbuf *out, struct str line,
			     struct str rest)
{
	struct str mark, id, lang;
	size_t count = count_lines(rest);

	str_split(&line, ' ', &mark);
	str_split(&line, ' ', &id);
	str_split(&line, ' ', &lang);
	strbuf_addf(out, "# newdoc id = %.*s\n"
		    "# global.Entity = eid-etype-head-other\n"
		    "# meta::lang = %.*s\n# meta::edition = 2024\n",
		    STR_ARGS(id), STR_ARGS(lang));
	if (mark.data[0] == '=')
		strbuf_add_z(out, "# meta::series = s\n");
	strbuf_addf(out, "# meta::source = %.*s.txt\n"
		    "# meta::paragraphs = %zu\n# meta::sentences = %zu\n",
		    STR_ARGS(id), count, count);
	return id;
}

static void make_stream(struct strbuf *out, const char *reports)
{
	struct str rest = str_of(reports), line, id = STR_NONE;
	size_t number = 0;

	while (rest.len > 0 && str_split(&rest, '\n', &line)) {
		if (line.data[1] != ' ') {
			add_sentence(out, id, ++number, line);
			continue;
		}
		id = add_report(out, line, rest);
		number = 0;
	}
}

static void print_event(struct strbuf *out, const struct events *events,
			const struct event *event)
{
	const struct telling *lead = event_lead(events, event);

	strbuf_addf(out, "%.*s %.*s %zu/%zu", STR_ARGS(lead->type),
		    lead->date.len > 0 ? (int)lead->date.len : 1,
		    lead->date.len > 0 ? lead->date.data : "-", event->told,
		    event->documents);
	for (unsigned i = 0; i < EVIDENCES; i++)
		if (event->evidence >> i & 1)
			strbuf_addf(out, " %s", event_evidence_names[i]);
	strbuf_add_char(out, '\n');
}

static void print_chains(struct strbuf *out, const struct events *events,
			 struct lexicons *lexicons)
{
	struct err err = ERR_INIT;
	struct case_steps steps;
	struct chains made;

	assert_int_equal(case_steps_open(&steps, lexicons, &err), 0);
	chains_make(&made, events, &steps);
	for (size_t i = 0; i < made.list.count; i++) {
		const struct case_chain *chain = &made.list.items[i];
		const struct chain_step *last = &made.steps.items[chain->last];

		strbuf_addf(out, "%.*s %zu %.*s %.*s %s:",
			    STR_ARGS(chain->target), chain->number,
			    STR_ARGS(last->step->state),
			    STR_ARGS(event_lead(events, &events->list.items
							[last->event])->date),
			    chain->open ? "open" : "closed");
		for (size_t k = 0; k < chain->count; k++) {
			last = &made.steps.items[chain->first + k];
			strbuf_addf(out, " %.*s%s",
				    STR_ARGS(last->step->type),
				    last->by_type ? "?" : "");
		}
		strbuf_add_char(out, '\n');
	}
	chains_release(&made);
	case_steps_release(&steps);
}

typedef LIST(int64_t) id_list;

static void list_ids(id_list *ids, struct database *db, const char *condition)
{
	struct strbuf sql = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct statement *st;

	strbuf_addf(&sql, "SELECT id FROM incident WHERE %s", condition);
	assert_int_equal(statement_open(&st, db, sql.data, &err), 0);
	while (statement_step(st, &err) > 0)
		*LIST_ADD(ids) = statement_number(st, 0);
	statement_close(st);
	strbuf_release(&sql);
}

/* The events of what was loaded, or its cases. */
static void ask(struct strbuf *out, bool cases_of_it)
{
	struct err err = ERR_INIT;
	struct lexicons *lexicons;
	struct database *db;
	struct events events;
	id_list ids = { NULL, 0, 0 }, denials = { NULL, 0, 0 };

	assert_int_equal(lexicons_open(&lexicons, LEXICONS, &err), 0);
	assert_int_equal(database_open(&db, reports_path, DATABASE_READ, &err),
			 0);
	list_ids(&ids, db, "status <> 'denied'");
	list_ids(&denials, db, "status = 'denied'");
	assert_int_equal(events_find(&events, db, lexicons,
				     (struct event_ids){ ids.items, ids.count },
				     (struct event_ids){ denials.items,
							 denials.count },
				     &err), 0);
	strbuf_add(out, STR(""));
	if (cases_of_it)
		print_chains(out, &events, lexicons);
	for (size_t i = 0; !cases_of_it && i < events.list.count; i++)
		print_event(out, &events, &events.list.items[i]);
	events_release(&events);
	LIST_RELEASE(&ids);
	LIST_RELEASE(&denials);
	database_close(db);
	lexicons_close(lexicons);
}

static void load(const char *reports)
{
	struct strbuf stream = STRBUF_INIT;
	struct err err = ERR_INIT;

	make_stream(&stream, reports);
	assert_int_equal(reports_load_text(stream.data, NULL, &err), 0);
	strbuf_release(&stream);
}

static void check(const struct events_case *row, bool cases_of_it)
{
	struct strbuf out = STRBUF_INIT;

	load(row->reports);
	ask(&out, cases_of_it);
	assert_string_equal(out.data, row->events);
	strbuf_release(&out);
}

static void joins(void **state)
{
	check(*state, false);
}

static void follows(void **state)
{
	check(*state, true);
}

/* A database made to be slow: as many incidents of one target, a third in one
 * month under laws of their own, the others on as many dates of all sorts. */
static void is_not_slowed_down(void **state)
{
	enum { MANY = 60000 };
	struct strbuf out = STRBUF_INIT, sql = STRBUF_INIT;

	(void)state;
	load("= a en\ndetention 2023-06-14 ann\n");
	strbuf_addf(&sql, "WITH n(i) AS (SELECT 2 UNION ALL SELECT i + 1 "
		    "FROM n WHERE i < %d) INSERT INTO incident (id, sentence, name, "
		    "type, status, date) SELECT i, 1, 'i', 'charge', '', "
		    "CASE i %% 3 WHEN 0 THEN '2023-06' WHEN 1 "
		    "THEN 1000 + i %% 9000 ELSE date('1900-01-01', "
		    "i || ' days') END FROM n", MANY);
	reports_sql(sql.data, NULL);
	reports_sql("INSERT INTO incident_party SELECT id, 'target', 1, 'ann', "
		    "'ann' FROM incident WHERE id > 1", NULL);
	reports_sql("INSERT INTO incident_party SELECT id, 'law', 1, "
		    "'law' || id, NULL FROM incident WHERE id % 3 = 0", NULL);
	limit_cpu(20);
	ask(&out, true);
	limit_cpu(0);
	strbuf_release(&sql);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(chains) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], joins);
	for (size_t i = 0; i < COUNT_OF(chains); i++)
		tests[count++] = CASE(chains[i], follows);
	tests[count++] = (struct CMUnitTest)
		cmocka_unit_test(is_not_slowed_down);
	for (size_t i = 0; i < count; i++)
		tests[i].teardown_func = remove_file;
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
