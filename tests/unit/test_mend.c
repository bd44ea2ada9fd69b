/* Paragraphs as they stand become paragraphs as they were written. */
#include "knowledge_case.h"

#include "mend.h"

#define VIBE "Vibrant Information Barometer\n\n"

/* `source`: a line is a paragraph, blank lines are gaps. `mended`: the
 * paragraphs as "kind section lines: text|". */
static struct mend_case { const char *name, *source, *mended; } mends[] = {
	{ "a page end",
	  "They analyze the activities\n\nof heads of government.\n",
	  "paragraph - 1-3: They analyze the activities of heads of "
	  "government.|" },
	{ "a full stop ends a paragraph, whatever closes behind it",
	  "One said “yes.”¹\n\nTwo (said “no!”).\n\nThree.\n",
	  "paragraph - 1-1: One said “yes.”¹|paragraph - 3-3: Two (said "
	  "“no!”).|paragraph - 5-5: Three.|" },
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
	{ "headings without a series",
	  "ОБ АВТОРАХ\n\nОни пишут.\n\nFreedom of speech\n\nThe law says a lot "
	  "about it, and the courts say more about it every year.\n",
	  "heading об_авторах 1-1: ОБ АВТОРАХ|paragraph об_авторах 3-3: Они "
	  "пишут.|heading freedom_of_speech 5-5: Freedom of speech|paragraph "
	  "freedom_of_speech 7-7: The law says a lot about it, and the "
	  "courts say more about it every year.|" },
	{ "numbered headings",
	  "1. Introduction\n\nThe law says a lot about it, and the "
	  "courts say more about it every year.\n\n2. Legal "
	  "framework\n\n2.1 The constitution\n\nThe law says a lot "
	  "about it, and the courts say more about it every year.\n",
	  "heading 1_introduction 1-1: 1. Introduction|paragraph "
	  "1_introduction 3-3: The law says a lot about it, and the courts "
	  "say more about it every year.|heading 2_legal_framework 5-5: 2. "
	  "Legal framework|heading 2_1_the_constitution 7-7: 2.1 The "
	  "constitution|paragraph 2_1_the_constitution 9-9: The law says a "
	  "lot about it, and the courts say more about it every year.|" },
	{ "a numbered list is none",
	  "They ask for three things.\n\n1. A law on access\n\n2. "
	  "A court of its own\n\nThe ministry has not yet said whether it "
	  "will do any of this in the years to come.\n",
	  "paragraph - 1-1: They ask for three things.|paragraph - "
	  "3-3: 1. A law on access|paragraph - 5-5: 2. A court of "
	  "its own|paragraph - 7-7: The ministry has not yet said whether "
	  "it will do any of this in the years to come.|" },
	{ "an address of a letter, a code, two sentences",
	  "Dear Anna,\n\nThe ministry has not yet said whether it will do any "
	  "of this in the years to come.\n\n5233-NT\n\nThe ministry has not "
	  "yet said whether it will do any of it in the years to come.\n",
	  "paragraph - 1-1: Dear Anna,|paragraph - 3-3: The ministry has not "
	  "yet said whether it will do any of this in the years to come.|"
	  "paragraph - 5-5: 5233-NT|paragraph - 7-7: The ministry has not yet "
	  "said whether it will do any of it in the years to come.|" },
	{ "cells over a number are not glued to the text below",
	  "It grew.\n\nYear\n\nCases\n\n2021\n\n14\n\nIn 2022, there "
	  "were more cases than in any year before, and more fines.\n",
	  "paragraph - 1-1: It grew.|paragraph - 3-3: Year|paragraph - 5-5: "
	  "Cases|furniture - 7-7: 2021|furniture - 9-9: 14|paragraph - "
	  "11-11: In 2022, there were more cases than in any year before, "
	  "and more fines.|" },
	{ "chapters, in Russian",
	  "Глава 1\n\nСвобода слова\n\nЗакон говорит об этом "
	  "много, а суды из года в год говорят об этом ещё "
	  "больше.\n\nII. Суды\n\nИх два.\n\nЗаключение\n\nВсё.\n",
	  "heading глава_1 1-1: Глава 1|heading свобода_слова 3-3: Свобода "
	  "слова|paragraph свобода_слова 5-5: Закон говорит об этом много, а "
	  "суды из года в год говорят об этом ещё больше.|heading ii_суды "
	  "7-7: II. Суды|paragraph ii_суды 9-9: Их два.|heading заключение "
	  "11-11: Заключение|paragraph заключение 13-13: Всё.|" },
	{ "chapters, in Kazakh",
	  "1-тарау\n\nБұл туралы заңда көп айтылған, ал соттар жыл "
	  "сайын бұдан да көп айтып келеді екен.\n\nСөз "
	  "бостандығы\n\nБұл туралы заңда көп айтылған, ал соттар "
	  "жыл сайын бұдан да көп айтып келеді "
	  "екен.\n\nҚорытынды\n\nБолды.\n",
	  "heading 1_тарау 1-1: 1-тарау|paragraph 1_тарау 3-3: Бұл туралы "
	  "заңда көп айтылған, ал соттар жыл сайын бұдан да көп "
	  "айтып келеді екен.|heading сөз_бостандығы 5-5: Сөз "
	  "бостандығы|paragraph сөз_бостандығы 7-7: Бұл туралы заңда көп "
	  "айтылған, ал соттар жыл сайын бұдан да көп айтып келеді "
	  "екен.|heading қорытынды 9-9: Қорытынды|paragraph қорытынды 11-11: "
	  "Болды.|" },
	{ "names, cells, dates and addresses are no headings",
	  "The panel met.\n\nAnna Adams, editor, Almaty\n\nBoris "
	  "Brown, lawyer, Astana\n\nThe law says a lot about it, "
	  "and the courts say more about it every year.\n\n5 May "
	  "2022\n\nThe law says a lot about it, and the courts say "
	  "more about it every year.\n\npress@qyran.xt\n\nThe law "
	  "says a lot about it, and the courts say more about it "
	  "every year.\n\n12 Harbour Street, Altynsha\n\nThe law "
	  "says a lot about it, and the courts say more about it "
	  "every year.\n\nYear\n\nCases\n\nFines\n\nThe law says a "
	  "lot about it, and the courts say more about it every "
	  "year.\n",
	  "paragraph - 1-1: The panel met.|paragraph - 3-3: Anna "
	  "Adams, editor, Almaty|paragraph - 5-5: Boris Brown, "
	  "lawyer, Astana|paragraph - 7-7: The law says a lot "
	  "about it, and the courts say more about it every "
	  "year.|paragraph - 9-9: 5 May 2022|paragraph - 11-11: "
	  "The law says a lot about it, and the courts say more "
	  "about it every year.|paragraph - 13-13: "
	  "press@qyran.xt|paragraph - 15-15: The law says a lot "
	  "about it, and the courts say more about it every "
	  "year.|paragraph - 17-17: 12 Harbour Street, "
	  "Altynsha|paragraph - 19-19: The law says a lot about "
	  "it, and the courts say more about it every "
	  "year.|paragraph - 21-21: Year|paragraph - 23-23: "
	  "Cases|paragraph - 25-25: Fines|paragraph - 27-27: The "
	  "law says a lot about it, and the courts say more about "
	  "it every year.|" },
	{ "a table of contents names headings and is none",
	  "Contents\n\n1. Introduction ..... 3\n\n2. Legal "
	  "framework 12\n\nIt is told here.\n",
	  "heading contents 1-1: Contents|boilerplate contents 3-3: 1. "
	  "Introduction ..... 3|boilerplate contents 5-5: 2. Legal "
	  "framework 12|paragraph contents 7-7: It is told here.|" },
	{ "three classes with a number each are a scale, where there is a score",
	  "Score: 3 of 4\n\n1 — poor\n\n2 — fair\n\n3 — good\n\nIt is "
	  "told here.\n",
	  "score - 1-1: Score: 3 of 4|scale - 3-3: 1 — poor|scale - 5-5: 2 — "
	  "fair|scale - 7-7: 3 — good|paragraph - 9-9: It is told here.|" },
	{ "two are none, nor those that do not rise",
	  "Score: 3 of 4\n\n1 — poor\n\n2 — fair\n\nIt is told here.\n\n"
	  "2 — oil\n\n1 — salt\n\n3 — bread\n",
	  "score - 1-1: Score: 3 of 4|paragraph - 3-3: 1 — poor|paragraph - "
	  "5-5: 2 — fair|paragraph - 7-7: It is told here.|paragraph - 9-9: 2 "
	  "— oil|paragraph - 11-11: 1 — salt|paragraph - 13-13: 3 — bread|" },
	{ "without a score there is no scale",
	  "0-3 — poor\n\n4-6 — fair\n\nIt is told here.\n",
	  "paragraph - 1-1: 0-3 — poor|paragraph - 3-3: 4-6 — fair|paragraph "
	  "- 5-5: It is told here.|" },
	{ "a page of pages is no score",
	  "It is told here.\n\n3 of 12\n\nPage 4 of 12\n",
	  "paragraph - 1-1: It is told here.|paragraph - 3-3: 3 of "
	  "12|paragraph - 5-5: Page 4 of 12|" },
	{ "lines with leaders need no heading",
	  "Courts . . . . . 4\n\nThe street and what it\n\nhears ....... 9\n\n"
	  "Letters ..... 11\n\nTowns …… 12\n\nIt is told here.\n",
	  "boilerplate - 1-1: Courts . . . . . 4|boilerplate - 3-3: The street "
	  "and what it|boilerplate - 5-5: hears ....... 9|boilerplate - 7-7: "
	  "Letters ..... 11|boilerplate - 9-9: Towns …… 12|paragraph - 11-11: "
	  "It is told here.|" },
	{ "lines with pages that grow, of what is told later",
	  "Inhalt\n\nThe street / 3\n\nWhat it hears / 9\n\nThe town / 9\n\n"
	  "Letters / 20\n\nThe street\n\nIt is told here.\n\nThe "
	  "town*\n\nIt is told here too.\n",
	  "paragraph front 1-1: Inhalt|boilerplate front 3-3: The street / 3|"
	  "boilerplate front 5-5: What it hears / 9|boilerplate front 7-7: The town / "
	  "9|boilerplate front 9-9: Letters / 20|heading the_street 11-11: The street|"
	  "paragraph the_street 13-13: It is told here.|heading the_town 15-15: The town*|"
	  "paragraph the_town 17-17: It is told here too.|" },
	{ "lines with numbers that are no pages",
	  "Fines in May 3\n\nFines in June 9\n\nFines in July 9\n\nFines in "
	  "August 20\n\nIt is told here.\n",
	  "paragraph - 1-1: Fines in May 3|paragraph - 3-3: Fines in June 9|"
	  "paragraph - 5-5: Fines in July 9|paragraph - 7-7: Fines in August "
	  "20|paragraph - 9-9: It is told here.|" },
	{ "contents without pages",
	  "Contents\n\nThe street\n\nThe town\n\nThe street\n\nIt is told "
	  "here.\n\nThe town\n\nIt is told here too.\n",
	  "heading contents 1-1: Contents|boilerplate contents 3-3: The street|boilerplate "
	  "contents 5-5: The town|heading the_street 7-7: The street|paragraph the_street 9-9: It is "
	  "told here.|heading the_town 11-11: The town|paragraph the_town 13-13: It is "
	  "told here too.|" },
	{ "participants under their heading",
	  "Speakers:\n\nVera Dale, chair\nOle Mo, clerk\n\nMinutes\n\nThe "
	  "chair spoke of the price of paper, which rose in spring, and of "
	  "the roof.\n",
	  "heading panel 1-1: Speakers:|panelist panel 3-3: Vera Dale, chair|"
	  "panelist panel 4-4: Ole Mo, clerk|heading minutes 6-6: Minutes|paragraph minutes "
	  "8-8: The chair spoke of the price of paper, which rose in spring, "
	  "and of the roof.|" },
	{ "a short line over a list is a heading",
	  "The chair spoke.\n\nWhat to bring\n\n- a lamp\n- bread\n\nOne "
	  "thing more\n\n- salt\n",
	  "paragraph front 1-1: The chair spoke.|heading what_to_bring 3-3: What to bring|"
	  "item what_to_bring 5-5: - a lamp|item what_to_bring 6-6: - bread|paragraph what_to_bring 8-8: One "
	  "thing more|item what_to_bring 10-10: - salt|" },
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

/* `text`: what stands behind the title; "ROW " begins a row of a table.
 * `scores`: "scope value label change; …" in the order of the document. */
static struct score_case { const char *name, *text, *scores; } scores[] = {
	{ "rose to, an increase", "OVERALL SCORE 18\n\nThe country's overall "
	  "score rose to 18, a three-point increase from last year's study.\n",
	  "overall 18 Slightly Vibrant +3; " },
	{ "fell from, to", "Overall country score: 18\n\nThe overall score "
	  "dropped two points from 20 to 18.\n",
	  "overall 18 Slightly Vibrant -2; " },
	{ "a score over three lines", "OVERALL\n\nSCORE\n\n23\n\nIt fell.\n",
	  "overall 23 Somewhat Vibrant ; " },
	{ "not with what stands between", "Overall country score\n\nof those "
	  "years\n\n23\n\nIt fell.\n", "" },
	{ "unchanged", "OVERALL SCORE 21.5\n\nThe country score is unchanged "
	  "from 2022.\n", "overall 21.5 Somewhat Vibrant 0; " },
	{ "the score before alone, and a class behind the score",
	  "OVERALL SCORE: 18 (Slightly Vibrant)\n\nROW Principle 1: A | 17 | "
	  "Slightly Vibrant\n\nThe overall score is 18, up from 15 in 2022.\n",
	  "overall 18 Slightly Vibrant +3; P1 17 Slightly Vibrant ; " },
	{ "of a principle, by number and as this one",
	  "Overall score 9\n\nPrinciple 1: Information Quality 10\n\n"
	  "Principle 2: Multiple Channels 8\n\nText. Principle 1 lost a point, "
	  "while Principle 2 fell from 10 to 8. It was so.\n",
	  "overall 9 Not Vibrant ; P1 10 Not Vibrant -1; P2 8 Not Vibrant "
	  "-2; " },
	{ "told by a sentence alone", "Text.\n\nThe overall score fell from 18 "
	  "to 15.\n", "overall 15 Slightly Vibrant -3; " },
	{ "not of shares, nor of what is no score",
	  "OVERALL SCORE 18\n\nThe overall score is 18; fines rose from 5 to "
	  "10 percent. Sites went from 3 to 4.\n",
	  "overall 18 Slightly Vibrant ; " },
	{ "rows of a table",
	  "ROW Principle 1: Information Quality | 17 | 16 | +1\n\nROW "
	  "Principle 2: Channels | 16,5 | 19\n\nROW Indicator 7: Access. | "
	  "2.5 | −1\n\nText.\n",
	  "P1 17 Slightly Vibrant +1; P2 16.5 Slightly Vibrant -2.5; I7 2.5 "
	  "Not Vibrant -1; " },
	{ "the older year in front",
	  "ROW Principle | 2022 | 2023\n\nROW Principle 1: Quality | 17 | 16"
	  "\n\nText.\n", "P1 16 Slightly Vibrant -1; " },
	{ "a scale of its own", "Slightly Vibrant (5-7): A.\n\nOVERALL SCORE "
	  "6 (-1)\n", "overall 6 Slightly Vibrant -1; " },
	{ "ru: rose by", "ОБЩАЯ ОЦЕНКА: 18\n\nВ 2022 году общая оценка страны "
	  "выросла на три балла. Оценка по Принципу 2 с 9 до 8.\n",
	  "overall 18 Slightly Vibrant +3; P2 8 Not Vibrant -1; " },
	{ "ru: lower than, unchanged", "ОБЩАЯ ОЦЕНКА 18\n\nПринцип 1: "
	  "Качество информации – 2,5\n\nОбщая оценка — 18: на один балл "
	  "меньше, чем год назад. Принцип 1 остался на том же уровне.\n",
	  "overall 18 Slightly Vibrant -1; P1 2.5 Not Vibrant 0; " },
	{ "kk: from, to", "ЖАЛПЫ БАҒА 15\n\nЕлдің жалпы бағасы 18 балдан 15 "
	  "балға түсті.\n", "overall 15 Slightly Vibrant -3; " },
	{ "kk: lower, higher", "ЖАЛПЫ БАҒА 15\n\n2-қағидат: Арналар – 16\n\n"
	  "Жалпы баға былтырғыдан бір балл төмен. 2-қағидат екі балға "
	  "көтерілді.\n", "overall 15 Slightly Vibrant -1; P2 16 Slightly "
	  "Vibrant +2; " },
};

static void *mend_state;

static void build(struct document *doc, const char *source)
{
	struct str rest = str_of(source), line;
	uint32_t number = 0, gap = 0;

	doc->source_text = str_copy(&doc->arena, rest);
	rest = doc->source_text;
	while (str_split(&rest, '\n', &line)) {
		struct paragraph *par;

		number++;
		gap++;
		if (line.len == 0)
			continue;
		par = LIST_ADD(&doc->paragraphs);
		par->text = line;
		par->first_line = par->last_line = number;
		par->gap = gap - 1;
		par->first_run = doc->runs.count;
		par->run_count = 1;
		*LIST_ADD(&doc->runs) = (struct run){
			.source = (size_t)(line.data - doc->source_text.data),
			.len = (uint32_t)line.len,
			.source_len = (uint32_t)line.len
		};
		gap = 0;
	}
}

static void check_runs(const struct document *doc, const struct paragraph *par)
{
	for (size_t i = 0; i < par->run_count; i++) {
		const struct run *run = &doc->runs.items[par->first_run + i];

		assert_true(run->text + run->len <= par->text.len);
		if (run->changed)
			continue;
		assert_int_equal(run->len, run->source_len);
		assert_memory_equal(par->text.data + run->text,
				    doc->source_text.data + run->source,
				    run->len);
	}
}

static void print(struct strbuf *out, const struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		struct str section = par->section;

		check_runs(doc, par);
		strbuf_addf(out, "%.*s %.*s %u-%u: %.*s|",
			    STR_ARGS(paragraph_kind_name(par->kind)),
			    STR_ARGS(section.len > 0 ? section : STR("-")),
			    par->first_line, par->last_line,
			    STR_ARGS(par->text));
	}
}

