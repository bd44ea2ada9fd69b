/* Paragraphs as they stand become paragraphs as they were written. */
#include "mend_case.h"

static struct mend_case mends[] = {
	{ "a page end",
	  "They analyze the activities\n\nof heads of government.\n",
	  "paragraph - 1-3: They analyze the activities of heads of "
	  "government.|" },
	{ "a full stop ends a paragraph, whatever closes behind it",
	  "One said “yes.”¹\n\nTwo (said “no!”).\n\nThree.\n",
	  "paragraph - 1-1: One said “yes.”¹|paragraph - 3-3: Two (said "
	  "“no!”).|paragraph - 5-5: Three.|" },
	{ "persons of a panel, with their houses in quotes",
	  "It rained.\n\nМүшелері\n\nАнна Ли, «Шам» газеті, Орал\nОле Мо, "
	  "«Нан» радиосы, Ақтау\n\nIt rained again.\n",
	  "paragraph front 1-1: It rained.|heading panel 3-3: Мүшелері|panelist "
	  "panel 5-5: Анна Ли, «Шам» газеті, Орал|panelist panel 6-6: Оле Мо, "
	  "«Нан» радиосы, Ақтау|paragraph panel 8-8: It rained again.|" },
	{ "a footnote between",
	  "Funds were allocated for¹\n\n1 “A,” B, 2022. <http://c.kz>.\n\n"
	  "placing orders.\n",
	  "paragraph - 1-5: Funds were allocated for¹ placing orders.|"
	  "footnote - 3-3: 1 “A,” B, 2022. http://c.kz.|" },
	{ "behind a footnote the rest may begin with a capital",
	  "The deputies listened for an hour to a long report of Senator¹\n\n"
	  "¹ “A,” B, 2022.\n\nJusip about pay.\n",
	  "paragraph - 1-5: The deputies listened for an hour to a long report "
	  "of Senator¹ Jusip about pay.|footnote - 3-3: ¹ “A,” B, 2022.|" },
	{ "behind a footnote an example goes on with one short sentence",
	  "Some break the rule.\n\n1 “A,” B, 2022.\n\nIn May, for example, "
	  "one did. So it is.\n",
	  "paragraph - 1-5: Some break the rule. In May, for example, one "
	  "did. So it is.|footnote - 3-3: 1 “A,” B, 2022.|" },
	{ "not with two sentences, and not in its second one",
	  "Some break it. It is so.\n\n1 «А», Б, 2022.\n\nМысалы, осылай. "
	  "Болды.\n\n2 «А», Б, 2022.\n\nЭто так. Например, вот.\n",
	  "paragraph - 1-1: Some break it. It is so.|footnote - 3-3: 1 «А», "
	  "Б, 2022.|paragraph - 5-5: Мысалы, осылай. Болды.|footnote - 7-7: "
	  "2 «А», Б, 2022.|paragraph - 9-9: Это так. Например, вот.|" },
	{ "signs and letters as marks, beside a list",
	  "It is so.* And so.† And [a] so.\n\n* Said he.\n\n† Said she.\n\n"
	  "[a] The bank's.\n\nThey want:\n\n* apples\n\n* pears\n",
	  "paragraph - 1-1: It is so.* And so.† And [a] so.|footnote - 3-3: * "
	  "Said he.|footnote - 5-5: † Said she.|footnote - 7-7: [a] The "
	  "bank's.|paragraph - 9-9: They want:|item - 11-11: * apples|item - "
	  "13-13: * pears|" },
	{ "numbers that begin anew on each page",
	  "One.¹\n\n1 “A,” B, 2022.\n\nTwo.¹\n\n1 “C,” D, 2022.\n",
	  "paragraph - 1-1: One.¹|footnote - 3-3: 1 “A,” B, 2022.|paragraph - "
	  "5-5: Two.¹|footnote - 7-7: 1 “C,” D, 2022.|" },
	{ "several cuts, and an ornament",
	  "The tools protect against\n\n“ Nobody is safe.\n\ncyberbullying "
	  "and\n\n12\n\nalso against fraud.\n",
	  "paragraph - 1-9: The tools protect against cyberbullying and also "
	  "against fraud.|pullquote - 3-3: “ Nobody is safe.|furniture - 7-7: "
	  "12|" },
	{ "a running head in the middle of a word, known from the title",
	  "Репортеры без границ\n\nВ новой редак-\n\n5\n\nРепортеры без "
	  "границ\n\nции кодекса.\n",
	  "paragraph - 1-1: Репортеры без границ|paragraph - 3-9: В новой "
	  "редакции кодекса.|furniture - 5-5: 5|furniture - 7-7: Репортеры без "
	  "границ|" },
	{ "a line with a page number in the middle of a word",
	  "The gap between cities and vil-\n\nFreedom House 3\n\nlages is "
	  "small.\n",
	  "paragraph - 1-5: The gap between cities and villages is small.|"
	  "furniture - 3-3: Freedom House 3|" },
	{ "a running head in the middle of a sentence, and between two",
	  "Press in Chad 4\n\nThe newspapers of the capital were not printed "
	  "in that week and\n\n5 Press in Chad\n\nthe radio was silent.\n\n"
	  "Press in Chad 6\n\nIt was so.\n",
	  "paragraph - 1-1: Press in Chad 4|paragraph - 3-7: The newspapers of "
	  "the capital were not printed in that week and the radio was silent.|"
	  "furniture - 5-5: 5 Press in Chad|furniture - 9-9: Press in Chad 6|"
	  "paragraph - 11-11: It was so.|" },
	{ "lines that come again are no running heads between sentences",
	  "Blogger (Kherson)\n\nHe is missing.\n\nBlogger (Kherson)\n\nHe "
	  "was found.\n",
	  "paragraph - 1-1: Blogger (Kherson)|paragraph - 3-3: He is "
	  "missing.|paragraph - 5-5: Blogger (Kherson)|paragraph - 7-7: He was "
	  "found.|" },
	{ "the second lines of items and footnotes",
	  "They ask.1\n\n• for a law that was promised in the spring\nand a "
	  "court;\n\n• for news-\npapers.\nThe end.\n\n1 “A story,” Committee to "
	  "Protect Freedom of Expression, July\n26, 2021.\nhttps://a.kz/b.\n",
	  "paragraph - 1-1: They ask.1|item - 3-4: • for a law that was promised "
	  "in the spring and a court;|item - 6-7: • for newspapers.|paragraph - "
	  "8-8: The end.|footnote - 10-12: 1 “A story,” Committee to Protect "
	  "Freedom of Expression, July 26, 2021. https://a.kz/b.|" },
	{ "not with a blank line between",
	  "• The bloggers do not check the facts that they publish\n\nand do "
	  "not correct them.\n",
	  "item - 1-1: • The bloggers do not check the facts that they "
	  "publish|paragraph - 3-3: and do not correct them.|" },
	{ "long lines of a list without stops",
	  "Strengthen the independence of the regulator and give it a budget"
	  "\n\nPublish the names of the owners of all media outlets in a "
	  "register\n\nThe council will monitor this.\n",
	  "paragraph - 1-1: Strengthen the independence of the regulator and "
	  "give it a budget|paragraph - 3-3: Publish the names of the owners of "
	  "all media outlets in a register|paragraph - 5-5: The council will "
	  "monitor this.|" },
	{ "the next line of a paragraph may begin with a capital",
	  "The only exception was Rysgal, which is a newspaper of the Union of"
	  "\nIndustrialists. It is so.\n",
	  "paragraph - 1-2: The only exception was Rysgal, which is a newspaper "
	  "of the Union of Industrialists. It is so.|" },
	{ "a list in small letters behind a colon",
	  "To the government:\n\nadopt the law on advertising\n\nmake the "
	  "register public\n\nIt is time.\n",
	  "paragraph - 1-1: To the government:|paragraph - 3-3: adopt the law "
	  "on advertising|paragraph - 5-5: make the register public|paragraph - "
	  "7-7: It is time.|" },
	{ "but not the rest of a sentence behind one",
	  "The problem is\n\n5\n\nold: there is\n\n6\n\nno money.\n",
	  "paragraph - 1-9: The problem is old: there is no money.|furniture - "
	  "3-3: 5|furniture - 7-7: 6|" },
	{ "what one says and the other",
	  "— Она стала хуже. Нападений стало больше, чем в прошлом году, а дел "
	  "меньше\n\n— Кто нападает?\n\nПолиция, чиновники, неизвестные "
	  "люди\n\nЭксперты назвали три причины.\n",
	  "paragraph - 1-1: — Она стала хуже. Нападений стало больше, чем в "
	  "прошлом году, а дел меньше|paragraph - 3-3: — Кто нападает?|"
	  "paragraph - 5-5: Полиция, чиновники, неизвестные люди|paragraph - "
	  "7-7: Эксперты назвали три причины.|" },
	{ "a note whose mark nobody saw is no part of the text",
	  "Fact-checking projects publish every week; their audience grew to"
	  "\n\n2\n\n2 Interview with the editor.\n",
	  "paragraph - 1-1: Fact-checking projects publish every week; their "
	  "audience grew to|furniture - 3-3: 2|paragraph - 5-5: 2 Interview "
	  "with the editor.|" },
	{ "a note that quotes, right behind another",
	  "It is so,1 and so.2\n\n1 “A,” B, 2020.\n\n2 See Qurium, “Blocking,” "
	  "2020, pp. 4-9.\n",
	  "paragraph - 1-1: It is so,1 and so.2|footnote - 3-3: 1 “A,” B, 2020.|"
	  "footnote - 5-5: 2 See Qurium, “Blocking,” 2020, pp. 4-9.|" },
	{ "footnotes of Markdown",
	  "It is so.[^1] And so it goes.\n\n[^1]: Said he. “A,” May 2, 2020.\n",
	  "paragraph - 1-1: It is so.[^1] And so it goes.|footnote - 3-3: "
	  "[^1]: Said he. “A,” May 2, 2020.|" },
	{ "headings that need no full stop in front of them",
	  "Тараз | 5\n\nАтырау | 7\n\nҚорытынды\n\nБолды.\n",
	  "paragraph front 1-1: Тараз | 5|paragraph front 3-3: Атырау | "
	  "7|heading қорытынды 5-5: Қорытынды|paragraph қорытынды 7-7: "
	  "Болды.|" },
	{ "a heading over text that a page end cuts in a word",
	  "Legal framework\n\nThe law on mass media has been in force for many "
	  "years. In the new ver-\n\n5\n\nsion it is shorter.\n",
	  "heading legal_framework 1-1: Legal framework|paragraph "
	  "legal_framework 3-7: The law on mass media has been in force for "
	  "many years. In the new version it is shorter.|furniture "
	  "legal_framework 5-5: 5|" },
	{ "a cut word", "The journal-\n\nists left.\n",
	  "paragraph - 1-3: The journalists left.|" },
	{ "a cut compound", "Many non-\n\nNATO states.\n",
	  "paragraph - 1-3: Many non-NATO states.|" },
	{ "a site may begin a paragraph in small letters",
	  "It is closed.\n\nkunbatys.xt is open.\n",
	  "paragraph - 1-1: It is closed.|paragraph - 3-3: kunbatys.xt is "
	  "open.|" },
	{ "lines of a list are not glued",
	  "Anna Adams, editor, Almaty\n\nBoris Brown, lawyer, Astana\n\n"
	  "Clara Cole, teacher, Atyrau\n",
	  "paragraph - 1-1: Anna Adams, editor, Almaty|paragraph - 3-3: Boris "
	  "Brown, lawyer, Astana|paragraph - 5-5: Clara Cole, teacher, "
	  "Atyrau|" },
	{ "a list with semicolons stays a list",
	  "Нужно:\n\nпринять закон;\n\nотменить статью.\n",
	  "paragraph - 1-1: Нужно:|paragraph - 3-3: принять закон;|"
	  "paragraph - 5-5: отменить статью.|" },
	{ "a sentence that stands in the text is a pull quote",
	  "As we saw, “Press freedom is getting worse every year,” he said.\n\n"
	  "Press freedom is getting worse every year!\n",
	  "paragraph - 1-1: As we saw, “Press freedom is getting worse every "
	  "year,” he said.|pullquote - 3-3: Press freedom is getting worse "
	  "every year!|" },
	{ "even where that sentence is cut",
	  "Свобода прессы с каждым\n\nСвобода прессы с каждым годом меньше.\n\n"
	  "годом меньше. Это факт.\n",
	  "paragraph - 1-5: Свобода прессы с каждым годом меньше. Это факт.|"
	  "pullquote - 3-3: Свобода прессы с каждым годом меньше.|" },
	{ "a pull quote below the quotation mark that was set over it",
	  "The outlets work with equipment that is\n\n“\n\nWe work with it for "
	  "years.\n\nten years old.\n",
	  "paragraph - 1-7: The outlets work with equipment that is ten years "
	  "old.|furniture - 3-3: “|pullquote - 5-5: We work with it for "
	  "years.|" },
	{ "what somebody said is whole between its quotation marks",
	  "«Меня судили за одно сообщение», – говорит он. По словам юриста "
	  "Анвара\n\n«Меня судили за одно сообщение»\n\nНазарова, это так.\n",
	  "paragraph - 1-5: «Меня судили за одно сообщение», – говорит он. По "
	  "словам юриста Анвара Назарова, это так.|pullquote - 3-3: «Меня "
	  "судили за одно сообщение»|" },
	{ "what is said twice in the same words is no pull quote",
	  "The press is free in this country.\n\nThe press is free in this "
	  "country.\n",
	  "paragraph - 1-1: The press is free in this country.|paragraph - "
	  "3-3: The press is free in this country.|" },
	{ "a number does not make a footnote",
	  "One.¹ Two.²\n\n1 «А», Б, 2022.\n\n2 апреля 2023 года сайт "
	  "www.a.kz закрыли.\n\n2 April 2023 saw www.a.kz closed.\n\n"
	  "15 мың доллар алды.\n",
	  "paragraph - 1-1: One.¹ Two.²|footnote - 3-3: 1 «А», Б, 2022.|"
	  "paragraph - 5-5: 2 апреля 2023 года сайт www.a.kz закрыли.|"
	  "paragraph - 7-7: 2 April 2023 saw www.a.kz closed.|paragraph - "
	  "9-9: 15 мың доллар алды.|" },
	{ "an address below its footnote",
	  "1 “A,” B, 2022.\n<https://c.kz/d>.\n",
	  "footnote - 1-2: 1 “A,” B, 2022. https://c.kz/d.|" },
	{ "the front of a series",
	  VIBE "2 0 2 3\n\nSlightly Vibrant (11-20): Few.\n\nSlightly Vibrant"
	  "\n\nOVERALL\nSCORE**18**\n\nIt fell.\n",
	  "title front 1-1: Vibrant Information Barometer|title front 3-3: "
	  "2 0 2 3|scale front 5-5: Slightly Vibrant (11-20): Few.|scale front "
	  "7-7: Slightly Vibrant|score front 9-9: OVERALL|score "
	  "front 10-10: SCORE 18|paragraph summary 12-12: It fell.|" },
	{ "a gap begins the introduction to a principle",
	  VIBE "It fell.\n\nIndicator 5: A.\n\nOne.\n\n\n\nTwo.\n\nThree.\n\n"
	  "Indicator 6: B.\n\nFour.\n\n\n\nFive.\n\nIndicator 7: C.\n",
	  "title front 1-1: Vibrant Information Barometer|paragraph summary "
	  "3-3: It fell.|heading I5 5-5: Indicator 5: A.|paragraph I5 7-7: "
	  "One.|paragraph P2 11-11: Two.|paragraph P2 13-13: Three.|heading I6 "
	  "15-15: Indicator 6: B.|paragraph I6 17-17: Four.|paragraph I6 "
	  "21-21: Five.|heading I7 23-23: Indicator 7: C.|" },
	{ "running heads, a chart, and a principle's heading with its score",
	  VIBE "2022\n\nPrinciple Strength\n\nInformation Quality: 17\n\n"
	  "Transformative Action: 15\n\nIt fell.\n\nChad Vibrant Information "
	  "Barometer 2022 | 3\n\nPRINCIPLE 1: INFORMATION QUALITY 17\n\n"
	  "One.\n\nPrinciple 4: Transformative Action\n\n15\n\nTwo.\n",
	  "title front 1-1: Vibrant Information Barometer|title front 3-3: "
	  "2022|title front 5-5: Principle Strength|score front 7-7: "
	  "Information Quality: 17|score front 9-9: Transformative Action: "
	  "15|paragraph summary 11-11: It fell.|furniture summary 13-13: Chad "
	  "Vibrant Information Barometer 2022 | 3|heading P1 15-15: PRINCIPLE "
	  "1: INFORMATION QUALITY 17|paragraph P1 17-17: One.|heading P4 "
	  "19-19: Principle 4: Transformative Action|score P4 21-21: 15|"
	  "paragraph P4 23-23: Two.|" },
	{ "a principle's heading over two lines, with its score",
	  VIBE "It fell.\n\nPrinciple 4: Transformative\n\nAction\n\n15\n\n"
	  "Two.\n",
	  "title front 1-1: Vibrant Information Barometer|paragraph summary "
	  "3-3: It fell.|heading P4 5-5: Principle 4: Transformative|score P4 "
	  "7-7: Action|score P4 9-9: 15|paragraph P4 11-11: Two.|" },
	{ "the end of a series, in Kazakh",
	  "Теңрия медиа барометрі\n\n1-индикатор: Бар.\n\nБір.\n\nСАРАПШЫЛАР "
	  "ТІЗІМІ\n\nАли Асанов, редактор\n\nЕскерту: еркін.\n\nТағы.\n",
	  "title front 1-1: Теңрия медиа барометрі|heading I1 3-3: "
	  "1-индикатор: Бар.|paragraph I1 5-5: Бір.|heading panel 7-7: "
	  "САРАПШЫЛАР ТІЗІМІ|panelist panel 9-9: Али Асанов, редактор|"
	  "boilerplate back 11-11: Ескерту: еркін.|boilerplate back 13-13: "
	  "Тағы.|" },
};

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(mends)];

	for (size_t i = 0; i < COUNT_OF(mends); i++)
		tests[i] = CASE(mends[i], mends_it);
	return _cmocka_run_group_tests("mend", tests, COUNT_OF(mends),
				       open_mend, close_mend);
}
