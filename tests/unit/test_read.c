/* From the bytes of a file to paragraphs with their place in the source. */
#include "cases.h"

#include "encoding.h"
#include "paragraphs.h"
#include "utf8.h"

static struct encoding_case { const char *name, *bytes, *encoding; } encodings[] = {
	{ "plain ASCII is UTF-8", "Report", "UTF-8" },
	{ "UTF-8", "Есеп", "UTF-8" },
	{ "UTF-8 with one bad byte is still UTF-8",
	  "Есеп және есеп\xff", "UTF-8" },
	{ "Windows-1251", "\xc6\xf3\xf0\xed\xe0\xeb\xe8\xf1\xf2 \xe7\xe0\xe4"
	  "\xe5\xf0\xe6\xe0\xed", "WINDOWS-1251" },
	{ "KOI8-R", "\xf6\xd5\xd2\xce\xc1\xcc\xc9\xd3\xd4 \xda\xc1\xc4\xc5\xd2"
	  "\xd6\xc1\xce", "KOI8-R" },
	{ "UTF-16 by its mark", "\xff\xfe\x01\x04", "UTF-16LE" },
};

static struct text_case {
	const char *name, *source, *paragraphs; /* "kind/lines/gap: text|…" */
} texts[] = {
	{ "a line is a paragraph where most are followed by a blank one",
	  "One.\n\nTwo.\nThree.\n\n\n\nFour.\n",
	  "paragraph 1-1 0 One.|paragraph 3-3 1 Two.|paragraph 4-4 0 Three.|"
	  "paragraph 8-8 3 Four.|" },
	{ "else the lines between blank ones",
	  "One goes\non here.\n\nTwo goes\non too.\n",
	  "paragraph 1-2 0 One goes on here.|paragraph 4-5 1 Two goes on too.|" },
	{ "blanks fold to one", " a\t b \u00a0c\r\n",
	  "paragraph 1-1 0 a b c|" },
	{ "Markdown headings, items and rows stand alone",
	  "# Head\nText goes\non\n- one\n- two\n| a | b |\n| c | d |\nx\ny\n",
	  "heading 1-1 0 Head|paragraph 2-3 0 Text goes on|item 4-4 0 - one|"
	  "item 5-5 0 - two|row 6-6 0 | a | b ||row 7-7 0 | c | d ||"
	  "paragraph 8-9 0 x y|" },
	{ "lines that had room for the next word are a list",
	  "The board of the house has met\nin the hall.\n\nVera Dale, chair\nOle Mo, "
	  "clerk\nPress House\n7 Mill Lane\n",
	  "paragraph 1-2 0 The board of the house has met in the hall.|paragraph 4-4 "
	  "1 Vera Dale, chair|paragraph 5-5 0 Ole Mo, clerk|paragraph 6-6 0 "
	  "Press House|paragraph 7-7 0 7 Mill Lane|" },
	{ "but not where the next one goes on",
	  "The board of the Press\nHouse met, and\nits chair spoke to the "
	  "Guild\nof Printers.\n\nMore of it\nis here.\n",
	  "paragraph 1-4 0 The board of the Press House met, and its chair "
	  "spoke to the Guild of Printers.|paragraph 6-7 1 More of it is "
	  "here.|" },
	{ "cells with bars between",
	  "Two lines of\ntext here.\n\nTown | 2019\nLowport | 4\nHigham | 12\n",
	  "paragraph 1-2 0 Two lines of text here.|row 4-4 1 Town | 2019|row "
	  "5-5 0 Lowport | 4|row 6-6 0 Higham | 12|" },
	{ "cells with wide blanks or tabs between",
	  "1   Radio Lowport     7,5 %\n2   Higham Post      12,0 %\n\n"
	  "Town\tFines\nHigham\t\nLowport\t3\n",
	  "row 1-1 0 1 | Radio Lowport | 7,5 %|row 2-2 0 2 | Higham Post | "
	  "12,0 %|row 4-4 1 Town | Fines|row 5-5 0 Higham|row 6-6 0 Lowport "
	  "| 3|" },
	{ "two tabs, and a blank behind one",
	  "Town\t\tFines\nOral\t\t 3\n",
	  "row 1-1 0 Town | Fines|row 2-2 0 Oral | 3|" },
	{ "two blanks behind a sentence part no cells",
	  "It rained.  The press\nwas wet.  Nobody came\nto read.  So it goes.\n\n"
	  "More of it\nis here.\n",
	  "paragraph 1-3 0 It rained. The press was wet. Nobody came to read. "
	  "So it goes.|paragraph 5-6 1 More of it is here.|" },
	{ "dashes begin items",
	  "— билет\n— второй\nключ;\n— хлеб\n\nДалее идёт\nтекст.\n",
	  "item 1-1 0 — билет|item 2-3 0 — второй ключ;|item 4-4 0 — хлеб|"
	  "paragraph 6-7 1 Далее идёт текст.|" },
	{ "and speech",
	  "— Где ключ?\n— Не знаю.\n— Ищите.\n\nДалее идёт\nтекст.\n",
	  "paragraph 1-3 0 — Где ключ? — Не знаю. — Ищите.|paragraph 5-6 1 "
	  "Далее идёт текст.|" },
	{ "whole sentences below a heading are items",
	  "Что делать\n\n— Зажечь лампы.\n— Испечь хлеб.\n\nДалее идёт\n"
	  "текст,\nкак и\nвсегда.\n",
	  "paragraph 1-1 0 Что делать|item 3-3 1 — Зажечь лампы.|item 4-4 0 "
	  "— Испечь хлеб.|paragraph 6-9 1 Далее идёт текст, как и всегда.|" },
	{ "but not where one asks",
	  "Разговор\n\n— Где ключ?\n— Не знаю.\n\nДалее идёт\nтекст,\nкак и\n"
	  "всегда.\n",
	  "paragraph 1-1 0 Разговор|paragraph 3-4 1 — Где ключ? — Не знаю.|"
	  "paragraph 6-9 1 Далее идёт текст, как и всегда.|" },
	{ "a table below its heading", "Table 1. Lamps\nTown | Lamps\nOral | 3\n",
	  "paragraph 1-1 0 Table 1. Lamps|row 2-2 0 Town | Lamps|row 3-3 0 "
	  "Oral | 3|" },
	{ "and with blanks between its cells, and its source",
	  "Table 1. Lamps\nTown  Lamps\nOral  3\nAktau  7\nSource: the mayor\n",
	  "paragraph 1-1 0 Table 1. Lamps|row 2-2 0 Town | Lamps|row 3-3 0 "
	  "Oral | 3|row 4-4 0 Aktau | 7|paragraph 5-5 0 Source: the mayor|" },
	{ "gaps of justified text are no cells",
	  "We read\nthe book  of lamps\nand of  bread  and\nof the  road\n"
	  "home.\n\nMore of it\nis here.\n",
	  "paragraph 1-5 0 We read the book of lamps and of bread and of the "
	  "road home.|paragraph 7-8 1 More of it is here.|" },
	{ "long lines that have parts each",
	  "The board of the house has met\nin the hall.\n\nThe Lamp and Bread "
	  "Society of Lowport and Higham, 12 Mill Lane\nThe Guild of Printers "
	  "of the Northern Towns, 114 Station Road, Oral\nThe House of the "
	  "Press of the Southern Towns, 3 Tower Street, Ems\n",
	  "paragraph 1-2 0 The board of the house has met in the hall.|"
	  "paragraph 4-4 1 The Lamp and Bread Society of Lowport and Higham, 12 "
	  "Mill Lane|paragraph 5-5 0 The Guild of Printers of the Northern "
	  "Towns, 114 Station Road, Oral|paragraph 6-6 0 The House of the Press "
	  "of the Southern Towns, 3 Tower Street, Ems|" },
	{ "lines that begin with one small word",
	  "The board of the house has met\nin the hall.\n\nfrom 0 to 3: few "
	  "read\nfrom 4 to 6: some read\nfrom 7 to 9: all read\n",
	  "paragraph 1-2 0 The board of the house has met in the hall.|"
	  "paragraph 4-4 1 from 0 to 3: few read|paragraph 5-5 0 from 4 to 6: "
	  "some read|paragraph 6-6 0 from 7 to 9: all read|" },
	{ "but not where more is to follow",
	  "The board of the house has met\nin the hall.\n\nThe Lamp and Bread "
	  "Society of Lowport and Higham, 12 Mill Lane, and\nThe Guild of "
	  "Printers of the Northern Towns, 114 Station Road, with\nThe House "
	  "of the Press of the Southern Towns, 3 Tower Street, met\n",
	  "paragraph 1-2 0 The board of the house has met in the hall.|"
	  "paragraph 4-6 1 The Lamp and Bread Society of Lowport and Higham, 12 "
	  "Mill Lane, and The Guild of Printers of the Northern Towns, 114 "
	  "Station Road, with The House of the Press of the Southern Towns, 3 "
	  "Tower Street, met|" },
	{ "but not where a sentence ends in one",
	  "The board of the house has met\nin the hall.\n\nThe Lamp and Bread "
	  "Society of Lowport and Higham, with the\nGuild of Printers of the "
	  "Northern Towns, asked the mayor, Ole\nMo, for a house of the press "
	  "in May 2019, and never got one.\n",
	  "paragraph 1-2 0 The board of the house has met in the hall.|"
	  "paragraph 4-6 1 The Lamp and Bread Society of Lowport and Higham, "
	  "with the Guild of Printers of the Northern Towns, asked the mayor, "
	  "Ole Mo, for a house of the press in May 2019, and never got one.|" },
	{ "lines that go on small, though most paragraphs are short",
	  "One\n\nTwo\n\nThree\n\nThe lamps were\nlit in the\nevening.\n\n"
	  "Four\n",
	  "paragraph 1-1 0 One|paragraph 3-3 1 Two|paragraph 5-5 1 Three|"
	  "paragraph 7-9 1 The lamps were lit in the evening.|paragraph 11-11 "
	  "1 Four|" },
	{ "text behind a list", "One.\n\n- a lamp;\n- bread.\nThen they left.\n",
	  "paragraph 1-1 0 One.|item 3-3 1 - a lamp;|item 4-4 0 - bread.|"
	  "paragraph 5-5 0 Then they left.|" },
	{ "what goes on behind a short word is none",
	  "One went on\nand on\nand on.\n\n- It was A.\nPetrov.\n",
	  "paragraph 1-3 0 One went on and on and on.|item 5-6 1 - It was A. "
	  "Petrov.|" },
	{ "letters begin items", "(a) a lamp;\nб) хлеб.\n",
	  "item 1-1 0 (a) a lamp;|item 2-2 0 б) хлеб.|" },
	{ "an address in a list of lines",
	  "Contact\nThe fund of lamps\nlamps@fund.example\n",
	  "paragraph 1-1 0 Contact|paragraph 2-2 0 The fund of lamps|"
	  "paragraph 3-3 0 lamps@fund.example|" },
	{ "letters are composed", "и\u0306од\n", "paragraph 1-1 0 йод|" },
};

