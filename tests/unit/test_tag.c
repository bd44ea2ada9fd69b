#include "tag_builder.h"

/* "surface type id; …" of all mentions; the report covers 2022. */
static struct tag_case {
	const char *name, *lang, *country, *text, *found;
} cases[] = {
	{ "the longest name counts", "en", "KZ",
	  "The National Security Committee met.",
	  "National Security Committee body kz_national_security_committee" },
	{ "a name inflected in Russian", "ru", "KZ", "Он жил в Казахстане.",
	  "Казахстане place kazakhstan" },
	{ "a name inflected in Kazakh", "kk", "KZ", "Ол Алматыда тұрды.",
	  "Алматыда place almaty" },
	{ "what leads away from a place leads to no person", "ru", "RU",
	  "Репортёр Владимир Рощин молчал. Из Владимира ехать долго.",
	  "Владимир Рощин journalist vladimir_roshchin" },
	{ "but a surname that says so by itself is one", "ru", "RU",
	  "Он стрелял в Лукашенко.", "Лукашенко person lukashenko" },
	{ "a man in the genitive, whose key a woman's name has too", "ru",
	  "KZ", "Суд оправдал Турсына Ахметова.",
	  "Турсына Ахметова person tursyn_akhmetov" },
	{ "a common word in lower case is no name", "en", "KZ",
	  "The caravan moved.", "" },
	{ "an adjective of nationality is no place", "ru", "KZ",
	  "Казахстанский рынок вырос.", "" },
	{ "the parliament of the document's country", "en", "KZ",
	  "He left parliament.", "parliament body kz_parliament" },
	{ "in another country its own", "en", "UZ", "He left parliament.",
	  "parliament body uz_parliament" },
	{ "of no country where nothing says which", "en", "",
	  "He was tried under Article 12 of the Criminal Code.",
	  "Article 12 of the Criminal Code law criminal_code_12" },
	{ "of the only country that the sentence names", "ru", "",
	  "В России МВД молчит. // МВД молчит.",
	  "России place russia; МВД body "
	  "ministry_of_internal_affairs_of_russia; МВД body "
	  "ministry_of_internal_affairs" },
	{ "of the country beside it where there are more", "en", "",
	  "Unlike Latvia, the Criminal Code of Kazakhstan is new.",
	  "Latvia place latvia; Criminal Code of Kazakhstan law "
	  "kz_criminal_code" },
	{ "of none where the sentence names more", "ru", "",
	  "В Латвии, как и в Эстонии, УК новый.",
	  "Латвии place latvia; Эстонии place estonia; УК law criminal_code" },
	{ "a title of an article tells no number of an unknown code", "ru", "",
	  "Статья «Мошенничество» длинна.", "" },
	{ "what a body is called at home", "kk", "RU",
	  "Ішкі істер министрлігі үнсіз.",
	  "Ішкі істер министрлігі body "
	  "ministry_of_internal_affairs_of_russia" },
	{ "a surname joins at the beginning of a sentence, though it is a word",
	  "en", "KZ", "The reporter Mark Rice came. // The rice was cold. // "
	  "Rice left.", "Mark Rice journalist mark_rice; Rice journalist "
	  "mark_rice" },
	{ "a given name that is a word does not", "ru", "KZ",
	  "Журналист Роман Белов ушёл. // Роман вышел в свет.",
	  "Роман Белов journalist roman_belov" },
	{ "only the exact name joins", "en", "KZ",
	  "The minister Emil Bock left. // He saw Boko there.",
	  "Emil Bock official emil_bock" },
	{ "an acronym is no name", "en", "KZ",
	  "The editor Pascal Ngo left. // He saw the NGO there.",
	  "Pascal Ngo journalist pascal_ngo" },
	{ "nor is a place", "ru", "KZ",
	  "Редактор Абай Асанов ушёл. // Он видел Абай.",
	  "Абай Асанов journalist abai_asanov" },
	{ "a place in a case is none either", "kk", "KZ",
	  "Алматыда Ахметов сотталды.",
	  "Алматыда place almaty; Ахметов person akhmetov" },
	{ "a country that has a person's name", "en", "KZ",
	  "The editor Georgi Parlov spoke. // He was born in Georgia.",
	  "Georgi Parlov journalist georgy_parlov; Georgia place georgia" },
	{ "a function word behind a role is a name", "en", "KZ",
	  "The editor Will Turner left. // Will it do?",
	  "Will Turner journalist will_turner" },
	{ "what stands behind an apposition is no role", "en", "KZ",
	  "The president, Georgi Parlov, met the editors.",
	  "Georgi Parlov official georgy_parlov" },
	{ "a place or month behind a role and before a name is a given name",
	  "en", "KZ", "The reporter June Tidwell left. // It was in June.",
	  "June Tidwell journalist june_tidwell; June date 2022-06" },
	{ "and where the role stands behind", "en", "KZ",
	  "Milan Tidwell, a freelance reporter, left Milan.",
	  "Milan Tidwell journalist milan_tidwell; Milan place milan" },
	{ "and before a surname at the beginning of a sentence", "ru", "KZ",
	  "Арал Тулегенов молчит.",
	  "Арал Тулегенов person aral_tulegenov" },
	{ "a list's next role is not this name's", "en", "KZ",
	  "He publishes The Kenya Herald, journalist Otto Brandt said.",
	  "Kenya Herald outlet kenya_herald; Otto Brandt journalist otto_brandt" },
	{ "a role that has an owner is not the owner's", "ru", "KZ",
	  "Адвокат журналиста Нины Лавровой Иван Петров ушёл.",
	  "Нины Лавровой journalist nina_lavrova; Иван Петров person "
	  "ivan_petrov" },
	{ "nor in an apposition", "en", "KZ",
	  "The lawyer of journalist Nina Lavrova, Anna Petrova, left.",
	  "Nina Lavrova journalist nina_lavrova; Anna Petrova person "
	  "anna_petrova" },
	{ "a role reaches over what it is of", "ru", "KZ",
	  "Глава администрации соседнего посёлка Иван Петров ушёл.",
	  "Иван Петров official ivan_petrov" },
	{ "but not over a verb", "en", "KZ",
	  "The minister met Anna Petrova.",
	  "Anna Petrova person anna_petrova" },
	{ "a name in another case has no role", "ru", "KZ",
	  "Редактору ответил Иван Петров. // Редактору Иван Петров не писал.",
	  "Иван Петров person ivan_petrov; Иван Петров person ivan_petrov" },
	{ "a deputy has the office's role in any case", "ru", "KZ",
	  "Заместитель министра Иван Петров ушёл.",
	  "Иван Петров official ivan_petrov" },
	{ "a role of several is none of one", "ru", "KZ",
	  "Рассказал журналистам Иван Петров.",
	  "Иван Петров person ivan_petrov" },
	{ "but of each in a list", "ru", "KZ",
	  "Депутаты Иван Петров, Виктор Лавров и Анна Петрова ушли.",
	  "Иван Петров official ivan_petrov; Виктор Лавров official "
	  "viktor_lavrov; Анна Петрова official anna_petrova" },
	{ "in Kazakh a role in a case is none of the name behind it", "kk",
	  "KZ", "Редакторға Нина Лаврова жазды.",
	  "Нина Лаврова person nina_lavrova" },
	{ "who owns an outlet is a journalist", "ru", "KZ",
	  "Владелец газеты Иван Петров и владелец завода Виктор Лавров.",
	  "Иван Петров journalist ivan_petrov; Виктор Лавров person "
	  "viktor_lavrov" },
	{ "the head of a state's office is an official", "kk", "KZ",
	  "Білім басқармасының басшысы Нина Лаврова мен мектеп директоры "
	  "Анна Петрова келді.",
	  "Нина Лаврова official nina_lavrova; Анна Петрова person "
	  "anna_petrova" },
	{ "of a city's library he is none", "en", "KZ",
	  "Anna Petrova, director of the city library, left.",
	  "Anna Petrova person anna_petrova" },
	{ "both of two roles count", "en", "KZ",
	  "Anna Petrova, a lawyer and blogger, left.",
	  "Anna Petrova journalist anna_petrova" },
	{ "a compound with a hyphen is a role", "ru", "KZ",
	  "Экс-редактор Иван Петров ушёл.",
	  "Иван Петров journalist ivan_petrov" },
	{ "rows that were set one behind the other", "en", "KZ",
	  "Anna Petrova, editor Viktor Lavrov, lawyer",
	  "Anna Petrova journalist anna_petrova; Viktor Lavrov person "
	  "viktor_lavrov" },
	{ "a role and a colon", "en", "KZ", "Editor: Anna Petrova",
	  "Anna Petrova journalist anna_petrova" },
	{ "a role in the next line", "en", "KZ",
	  "Anna Petrova // Deputy editor",
	  "Anna Petrova journalist anna_petrova" },
	{ "a role of two that behind a comma are told", "en", "KZ",
	  "Two reporters, Anna Petrova and Viktor Lavrov, left.",
	  "Anna Petrova journalist anna_petrova; Viktor Lavrov journalist "
	  "viktor_lavrov" },
	{ "a verb that tells a role", "en", "KZ",
	  "Otto Brandt, who edits a small weekly, left.",
	  "Otto Brandt journalist otto_brandt" },
	{ "and a role that it joins", "ru", "KZ",
	  "Нина Лаврова третий год работает выездным корреспондентом.",
	  "Нина Лаврова person nina_lavrova" },
	{ "with few words before it", "ru", "KZ",
	  "Нина Лаврова работает выездным корреспондентом.",
	  "Нина Лаврова journalist nina_lavrova" },
	{ "and a role before it", "kk", "KZ",
	  "Нина Лаврова Таразда редактор болып істейді.",
	  "Нина Лаврова journalist nina_lavrova; Таразда place taraz" },
	{ "a verb whose object is no medium tells none", "en", "KZ",
	  "Anna Petrova runs a small bakery.",
	  "Anna Petrova person anna_petrova" },
	{ "nor one that only follows", "en", "KZ",
	  "Anna Petrova heads the department that licenses newspapers.",
	  "Anna Petrova person anna_petrova" },
	{ "a medium behind a preposition is no object", "ru", "KZ",
	  "Иван Петров ведёт дело против газеты.",
	  "Иван Петров person ivan_petrov" },
	{ "who hit a journalist is none", "en", "KZ",
	  "Anna Petrova hit a correspondent. // The journalist fell.",
	  "Anna Petrova person anna_petrova" },
	{ "another country's constitution", "ru", "KZ",
	  "Он читал Конституцию США и Конституцию.",
	  "Конституцию США law us_constitution; Конституцию law "
	  "kz_constitution" },
	{ "a role that points back", "en", "KZ",
	  "Anna Petrova was fined. // The blogger left.",
	  "Anna Petrova journalist anna_petrova" },
	{ "but to one alone", "en", "KZ",
	  "Anna Petrova met Viktor Lavrov. // The blogger left.",
	  "Anna Petrova person anna_petrova; Viktor Lavrov person "
	  "viktor_lavrov" },
	{ "and no role of another", "en", "KZ",
	  "Anna Petrova was fined. // A blogger left.",
	  "Anna Petrova person anna_petrova" },
	{ "a name alone in quotation marks is something else's", "ru", "KZ",
	  "Редактор Лев Гусев ушёл. // Сеть «Гусев» закрылась, Гусев рад.",
	  "Лев Гусев journalist lev_gusev; Гусев journalist lev_gusev" },
	{ "so is a word of a longer name", "en", "KZ",
	  "The editor Otto Brandt left. // He owed it to Brandt Foods.",
	  "Otto Brandt journalist otto_brandt" },
	{ "a word that begins a sentence is a surname behind the full name", "en",
	  "KZ", "He saw banks. // Banks were shut. // The editor Karl Banks "
	  "left.",
	  "Karl Banks journalist karl_banks" },
	{ "what is no word is one before it too", "en",
	  "KZ", "Lindner was fined. // The editor Karl Lindner left.",
	  "Lindner journalist karl_lindner; Karl Lindner journalist "
	  "karl_lindner" },
	{ "a name behind a word for places is a place's", "ru", "KZ",
	  "Редактор Захар Лосев ушёл. // Он любит город Захар.",
	  "Захар Лосев journalist zakhar_losev" },
	{ "a word that leads to places leads to no person", "ru", "KZ",
	  "Редактор Захар Лосев ушёл. // Он живёт в Лосеве, не у Лосева.",
	  "Захар Лосев journalist zakhar_losev; Лосева journalist "
	  "zakhar_losev" },
	{ "nor does an article", "en", "KZ",
	  "The editor Alan Ford left. // He saw a Ford there.",
	  "Alan Ford journalist alan_ford" },
	{ "a month's name behind a role, its paper between", "ru", "KZ",
	  "Редактор портала «Волна» Марта Лосева молчит. // К концу марта "
	  "Марта Лосева ушла.",
	  "Волна outlet volna; Марта Лосева journalist marta_loseva; концу "
	  "марта date ../2022-03; Марта Лосева journalist marta_loseva" },
	{ "in an apposition behind more of the role", "en", "KZ",
	  "The editor of the Coral Lantern, Rosa June, left.",
	  "Rosa June journalist rosa_june" },
	{ "a word of a longer name in front", "en", "KZ",
	  "The editor Otto Brandt left. // He lives in Port Brandt now.",
	  "Otto Brandt journalist otto_brandt" },
	{ "an article of two numbers", "ru", "RU", "Это статья 199.7 УК.",
	  "статья 199.7 УК law ru_criminal_code_199_7" },
	{ "an acronym at home", "ru", "BY", "КГБ молчит.",
	  "КГБ body state_security_committee_of_belarus" },
	{ "what another country has of the same kind", "kk", "KG",
	  "ІІМ үнсіз.",
	  "ІІМ body ministry_of_internal_affairs_of_the_kyrgyz_republic" },
	{ "a year before a noun", "en", "KZ",
	  "In 2021 access was cut. // He saw 2021 birds.", "2021 date 2021" },
	{ "another end is another name in Latin letters", "en", "KZ",
	  "The editor Nino Kapanadze met Georgiy Petrov.",
	  "Nino Kapanadze journalist nino_kapanadze; Georgiy Petrov person "
	  "georgy_petrov" },
	{ "a given name before a surname has no suffix in Kazakh", "kk", "KZ",
	  "Ертеңіне Лаврова келді.", "Лаврова person lavrova" },
	{ "the act in force in the covered year", "en", "KZ",
	  "It is a new media law of sorts, a media law.",
	  "new media law law kz_law_on_mass_media_2024; media law law "
	  "kz_law_on_mass_media" },
	{ "a quoted name with a cue", "ru", "KZ",
	  "Редактор газеты «Тан нуры» ушёл.",
	  "Тан нуры outlet tan_nury" },
	{ "a bare domain that no table has", "en", "KZ",
	  "It was on unheard-of.kz then.",
	  "unheard-of.kz outlet unheard_of_kz" },
	{ "a URL holds no mention", "en", "KZ",
	  "See https://orda.kz/news and mail@orda.kz there.", "" },
	{ "a handle", "en", "KZ", "The channel @tengenomika grew.",
	  "@tengenomika outlet tengenomika" },
	{ "money before and behind", "en", "KZ",
	  "It cost $1.5 million or 20 000 tenge.",
	  "$1.5 million money USD 1500000; 20 000 tenge money KZT 20000" },
	{ "money with a short unit", "en", "KZ", "It cost $39K or 5m tenge.",
	  "$39K money USD 39000; 5m tenge money KZT 5000000" },
	{ "money in groups of three", "ru", "KZ", "Штраф 1 500 000 тенге.",
	  "1 500 000 тенге money KZT 1500000" },
	{ "money in Russian words", "ru", "KZ",
	  "Выделили 12,5 млрд. тенге и двести долларов США.",
	  "12,5 млрд. тенге money KZT 12500000000; двести долларов США money "
	  "USD 200" },
	{ "decimals and halves in words", "kk", "KZ",
	  "Оған бес бүтін оннан тоғыз триллион теңге, кейін жеті жарым миллион "
	  "теңге бөлінді, өсім нөл бүтін жүзден отыз бес процент.",
	  "бес бүтін оннан тоғыз триллион теңге money KZT 5900000000000; жеті "
	  "жарым миллион теңге money KZT 7500000; нөл бүтін жүзден отыз бес "
	  "процент percent 0.35" },
	{ "the same in Russian", "ru", "KZ",
	  "Это полтора миллиона тенге, 2 с половиной миллиарда тенге и одна "
	  "целая пять десятых процента.",
	  "полтора миллиона тенге money KZT 1500000; 2 с половиной миллиарда "
	  "тенге money KZT 2500000000; одна целая пять десятых процента "
	  "percent 1.5" },
	{ "ranges of amounts", "en", "KZ",
	  "It lost 60–70 percent, three to four million tenge, in 2021 – 70 "
	  "percent and half a million dollars.",
	  "60–70 percent percent 60/70; three to four million tenge money KZT "
	  "3000000/4000000; 2021 date 2021; 70 percent percent 70; half a "
	  "million dollars money USD 500000" },
	{ "a range in one word", "kk", "KZ", "Бағасы екі-үш мың теңгеге өсті.",
	  "екі-үш мың теңгеге money KZT 2000/3000" },
	{ "ranges with a unit at each end", "en", "KZ",
	  "It cost between $5 and $10 million, $100 to $200, from 20% to 30%.",
	  "$5 and $10 million money USD 5000000/10000000; $100 to $200 money "
	  "USD 100/200; 20% to 30% percent 20/30" },
	{ "two amounts are no range", "en", "KZ",
	  "It cost $5 and $10, $7-$8, 300,000 tenge and 20 percent.",
	  "$5 money USD 5; $10 money USD 10; $7 money USD 7; $8 money USD 8; "
	  "300,000 tenge money KZT 300000; "
	  "20 percent percent 20" },
	{ "a range by what stands behind it", "kk", "KZ",
	  "Айыппұл 50 мыңнан 100 мың теңгеге дейін, 5 пайыздан 7 пайызға дейін.",
	  "50 мыңнан 100 мың теңгеге money KZT 50000/100000; 5 пайыздан 7 "
	  "пайызға percent 5/7" },
	{ "smaller units behind larger ones", "ru", "KZ",
	  "Это 1 миллиард 200 миллионов тенге, 5 тысяч 250 тенге, 5 миллионов, "
	  "300 тысяч тенге, полмиллиона рублей.",
	  "1 миллиард 200 миллионов тенге money KZT 1200000000; 5 тысяч 250 "
	  "тенге money KZT 5250; 300 тысяч тенге money KZT 300000; полмиллиона "
	  "рублей money RUB 500000" },
	{ "words of a number that are joined", "en", "KZ",
	  "She got one hundred and five dollars, three hundred and twenty-five "
	  "thousand dollars, €2bn and a half-million euros.",
	  "one hundred and five dollars money USD 105; three hundred and "
	  "twenty-five thousand dollars money USD 325000; €2bn money EUR "
	  "2000000000; half-million euros money EUR 500000" },
	{ "the unit of fines", "kk", "KZ", "Оған 30 АЕК айыппұл салынды.",
	  "30 АЕК money MCI 30" },
	{ "percent in three spellings", "kk", "KZ",
	  "Бұл 37 пайызы, 92,7% және жиырма пайыз.",
	  "37 пайызы percent 37; 92,7% percent 92.7; жиырма пайыз percent "
	  "20" },
	{ "an article of a code", "en", "KZ",
	  "It is Article 174 of the Criminal Code.",
	  "Article 174 of the Criminal Code law kz_criminal_code_174" },
	{ "an article in Russian", "ru", "KZ", "По ст. 130 УК РК судили.",
	  "ст. 130 УК РК law kz_criminal_code_130" },
	{ "an article in Kazakh", "kk", "KZ", "Қылмыстық кодекстің 274-бабы.",
	  "Қылмыстық кодекстің 274-бабы law kz_criminal_code_274" },
	{ "a law by its subject", "en", "KZ",
	  "A law on tourist radio, he said, passed.",
	  "law on tourist radio law kz_law_on_tourist_radio" },
	{ "an offence is no article", "en", "KZ",
	  "He was charged with fraud and insult.", "" },
	{ "a ministry that no table has", "en", "KZ",
	  "He left the Ministry of Bees and Honey for good.",
	  "Ministry of Bees and Honey body kz_ministry_of_bees_and_honey" },
	{ "a body with its place", "ru", "KZ", "Его судил суд Алматы вчера.",
	  "суд Алматы body kz_sud_almaty" },
	{ "a known given name, an unknown surname", "en", "KZ",
	  "Here Gulnar Qwertybek spoke.",
	  "Gulnar Qwertybek person gulnar_qwertybek" },
	{ "a journalist by the word before", "en", "KZ",
	  "They met journalist Srym Itkulov there. // Itkulov left.",
	  "Srym Itkulov journalist srym_itkulov; Itkulov journalist "
	  "srym_itkulov" },
	{ "a journalist by the words behind", "en", "KZ",
	  "Srym Itkulov, editor-in-chief of Arbat.media, left.",
	  "Srym Itkulov journalist srym_itkulov; Arbat.media outlet "
	  "arbat_media" },
	{ "one role for a list of names", "en", "KZ",
	  "Bloggers Danat Namazbayev and Margulan Boranbay left.",
	  "Danat Namazbayev journalist danat_namazbayev; Margulan Boranbay "
	  "journalist margulan_boranbay" },
	{ "president of an organisation is no official", "en", "KZ",
	  "Assel Karaulova, president of Adil Soz, left.",
	  "Assel Karaulova person asel_karaulova; Adil Soz org adil_soz" },
	{ "a surname before its full name", "en", "KZ",
	  "President Tokayev spoke. // Kassym-Jomart Tokayev left.",
	  "Tokayev official kassym_jomart_tokayev; Kassym-Jomart Tokayev "
	  "official kassym_jomart_tokayev" },
	{ "of two with a surname the nearest before", "en", "KZ",
	  "Murat Akhmetov came, Askar Akhmetov left. // Akhmetov spoke.",
	  "Murat Akhmetov person murat_akhmetov; Askar Akhmetov person "
	  "askar_akhmetov; Akhmetov person askar_akhmetov" },
	{ "case forms of one Russian woman", "ru", "KZ",
	  "Журналистку Гульнару Бажкенову ждали. // Бажкеновой не было.",
	  "Гульнару Бажкенову journalist gulnar_bazhkenova; Бажкеновой "
	  "journalist gulnar_bazhkenova" },
	{ "a patronymic belongs to the name", "ru", "KZ",
	  "Пришёл Сергей Петрович Иванов вчера.",
	  "Сергей Петрович Иванов person sergei_ivanov" },
	{ "initials", "ru", "KZ",
	  "Пришёл Сергей Иванов. // Потом А. Б. Иванов и С. Иванов ушли.",
	  "Сергей Иванов person sergei_ivanov; А. Б. Иванов person "
	  "a_ivanov; С. Иванов person sergei_ivanov" },
	{ "a Kazakh name with its ending", "kk", "KZ",
	  "Журналист Махамбет Әбжанды ұстады.",
	  "Махамбет Әбжанды journalist makhambet_abzhan" },
	{ "an event with a year of its own", "en", "KZ",
	  "The 2019 presidential election was calm.",
	  "2019 presidential election event 2019_presidential_election" },
	{ "mentions of the stream stay", "en", "KZ",
	  "[Orda.kz was|org mine] blocked in Almaty.",
	  "Orda.kz was org mine; Almaty place almaty" },
	{ "marks without partners", "en", "KZ", "“ ) » ( « „ Almaty “ ” “",
	  "Almaty place almaty" },
};

static void finds(void **row)
{
	const struct tag_case *c = *row;
	struct strbuf found = STRBUF_INIT;

	tag_state_run(&state, c->lang, c->country, c->text);
	tag_state_found(&state, &found, MENTION_TYPES);
	assert_string_equal(found.data ? found.data : "", c->found);
	strbuf_release(&found);
}

/* Twice the same: what was found stays, and nothing is added. */
static void again_changes_nothing(void **unused)
{
	struct strbuf first = STRBUF_INIT, second = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)unused;
	tag_state_run(&state, "en", "KZ",
		      "In May, journalist Srym Itkulov left Almaty.");
	tag_state_found(&state, &first, MENTION_TYPES);
	tag_stage.document(state.tagger, &state.doc, &err);
	tag_state_found(&state, &second, MENTION_TYPES);
	assert_string_equal(first.data, second.data);
	strbuf_release(&first);
	strbuf_release(&second);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], finds);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(again_changes_nothing);
	return cmocka_run_group_tests(tests, open_state, close_state);
}