static void mend(struct document *doc, struct words *words, const char *source)
{
	struct err err = ERR_INIT;

	words_init(words);
	document_init(doc, words);
	build(doc, source);
	assert_int_equal(mend_stage.document(mend_state, doc, &err), 0);
}

static void mends_it(void **state)
{
	const struct mend_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct document doc;
	struct words words;

	mend(&doc, &words, one->source);
	print(&out, &doc);
	assert_string_equal(out.data, one->mended);
	strbuf_release(&out);
	document_release(&doc);
	words_release(&words);
}

static void mark_rows(struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];
		struct run *run = &doc->runs.items[par->first_run];

		if (!str_has_prefix(par->text, STR("ROW ")))
			continue;
		par->kind = PARAGRAPH_ROW;
		par->text = str_slice(par->text, 4, par->text.len);
		run->source += 4;
		run->len = run->source_len = run->len - 4;
	}
}

static void reads_scores(void **state)
{
	const struct score_case *one = *state;
	struct strbuf source = STRBUF_INIT, found = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct document doc;
	struct words words;

	words_init(&words);
	document_init(&doc, &words);
	strbuf_addf(&source, "%s%s", VIBE, one->text);
	build(&doc, source.data);
	mark_rows(&doc);
	assert_int_equal(mend_stage.document(mend_state, &doc, &err), 0);
	for (size_t i = 0; i < doc.scores.count; i++) {
		const struct score *score = &doc.scores.items[i];

		strbuf_addf(&found, "%.*s %.*s %.*s %.*s; ",
			    STR_ARGS(score->scope), STR_ARGS(score->value),
			    STR_ARGS(score->label), STR_ARGS(score->change));
	}
	assert_string_equal(found.data ? found.data : "", one->scores);
	strbuf_release(&source);
	strbuf_release(&found);
	document_release(&doc);
	words_release(&words);
}