static void finds_encoding(void **state)
{
	const struct encoding_case *one = *state;

	assert_string_equal(encoding_find(str_of(one->bytes)), one->encoding);
}

static void binary_is_no_text(void **state)
{
	(void)state;
	assert_null(encoding_find((struct str){ "\x7f" "ELF\0\0\0\1\2\0", 10 }));
}

static void bad_bytes_are_replaced(void **state)
{
	struct arena arena = ARENA_INIT;
	struct encoding_damage damage;
	struct err err = ERR_INIT;
	struct str text;

	(void)state;
	assert_int_equal(encoding_decode(&text, &arena,
					 STR("ab\n\xff" "c\0d"), "UTF-8",
					 &damage, &err), 0);
	assert_string_equal(text.data, "ab\n\ufffdc\ufffdd");
	assert_int_equal(damage.count, 2);
	assert_int_equal(damage.line, 2);
	assert_int_equal(damage.byte, 3);
	arena_release(&arena);
}

static void makes_paragraphs(void **state)
{
	const struct text_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct words words;
	struct document doc;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	doc.source_text = str_of(one->source);
	paragraphs_find(&doc);
	for (size_t i = 0; i < doc.paragraphs.count; i++) {
		const struct paragraph *par = &doc.paragraphs.items[i];

		strbuf_addf(&out, "%s %u-%u %u %.*s|",
			    paragraph_kind_name(par->kind).data,
			    par->first_line, par->last_line, par->gap,
			    STR_ARGS(par->text));
	}
	assert_string_equal(out.data, one->paragraphs);
	document_release(&doc);
	words_release(&words);
	strbuf_release(&out);
}

