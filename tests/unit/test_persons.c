/* Persons: whose name words are, and the nominative that they are known and
 * shown by. */
#include "tag_builder.h"

/* "surface id; …" of the persons, then " / id=name" for each that the document
 * names itself. */
static struct person_case {
	const char *name, *lang, *text, *found;
} cases[] = {
	{ "a patronymic stays in the id", "ru",
	  "Блогер Иван Петрович молчит. // Иван Сергеевич уехал.",
	  "Иван Петрович ivan_petrovich; Иван Сергеевич ivan_sergeevich" },
	{ "in the nominative", "kk", "Журналист Нұрлан Бекұлына айып тағылды.",
	  "Нұрлан Бекұлына nurlan_bekuly / nurlan_bekuly=Нұрлан Бекұлы" },
	{ "in English", "en", "Journalist Nurlan Saparuly was fined.",
	  "Nurlan Saparuly nurlan_saparuly" },
	{ "with the surname it is known again", "ru",
	  "Ушёл Сергей Петрович Лаптев. // Потом Сергей Петрович вернулся.",
	  "Сергей Петрович Лаптев sergei_laptev; Сергей Петрович "
	  "sergei_laptev" },
	{ "a surname in capitals", "en",
	  "Erlan KUMTASOV was fined. // They met KUMTASOV there.",
	  "Erlan KUMTASOV erlan_kumtasov; KUMTASOV erlan_kumtasov / "
	  "erlan_kumtasov=Erlan Kumtasov" },
	{ "before the given name", "ru", "Журналист КУМТАСОВ Ерлан задержан.",
	  "КУМТАСОВ Ерлан erlan_kumtasov / erlan_kumtasov=Ерлан Кумтасов" },
	{ "behind initials", "ru", "Письмо подписали Р. ЖУМАНОВ и другие.",
	  "Р. ЖУМАНОВ r_zhumanov / r_zhumanov=Р. Жуманов" },
	{ "an acronym behind a name is none", "ru",
	  "Адвокат Марат Омаров пришёл в КНБС и ушёл.",
	  "Марат Омаров marat_omarov" },
	{ "the surname first with a comma", "en",
	  "Kumtasov, Ilyas. // Petrenko, O. On silence.",
	  "Kumtasov, Ilyas ilyas_kumtasov; Petrenko, O. o_petrenko" },
	{ "not before the initials of another", "ru",
	  "Пришли Петров, А. Иванов и другие.",
	  "Петров petrov; А. Иванов a_ivanov" },
	{ "a stranger before a given name with a role behind it", "ru",
	  "Ли Вера, медиаюрист, выступила первой.", "Ли Вера vera_li" },
	{ "behind a role the given name comes first", "ru",
	  "Журналиста Бектаса Талгата вызвали.",
	  "Бектаса Талгата bektas_talgat / bektas_talgat=Бектас Талгат" },
	{ "Russian letters as English writes them", "en",
	  "Dr. Zh. Omarova spoke. // The reporter Zhanna Omarova left.",
	  "Zh. Omarova zhanna_omarova; Zhanna Omarova zhanna_omarova" },
	{ "two given names with one surname", "en",
	  "Journalists Erlan and Asel Kumtasov left.",
	  "Erlan erlan_kumtasov; Asel Kumtasov asel_kumtasov" },
	{ "in the plural", "ru", "Суд оправдал Марию и Ерлана Кумтасовых.",
	  "Марию maria_kumtasova; Ерлана Кумтасовых erlan_kumtasov / "
	  "erlan_kumtasov=Ерлан Кумтасов / maria_kumtasova=Мария Кумтасова" },
	{ "in Kazakh", "kk", "Ағайынды Ерлан мен Болат Құмтасовтар сотталды.",
	  "Ерлан erlan_kumtasov; Болат Құмтасовтар bolat_kumtasov / "
	  "bolat_kumtasov=Болат Құмтасов / erlan_kumtasov=Ерлан Құмтасов" },
	{ "but a surname in the singular is of one", "ru",
	  "Пришли Анна и Пётр Лаптев.", "Пётр Лаптев pyotr_laptev" },
	{ "initials with one surname", "ru", "Не пустили И. и Т. Руденко.",
	  "И. i_rudenko; Т. Руденко t_rudenko" },
	{ "a title before a surname that no table has", "ru",
	  "Судья Остервальд молчит.", "Остервальд ostervald" },
	{ "but not before what it is of", "ru",
	  "Представитель Роскосмоса молчит.", "" },
	{ "a month beside a given name", "en",
	  "Clara March left. // April Kim was fined.",
	  "Clara March clara_march; April Kim april_kim" },
	{ "a month behind a word that leads to one", "en",
	  "In April Kim left.", "" },
	{ "an unknown surname in a Russian case", "ru",
	  "Избили репортёра Думана Касена.",
	  "Думана Касена duman_kasen / duman_kasen=Думан Касен" },
	{ "in a Kazakh case", "kk", "Сот Думан Қасенге айыппұл салды.",
	  "Думан Қасенге duman_kasen / duman_kasen=Думан Қасен" },
	{ "a woman's that has no cases", "ru",
	  "Допросили Дину Омарбек. // Суд отказал Дине Омарбек.",
	  "Дину Омарбек dina_omarbek; Дине Омарбек dina_omarbek / "
	  "dina_omarbek=Дина Омарбек" },
	{ "a man's and a woman's", "ru", "Его видели с Игорем Ковалем и Анной "
	  "Коваль.", "Игорем Ковалем igor_koval; Анной Коваль anna_koval / "
	  "anna_koval=Анна Коваль / igor_koval=Игорь Коваль" },
	{ "a name in -а", "ru", "Дело Ивана Кривули передали.",
	  "Ивана Кривули ivan_krivulya / ivan_krivulya=Иван Кривуля" },
	{ "the surname's case is the given name's", "ru",
	  "Суд начался над Тавдиром Исламовым.",
	  "Тавдиром Исламовым tavdir_islamov / tavdir_islamov=Тавдир "
	  "Исламов" },
	{ "what the mentions have in common", "ru",
	  "Главе холдинга Ивану Фольде предъявили иск. // Фольде молчит.",
	  "Ивану Фольде ivan_folde; Фольде ivan_folde / ivan_folde=Иван "
	  "Фольде" },
	{ "of two surnames of one key the gender's", "ru",
	  "Асель Омарова и Марат Омаров ушли. // Омарова молчит. // Омаров "
	  "рад.", "Асель Омарова asel_omarova; Марат Омаров marat_omarov; "
	  "Омарова asel_omarova; Омаров marat_omarov" },
	{ "a man is no woman of his surname", "ru",
	  "Асель Омарова ушла. // Потом Омаров молчал.",
	  "Асель Омарова asel_omarova; Омаров omarov" },
	{ "titles tell who is who", "en",
	  "Asel Kim and Erlan Kim left. // Ms. Kim and Mr. Kim spoke.",
	  "Asel Kim asel_kim; Erlan Kim erlan_kim; Kim asel_kim; Kim "
	  "erlan_kim" },
	{ "a surname made of a given name is none of its forms", "ru",
	  "Серик Жандаров ушёл. // Иск Жандарова отклонён.",
	  "Серик Жандаров serik_zhandarov; Жандарова serik_zhandarov" },
	{ "what is named after a person", "ru",
	  "Он живёт на улице Абая Кунанбаева у школы имени Олега Лаптева.",
	  "" },
	{ "but 'по имени' leads to one", "ru",
	  "Пришёл человек по имени Олег Лаптев.", "Олег Лаптев oleg_laptev" },
	{ "in Kazakh", "kk", "Ол Олег Лаптев атындағы мектепте болды.", "" },
	{ "in English", "en", "They met on Gogol St. near the Anna Petrova "
	  "Prize office.", "" },
	{ "a people's name in a surname", "ru",
	  "Адвокат Нина Узбекова пришла. // Узбекова молчит.",
	  "Нина Узбекова nina_uzbekova; Узбекова nina_uzbekova" },
	{ "a particle joins a surname", "en",
	  "The blogger Khalid al-Rashwani left. // Al lost al-Rashwani's "
	  "file.", "Khalid al-Rashwani khalid_al_rashwani; al-Rashwani "
	  "khalid_al_rashwani" },
	{ "a hyphen before a small letter", "en",
	  "The producer Park Seo-hwan left a Kremlin-backed paper.",
	  "Park Seo-hwan park_seo_hwan" },
	{ "initials of a name that has a hyphen", "ru",
	  "Президент К.-Ж. Бокаев ушёл.", "К.-Ж. Бокаев k_zh_bokaev" },
};

