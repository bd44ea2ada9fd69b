/* The frame of a report of no known series: headings, lists, scales. */
#include "mend_case.h"

static struct mend_case frames[] = {
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
};

/* `kinds`: of the paragraphs, one word each. */
static struct kinds_case { const char *name, *source, *kinds; } kinds[] = {
	{ "classes behind ranges in words, with what they mean",
	  "A report.\n\nFrom 0 to 9 Low: nobody reads\n\nFrom 10 to 20 High: "
	  "some read\n\nOverall score: 12 of 20\n",
	  "paragraph scale scale score" },
	{ "in Russian",
	  "Доклад.\n\nОт 0 до 9 баллов – низкий\n\nОт 10 до 20 баллов – высок"
	  "ий\n\nИтоговая оценка: 12 из 20\n",
	  "paragraph scale scale score" },
	{ "in Kazakh",
	  "Есеп.\n\n0-ден 9 балға дейін – төмен\n\n10-нан 20 балға дейін – жо"
	  "ғары\n\nҚорытынды баға: 20-дан 12\n",
	  "paragraph scale scale score" },
	{ "a class in front of its range",
	  "A report.\n\nHigh (10–20): some read.\n\nLow (0–9): nobody reads."
	  "\n\nOverall score: 12 of 20\n",
	  "paragraph scale scale score" },
	{ "letters are grades without a score too",
	  "A report.\n\nA = all may read\n\nB = some may read\n\nC = none may"
	  " read\n",
	  "paragraph scale scale scale" },
	{ "not without the first letter",
	  "A report.\n\nB = some may read\n\nC = none may read\n\nD = all gon"
	  "e\n",
	  "paragraph paragraph paragraph paragraph" },
	{ "a mark of the scale under a heading is a score",
	  "A report.\n\n+1 — better\n\n0 — the same\n\n−1 — worse\n\nSection "
	  "1. Prices\n\n−1\n\nPaper rose by a third in spring, which the read"
	  "ers felt.\n",
	  "paragraph scale scale scale heading score paragraph" },
	{ "a mark of the scale behind a label",
	  "A report.\n\n2 – pressure\n\n1 – less pressure\n\n0 – none at "
	  "all\n\nSection 1. Prices\n\nThe jury's mark: 2\n\nPaper rose by a "
	  "third in spring, which the readers felt.\n",
	  "paragraph scale scale scale heading score paragraph" },
	{ "no notice", "Распространение ложной информации запрещено законом."
	  "\n\nThe document was published on a site and its author was fined."
	  "\n\nUnder Article 12(c) the court fined the paper in 2022.\n",
	  "paragraph paragraph paragraph" },
	{ "an address ends with its last number",
	  "A report.\n\nContacts\n\nThe hotline: +7 700 000 00 00\n\nCourts "
	  "in 2022\n\nThe court fined the editor in May, who paid the fine.\n",
	  "paragraph heading boilerplate heading paragraph" },
	{ "members that are no persons",
	  "A report.\n\nMembers of the banned movement\n\nOne was jailed, in "
	  "Oral\n\nTwo were fined, in Taraz\n",
	  "paragraph paragraph paragraph paragraph" },
	{ "a chronicle is no scale",
	  "A report.\n\nOverall score: 18\n\n5 января — задержан редактор\n\n12 "
	  "января — оштрафован редактор\n\n20 января — избит редактор\n",
	  "paragraph score paragraph paragraph paragraph" },
	{ "nor are two that talk",
	  "A: We were afraid of them\n\nB: So were we all\n\nA: And now it is "
	  "worse\n", "paragraph paragraph paragraph" },
	{ "a scale in one line",
	  "A report.\n\nScale: 0–3 low; 4–6 high\n\nOverall score: 5 of 6\n",
	  "paragraph scale score" },
	{ "a number of people is none",
	  "A report.\n\nScores: 15-20 editors were detained in Oral.\n\n"
	  "Overall score: 18\n", "paragraph paragraph score" },
	{ "nor a score", "Courts\n\nJournalists came and went all the year long."
	  "\n\nJournalists acquitted: 3 of 5\n",
	  "heading paragraph paragraph" },
	{ "letters in front of headings",
	  "A report.\n\nA. Prices of paper\n\nThey rose by a third in spring, "
	  "which was felt.\n\nB. Prices of ink\n\nThey fell by a third in "
	  "autumn, which was not.\n",
	  "paragraph heading paragraph heading paragraph" },
	{ "but not of names", "A report.\n\nA. Lindner\n\nB. Brandt\n",
	  "paragraph paragraph paragraph" },
	{ "a mark with any name",
	  "A report.\n\n1. Access\n\nThe press office answers by letter alone"
	  ", and late.\n\nPoints: 8 of 20\n",
	  "paragraph heading paragraph score" },
	{ "but a page is none",
	  "A report.\n\nPage: 8 of 20\n",
	  "paragraph paragraph" },
	{ "a grade alone",
	  "A report.\n\nGrade: B\n",
	  "paragraph score" },
	{ "a list of scores below a line that says so",
	  "A report.\n\nScores of the parts\n\nLamps: 2.4\n\nBread: 1.7\n\n"
	  "It rained.\n",
	  "paragraph heading score score paragraph" },
	{ "or with a label that does",
	  "A report.\n\nШам: 7 из 10\n\nНан: 4 из 10\n\nИтоговый балл: 11 "
	  "из 20\n", "paragraph score score score" },
	{ "words that begin as those for scores",
	  "A report.\n\nБалалар саны\n\nОрал: 20\n\nАқтау: 80\n\nНан "
	  "бағасы, теңге\n\nОрал: 20\n\nАқтау: 80\n\nОценка ущерба\n\nЛампы: "
	  "12\n\nОкна: 8\n\nIt rained.\n",
	  "paragraph paragraph paragraph paragraph paragraph paragraph "
	  "paragraph paragraph paragraph paragraph paragraph" },
	{ "nor are counts by grade",
	  "A report.\n\nFirst grade: 120\n\nIt rained.\n",
	  "paragraph paragraph paragraph" },
	{ "other lines with numbers are none",
	  "A report.\n\nFines of the year\n\nLamps: 24\n\nBread: 17\n\nIt "
	  "rained.\n", "paragraph paragraph paragraph paragraph paragraph" },
	{ "points of so many, in brackets, in Kazakh",
	  "A report.\n\nЖалпы балл: 51 (100-ден)\n\n1-тірек. Шам\n\nТірек "
	  "балы: 19 (35-тен)\n\nЖаңбыр жауды.\n",
	  "paragraph score heading score paragraph" },
	{ "letters with points in brackets are a scale",
	  "A report.\n\nA (75 points and more): all read\n\nB (50 to 74 "
	  "points): some read\n\nC (fewer than 50): nobody reads\n",
	  "paragraph scale scale scale" },
	{ "numbers of two parts",
	  "A report.\n\nЗаметка 1.1. Шам\n\nШам горит весь год. Это видно.\n"
	  "\nЗаметка 1.2. Нан\n\nЕго пекут весь год. Это видно.\n",
	  "paragraph heading paragraph heading paragraph" },
	{ "not those whom something befell, nor what stands behind them",
	  "A report.\n\nAttacks on editors\n\nThe police beat two of them in "
	  "May, and nobody was ever asked about it.\n\nNina Lavrova, beaten "
	  "in Oral on 5 May\n\nOtto Brandt, fined on 6 May\n\nIt rained.\n",
	  "paragraph heading paragraph paragraph paragraph paragraph" },
	{ "with the highest in brackets",
	  "A report.\n\nLamps: 24 (of 30)\n\nBread: 17 (of 30)\n\nTotal "
	  "score: 41 (of 60)\n", "paragraph score score score" },
	{ "a label that ends with a word for scores",
	  "A report.\n\nШам\n\nТараудың ұпайы: 2,1\n\nЖаңбыр жауды.\n",
	  "paragraph heading score paragraph" },
	{ "ranges without a sign behind them",
	  "A report.\n\n0–25 few read\n\n26–50 some read\n\n51–75 all read\n"
	  "\nScore: 3 of 75\n", "paragraph scale scale scale score" },
	{ "ranges that touch",
	  "A report.\n\nот 0 до 2 – мало\n\nот 2 до 4 – много\n\nОценка: 3\n",
	  "paragraph scale scale score" },
	{ "but not one number twice",
	  "A report.\n\n1 – мало\n\n1 – много\n\n2 – все\n\nIt rained.\n\n"
	  "Оценка: 3\n",
	  "paragraph paragraph paragraph paragraph paragraph score" },
	{ "ranges that leave nothing out, without a score",
	  "A report.\n\nDark (0–0.9): It is night.\n\nDim (1–1.9): A lamp is "
	  "lit.\n\nLight (2–3): It is day.\n\nIt rained.\n",
	  "paragraph scale scale scale paragraph" },
	{ "but not where they do",
	  "A report.\n\nDark (0–1): It is night.\n\nDim (4–6): A lamp is "
	  "lit.\n\nLight (7–9): It is day.\n\nIt rained.\n",
	  "paragraph paragraph paragraph paragraph paragraph" },
	{ "letters of ranges, and a score with one",
	  "A report.\n\nA = 85 to 100 points, light\n\nB = 60 to 84 points, "
	  "dim\n\nC = 0 to 59 points, dark\n\nLamps\n\nScore of the lamps: 41 "
	  "(C)\n\nThey were lit in the evening, which was late.\n",
	  "paragraph scale scale scale heading score paragraph" },
	{ "ranges in Kazakh behind their names",
	  "A report.\n\nТөмен: 0-ден 3 баллға дейін\n\nЖоғары: 4-тен 6 баллға "
	  "дейін\n\nБалл: 6-дан 2\n", "paragraph scale scale score" },
	{ "a letter and a number in front of headings",
	  "A report.\n\nА.1. Шам\n\nШам горит весь год. Это видно.\n\nА.2. "
	  "Нан\n\nЕго пекут весь год. Это видно.\n",
	  "paragraph heading paragraph heading paragraph" },
	{ "numbers with a letter in front of headings",
	  "A report.\n\n1a. Prices of paper\n\nThey rose by a third in spring, "
	  "which was felt.\n\n1b. Prices of ink\n\nThey fell by a third in "
	  "autumn, which was not.\n",
	  "paragraph heading paragraph heading paragraph" },
	{ "a scale in a line, by any name",
	  "A report.\n\nKey: 0–3 dark, 4–6 light\n\nOverall score: 5 of 6\n",
	  "paragraph scale score" },
	{ "a notice in the middle of a line",
	  "It rained.\n\nШолу тегін таратылады. © «Шам» тобы, 2022.\n",
	  "paragraph boilerplate" },
	{ "persons behind their roles, and headings of a word in capitals",
	  "A report.\n\nСостав группы\n\nРедактор: Нина Лаврова, Тараз, "
	  "«Шам»\n\nЮрист: Отто Брандт, «Нан»\n\nБлогер: Оле Мо, «Ай»\n\nСФЕРА "
	  "I. ЛАМПЫ\n\nОни горят весь год. Это видно.\n\nСФЕРА II. ХЛЕБ\n\nЕго "
	  "пекут весь год. Это видно.\n",
	  "paragraph heading panelist panelist panelist heading paragraph "
	  "heading paragraph" },
	{ "years over what happened in them",
	  "A report.\n\n2010\n\nThe lamps were lit in spring.\n\n2012\n\nThe "
	  "lamps were lit in autumn.\n",
	  "paragraph heading paragraph heading paragraph" },
	{ "a number alone is a page's",
	  "A report.\n\n2010\n\nThe lamps were lit in spring.\n",
	  "paragraph furniture paragraph" },
	{ "months over what happened in them",
	  "Lamps: a chronology\n\nMarch\n\nOn the 9th they were lit.\n\nOn the "
	  "12th they were out.\n\nMay\n\nOn the 2nd they were lit.\n",
	  "title heading paragraph paragraph heading paragraph" },
	{ "countries in front of what is told of them",
	  "A report.\n\nNorway: fewer fines\n\nThe lamps were lit there in "
	  "spring.\n\nFinland: more fines\n\nThe lamps were lit there in "
	  "autumn.\n",
	  "paragraph heading paragraph heading paragraph" },
	{ "persons in a report with scores",
	  "A report.\n\nScore: 3\n\nOur friends\n\nNina Lavrova, editor, "
	  "Taraz\n\nOtto Brandt, lawyer\n",
	  "paragraph score heading panelist panelist" },
	{ "persons behind what is told of them",
	  "A report.\n\nPanel\n\nThe panel met in spring, and asked that "
	  "nobody else be named in this report.\n\nNina Lavrova, editor, "
	  "Taraz\n\nOtto Brandt, lawyer\n",
	  "paragraph heading paragraph panelist panelist" },
	{ "a heading over a whole score is none of it",
	  "A report.\n\nResult\n\nAverage score: 2.4 of 4\n",
	  "paragraph heading score" },
	{ "a numbered line without others, over text",
	  "A report.\n\n1-тұғыр. Баға мен қағаз\n\nҚағаз көктемде қымбаттады."
	  " Оны бәрі байқады.\n",
	  "paragraph heading paragraph" },
	{ "an indicator that is a sentence",
	  "A report.\n\nIndicator 1.1 Owners are known to all.\n\nThe registe"
	  "r was opened in spring, and nobody reads it.\n",
	  "paragraph heading paragraph" },
	{ "(c) of a list is no notice",
	  "A report.\n\n(b) pears\n\n(c) apples\n\n(c) 2019 Fund of Readers\n",
	  "paragraph item item boilerplate" },
	{ "notices",
	  "This report was made possible by the support of the Fund of Reader"
	  "s.\n\nМнение авторов может не совпадать с мнением фонда.\n\nБұл шо"
	  "лу қордың көзқарасын білдірмейді.\n",
	  "boilerplate boilerplate boilerplate" },
	{ "a list of persons under any group",
	  "A report.\n\nThe jury of readers\n\nNina Lavrova, editor, Taraz\n"
	  "\nOtto Brandt, lawyer, Almaty\n",
	  "paragraph heading panelist panelist" },
	{ "not of what are no persons",
	  "A report.\n\nThe council\n\nPaper, which is dear\n\nInk, which is "
	  "not\n",
	  "paragraph paragraph paragraph paragraph" },
	{ "an address under its heading",
	  "A report.\n\nContact\n\nFund of Readers\n\nTel. +7 700 000 00 00\n",
	  "paragraph heading boilerplate boilerplate" },
	{ "without an address it is text",
	  "A report.\n\nContact\n\nNobody answers.\n",
	  "paragraph paragraph paragraph" },
	{ "plain digits are marks of notes",
	  "They fined one,1 and let him go.2\n\n1 Order of the court, on file"
	  ".\n\n2 The same.\n",
	  "paragraph footnote footnote" },
	{ "behind a word and before its stop, as in Russian",
	  "Их оштрафовали1, а одного отпустили2.\n\n1 Решение суда, в деле.\n"
	  "\n2 Разговор с судьёй, май.\n",
	  "paragraph footnote footnote" },
	{ "numbers that belong to a word are no marks",
	  "Они слушали mp3, потом B2.\n\n2 Решение суда, в деле.\n\n3 "
	  "Разговор с судьёй, май.\n",
	  "paragraph paragraph paragraph" },
	{ "a note that is not the first, where its mark stands before",
	  "Их оштрафовали, а одного отпустили2.\n\n2 Разговор с судьёй, май.\n",
	  "paragraph footnote" },
	{ "without their marks they are none",
	  "They fined one, and let him go.\n\n1 Nobody knows, and few do ask."
	  "\n",
	  "paragraph paragraph" },
	{ "a heading behind a list",
	  "A report:\n\n1) a lamp;\n\n2) bread.\n\nWhat to do\n\nCome an hour"
	  " before the others do, and bring the lamp with you.\n",
	  "paragraph item item heading paragraph" },
	{ "a heading over a sentence that a list ends",
	  "What they asked for\n\nThe editors agreed on a short list and sent"
	  " it on the same day:\n\n1) a lamp;\n\n2) bread.\n",
	  "heading paragraph item item" },
	{ "a chapter with a number",
	  "1. Norway\n\nThe libraries there lend more in winter.\n\n2. Finlan"
	  "d\n\nThe libraries there lend as much in summer.\n",
	  "heading paragraph heading paragraph" },
	{ "lines with labels that others have too are rows",
	  "A report.\n\nTown: Oral\n\nLamps: three\n\nTown: Taraz\n\nLamps: "
	  "two\n\nTown: Aral\n\nLamps: one\n",
	  "paragraph row row row row row row" },
	{ "headings with one word in front are none",
	  "A report.\n\nUpdate: the lamps\n\nThey were lit in the evening, "
	  "which was late.\n\nUpdate: the roof\n\nIt was mended in spring, "
	  "which was early.\n\nUpdate: the hall\n\nIt was closed in summer, "
	  "which was sad.\n",
	  "paragraph heading paragraph heading paragraph heading paragraph" },
	{ "days without a year",
	  "The days\n\n3 March\n\nThey came.\n\n4 March\n\nThey left.\n\n9 Ma"
	  "rch\n\nNobody came.\n",
	  "title heading paragraph heading paragraph heading paragraph" },
};

static void finds_kinds(void **state)
{
	const struct kinds_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct document doc;
	struct words words;

	mend(&doc, &words, one->source);
	for (size_t i = 0; i < doc.paragraphs.count; i++)
		strbuf_addf(&out, "%s%.*s", i > 0 ? " " : "",
			    STR_ARGS(paragraph_kind_name(
				    doc.paragraphs.items[i].kind)));
	assert_string_equal(out.data, one->kinds);
	strbuf_release(&out);
	document_release(&doc);
	words_release(&words);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(frames) + COUNT_OF(kinds)];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(frames); i++)
		tests[count++] = CASE(frames[i], mends_it);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		tests[count++] = CASE(kinds[i], finds_kinds);
	return _cmocka_run_group_tests("frames", tests, count, open_mend,
				       close_mend);
}