/* Every byte that a run covers is the same in text and source. */
static void runs_are_equal(void **state)
{
	struct str source = STR("  Жур\u0301нал  и\u0306 қой\n\tорт\u0430\n\n"
				"Next  line\n");
	struct words words;
	struct document doc;
	size_t covered = 0;

	(void)state;
	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	doc.source_text = source;
	paragraphs_find(&doc);
	for (size_t i = 0; i < doc.paragraphs.count; i++) {
		const struct paragraph *par = &doc.paragraphs.items[i];

		for (size_t r = 0; r < par->run_count; r++) {
			const struct run *run =
				&doc.runs.items[par->first_run + r];

			if (!run->changed)
				assert_memory_equal(par->text.data + run->text,
						    source.data + run->source,
						    run->len);
			covered += run->source_len;
		}
	}
	assert_int_equal(covered, strlen("Жур\u0301нал") +
			 strlen("и\u0306") + strlen(" қой") + strlen("орта") + strlen("Next") + strlen("line"));
	document_release(&doc);
	words_release(&words);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(encodings) + COUNT_OF(texts) + 3];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(encodings); i++)
		tests[count++] = CASE(encodings[i], finds_encoding);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[count++] = CASE(texts[i], makes_paragraphs);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(binary_is_no_text);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		bad_bytes_are_replaced);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(runs_are_equal);
	return _cmocka_run_group_tests("read", tests, count, NULL, NULL);
}