static int by_key(const void *left, const void *right)
{
	const struct meta *a = left, *b = right;

	return str_compare(a->key, b->key);
}

static void finds(void **row)
{
	const struct person_case *c = *row;
	struct strbuf found = STRBUF_INIT;

	tag_state_run(&state, c->lang, "KZ", c->text);
	for (size_t i = 0; i < state.doc.mentions.count; i++) {
		const struct mention *m = &state.doc.mentions.items[i];

		if (!mention_type_is_person(m->type))
			continue;
		if (found.len > 0)
			strbuf_add_z(&found, "; ");
		strbuf_add(&found, extent_text(&state.doc, m->where));
		strbuf_add_char(&found, ' ');
		strbuf_add(&found, m->id);
	}
	qsort(state.doc.meta.items, state.doc.meta.count,
	      sizeof *state.doc.meta.items, by_key);
	for (size_t i = 0; i < state.doc.meta.count; i++) {
		const struct meta *meta = &state.doc.meta.items[i];

		if (!str_has_prefix(meta->key, STR(META_NAME)))
			continue;
		strbuf_add_z(&found, " / ");
		strbuf_add(&found, str_slice(meta->key, sizeof META_NAME - 1,
					     meta->key.len));
		strbuf_add_char(&found, '=');
		strbuf_add(&found, meta->value);
	}
	assert_string_equal(found.data ? found.data : "", c->found);
	strbuf_release(&found);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], finds);
	return cmocka_run_group_tests(tests, open_state, close_state);
}
