#include "knowledge_case.h"
#include "doc_builder.h"

#include "trace.h"

#include <stdio.h>

/* Of each incident "target < actor (class of the actor)", what is empty left
 * out, with "; " between. */
static struct party_case {
	const char *name, *lang, *text, *found;
} cases[] = {
	{ "ru: the dative is the target of a threat", "ru",
	  "В ноябре редактору газеты «[Заря|outlet zarya]» "
	  "[Зауре Тлеуовой|journalist zaure_tleuova] угрожали в "
	  "[Viber|platform viber].", "zaure_tleuova" },
	{ "ru: the object before its verb, the doer behind it", "ru",
	  "Корреспондента [Анну Ким|journalist anna_kim] избили трое мужчин.",
	  "anna_kim < 3_men (private)" },
	{ "ru: a passive has its doer in the instrumental", "ru",
	  "[Болат Сериков|person bolat_serikov] был избит полицейскими.",
	  "bolat_serikov < police (police)" },
	{ "ru: the subject behind a passive verb", "ru",
	  "Вчера был избит блогер [Болат Сериков|person bolat_serikov].",
	  "bolat_serikov" },
	{ "ru: the subject of an active verb is no target", "ru",
	  "[Анна Ким|person anna_kim] избила репортёра.",
	  " < anna_kim (private)" },
	{ "ru: a name whose id is written in another way", "ru",
	  "Суд оштрафовал [Светлану Цой|person svetlana_tsoi].",
	  "svetlana_tsoi < court (court)" },
	{ "ru: the relative pronoun has the case", "ru",
	  "[Болат Сериков|person bolat_serikov], которого избили, молчит.",
	  "bolat_serikov" },
	{ "ru: the main clause goes on behind a relative one", "ru",
	  "[Олега Ли|person oleg_li], который вёл программу, уволили.",
	  "oleg_li" },
	{ "ru: two with their roles and outlets", "ru",
	  "Избили корреспондента «[Зари|outlet zarya]» [Ольгу "
	  "Ким|journalist olga_kim] и оператора «[Вестей|outlet vesti]» "
	  "[Ивана Ли|journalist ivan_li].", "olga_kim;ivan_li" },
	{ "ru: both, in another case", "ru",
	  "[Болата Серикова|person bolat_serikov] и [Олега Ли|person "
	  "oleg_li] задержали. // Обоих отпустили.",
	  "bolat_serikov;oleg_li; bolat_serikov;oleg_li" },
	{ "ru: a collective number", "ru",
	  "В мае пятерых репортёров задержали.", "5_reporters" },
	{ "ru: the blogger is who was named before", "ru",
	  "[Болат Сериков|person bolat_serikov] молчит. // Суд оштрафовал "
	  "блогера.", "bolat_serikov < court (court)" },
	{ "ru: his editor is somebody else", "ru",
	  "[Болат Сериков|person bolat_serikov] молчит. // Его редактора "
	  "задержали.", "" },
	{ "ru: neither is a colleague", "ru",
	  "[Болат Сериков|person bolat_serikov] молчит. // В суде оштрафовали "
	  "коллегу.", "" },
	{ "ru: against somebody", "ru",
	  "Против [Болата Серикова|person bolat_serikov] возбудили дело.",
	  "bolat_serikov" },
	{ "ru: the newsroom is the outlet named before", "ru",
	  "«[Заря|outlet zarya]» молчит. // Полиция обыскала редакцию.",
	  "zarya < police (police)" },
	{ "kk: the accusative is the target, not the first name", "kk",
	  "«[Заря|outlet zarya]» газетінің тілшісі [Дархан "
	  "Серіковты|journalist darkhan_serikov] белгісіз екі адам соққыға "
	  "жықты.", "darkhan_serikov < unknown_persons" },
	{ "kk: the dative of a fine", "kk",
	  "Сот [Дархан Серіковке|person darkhan_serikov] айыппұл салды.",
	  "darkhan_serikov < court (court)" },
	{ "kk: a number and a noun without an ending", "kk",
	  "Мамырда 12 журналист ұсталды. // Оларды босатты.",
	  "12_journalists; 12_journalists" },
	{ "kk: the journalist in the accusative", "kk",
	  "[Дархан Серіков|person darkhan_serikov] үндемеді. // Полиция "
	  "журналисті ұстады.", "darkhan_serikov < police (police)" },
	{ "kk: them, who stand in a clause of their own", "kk",
	  "[Ораз Әбілов|person oraz_abilov] пен [Инга Ли|person inga_li] "
	  "келгенде, белгісіз адамдар оларды соққыға жықты.",
	  "oraz_abilov;inga_li < unknown_persons" },
	{ "en: his own doer is not him", "en",
	  "[Dana Serik|person dana_serik] said that [Bill Moor|person "
	  "bill_moor] threatened her.",
	  "dana_serik < bill_moor (private)" },
	{ "en: a platform is no target", "en",
	  "Reporter [Dana Serik|person dana_serik] was threatened in "
	  "[Viber|platform viber].", "dana_serik" },
	{ "en: the names of a group", "en",
	  "Police detained reporters, including [Dana Serik|person "
	  "dana_serik].", "dana_serik < police (police)" },
	{ "en: a clause around dashes", "en",
	  "[Dana Serik|person dana_serik] — a reporter of "
	  "[Zarya|outlet zarya] — was arrested.", "dana_serik" },
	{ "en: one of several is who is named", "en",
	  "[Dana Serik|person dana_serik] was one of three journalists who "
	  "were arrested.", "dana_serik" },
	{ "en: staff without a name are their outlet", "en",
	  "Last week the court fined the editor of [Zarya|outlet zarya].",
	  "zarya < court (court)" },
	{ "en: attackers who are sentenced", "en",
	  "The court sentenced four attackers.", "4_attackers < court (court)" },
	{ "en: the chair of an organisation", "en",
	  "The court acquitted the chair of the [Union|org union], [Dana "
	  "Serik|person dana_serik].", "dana_serik < court (court)" },
	{ "en: whose phone it was", "en",
	  "[Dana Serik|person dana_serik] left. // Police searched her flat.",
	  "dana_serik < police (police)" },
	{ "en: whoever is somebody's is not him", "en",
	  "The lawyer of journalist [Dana Serik|person dana_serik] was "
	  "detained. // [Bill Moor|person bill_moor]'s wife was beaten.",
	  "" },
	{ "ru: nor in another case", "ru",
	  "Полиция задержала адвоката журналиста [Болата Серикова|person "
	  "bolat_serikov].", " < police (police)" },
	{ "kk: nor before him", "kk",
	  "[Дархан Серіковтың|person darkhan_serikov] адвокаты ұсталды.", "" },
	{ "en: he who beat him was sentenced", "en",
	  "The man who beat [Dana Serik|person dana_serik] was sentenced.",
	  "dana_serik" },
	{ "en: and he who arrested him did not beat", "en",
	  "Police arrested the man who attacked [Dana Serik|person "
	  "dana_serik].", " < police (police); dana_serik" },
	{ "en: who sues the state is charged with nothing", "en",
	  "[Dana Serik|person dana_serik] sued the police.", "" },
	{ "en: whom a statement is about stands in its clause", "en",
	  "[Dana Serik|person dana_serik] left. // The minister spread false "
	  "information. // The minister publicly insulted [Zarya|outlet zarya].",
	  " < minister (state); zarya < minister (state)" },
	{ "en: the class is in the body's name", "en",
	  "The [Karatal District Court|body karatal_court] acquitted [Dana "
	  "Serik|person dana_serik].",
	  "dana_serik < karatal_court (court)" },
};