static void ties_note_and_score(void **state)
{
	struct document doc;
	struct words words;

	(void)state;
	mend(&doc, &words,
	     VIBE "Slightly Vibrant (11-20): A.\n\nHighly Vibrant (31-40): B."
	     "\n\nOVERALL\n\nSCORE**18**\n\nIt fell for\n\n1 “A,” B, 2022.\n\n"
	     "three years.¹ So.\n");
	assert_int_equal(doc.scores.count, 1);
	assert_int_equal(doc.scores.items[0].paragraph, 4);
	assert_true(str_equal(doc.scores.items[0].value, STR("18")));
	assert_true(str_equal(doc.scores.items[0].label,
			      STR("Slightly Vibrant")));
	assert_int_equal(doc.footnotes.count, 1);
	assert_int_equal(doc.footnotes.items[0].paragraph, 6);
	assert_int_equal(doc.footnotes.items[0].anchor.paragraph, 5);
	assert_int_equal(doc.footnotes.items[0].anchor.at,
			 strlen("It fell for three years."));
	assert_true(str_equal(document_meta(&doc, STR("series")),
			      STR("vibe")));
	document_release(&doc);
	words_release(&words);
}

static int open_mend(void **state)
{
	struct stage_context context = { .program = "test",
					 .knowledge = &test_knowledge };
	struct err err = ERR_INIT;

	return open_knowledge(state) < 0 ||
	       mend_stage.open(&mend_state, NULL, &context, &err) < 0;
}

static int close_mend(void **state)
{
	mend_stage.close(mend_state);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(mends) + COUNT_OF(scores) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(mends); i++)
		tests[count++] = CASE(mends[i], mends_it);
	for (size_t i = 0; i < COUNT_OF(scores); i++)
		tests[count++] = CASE(scores[i], reads_scores);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		ties_note_and_score);
	return _cmocka_run_group_tests("mend", tests, count, open_mend,
				       close_mend);
}