static void *state;

static void print(struct strbuf *out, const struct incident *incident)
{
	if (out->len > 0)
		strbuf_add_z(out, "; ");
	strbuf_add(out, incident->target);
	if (incident->actor.len > 0)
		strbuf_addf(out, " < %.*s", STR_ARGS(incident->actor));
	if (incident->actor_class.len > 0)
		strbuf_addf(out, " (%.*s)", STR_ARGS(incident->actor_class));
}

static void parties(void **row)
{
	const struct party_case *this = *row;
	struct document doc;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	doc_add(&doc, test_knowledge.languages, this->lang, this->text);
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	strbuf_add(&found, STR_NONE);
	for (size_t i = 0; i < doc.incidents.count; i++)
		print(&found, &doc.incidents.items[i]);
	assert_string_equal(found.data ? found.data : "", this->found);
	strbuf_release(&found);
	document_release(&doc);
}

static int open_all(void **unused)
{
	struct err err = ERR_INIT;
	struct stage_context context = {
		.program = "esep-trace", .knowledge = &test_knowledge
	};

	if (open_knowledge(unused) == 0 &&
	    trace_stage.open(&state, NULL, &context, &err) == 0)
		return 0;
	fprintf(stderr, "%s\n", err.text);
	return -1;
}

static int close_all(void **unused)
{
	trace_stage.close(state);
	return close_knowledge(unused);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], parties);
	return cmocka_run_group_tests(tests, open_all, close_all);
}
