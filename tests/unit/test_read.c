/* From the bytes of a file to paragraphs with their place in the source. */
#include "cases.h"

#include "encoding.h"
#include "paragraphs.h"
#include "utf8.h"

#define BYTES(literal) { (literal), sizeof(literal) - 1 }

static struct encoding_case {
	const char *name;
	struct str bytes;
	const char *encoding;   /* NULL: none of Unicode */
	bool is_binary;
} encodings[] = {
	{ "plain ASCII is UTF-8", BYTES("Report"), "UTF-8", false },
	{ "nothing is UTF-8", BYTES(""), "UTF-8", false },
	{ "UTF-8", BYTES("Есеп"), "UTF-8", false },
	{ "UTF-8 with one bad byte is still UTF-8",
	  BYTES("Есеп және есеп\xff"), "UTF-8", false },
	{ "English UTF-8 with a dash of Windows",
	  BYTES("The lamp’s “light” \x96 and no other light at all"), "UTF-8",
	  false },
	{ "one byte that is no UTF-8", BYTES("\xe9"), NULL, false },
	{ "Windows-1251", BYTES("\xc6\xf3\xf0\xed\xe0\xeb"), NULL, false },
	{ "UTF-8 by its mark", BYTES("\xef\xbb\xbf\xe9"), "UTF-8", false },
	{ "UTF-16 by its mark", BYTES("\xff\xfe\x01\x04"), "UTF-16LE",
	  false },
	{ "UTF-32 by its mark", BYTES("\xff\xfe\0\0A\0\0\0"), "UTF-32LE",
	  false },
	{ "UTF-16 of Latin letters", BYTES("R\0e\0p\0o\0r\0t\0"),
	  "UTF-16LE", false },
	{ "UTF-16 of Latin letters, the other way", BYTES("\0R\0e\0p\0o"),
	  "UTF-16BE", false },
	{ "UTF-16 of Cyrillic letters, without a blank",
	  BYTES("\x15\x04\x41\x04\x35\x04\x3f\x04"), "UTF-16LE", false },
	{ "the same the other way, and a byte too many",
	  BYTES("\x04\x15\x04\x41\x04\x35\x04\x3f\x04"), "UTF-16BE",
	  false },
	{ "a program", BYTES("\x7f" "ELF\0\0\0\1\2\0"), NULL, true },
	{ "numbers of two bytes",
	  BYTES("\1\0\2\0\1\0\3\0\7\0\2\0\0\0\1\0"), NULL, true },
};

static struct decoding_case {
	const char *name;
	struct str bytes;
	const char *encoding, *text;
	struct encoding_damage damage;
} decodings[] = {
	{ "bad bytes and NULs", BYTES("ab\n\xff" "c\0d"), "UTF-8",
	  "ab\n\ufffdc\ufffdd", { 2, 2, 3 } },
	{ "a byte that a code page lacks", BYTES("a\n\x98" "b"),
	  "WINDOWS-1251", "a\n\ufffdb", { 1, 2, 2 } },
	{ "half a pair of UTF-16, and what follows it",
	  BYTES("\xff\xfe" "a\0\n\0\0\xd8" "b\0"), "UTF-16LE",
	  "a\n\ufffdb", { 2, 2, 6 } },
	{ "UTF-16 with a byte too many", BYTES("a\0b"), "UTF-16LE",
	  "a\ufffd", { 1, 1, 2 } },
	{ "an empty file", BYTES(""), "UTF-16LE", "", { 0, 0, 0 } },
	{ "the letters of a Kazakh code page", BYTES("\x8d\xba\xb4"),
	  "RK1048", "Қғө", { 0, 0, 0 } },
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
	bool is_binary;
	const char *found = encoding_find(one->bytes, &is_binary);

	assert_int_equal(is_binary, one->is_binary);
	if (one->encoding)
		assert_string_equal(found, one->encoding);
	else
		assert_null(found);
}

static void decodes(void **state)
{
	const struct decoding_case *one = *state;
	struct arena arena = ARENA_INIT;
	struct encoding_damage damage;
	struct err err = ERR_INIT;
	struct str text;

	assert_int_equal(encoding_decode(&text, &arena, one->bytes,
					 one->encoding, &damage, &err), 0);
	assert_true(str_equal(text, str_of(one->text)));
	assert_int_equal(damage.count, one->damage.count);
	assert_int_equal(damage.line, one->damage.line);
	assert_int_equal(damage.byte, one->damage.byte);
	arena_release(&arena);
}

static void knows_letters(void **state)
{
	uint32_t letters[ENCODING_BYTES];

	(void)state;
	assert_true(encoding_letters("KOI8-R", letters));
	assert_int_equal(letters[0xc1], 0x430);
	assert_true(encoding_letters("WINDOWS-1251", letters));
	assert_int_equal(letters[0x98], 0);
	assert_false(encoding_letters("GBK", letters));
	assert_false(encoding_letters("UTF-8", letters));
	assert_false(encoding_letters("IBM037", letters));
	assert_false(encoding_letters("x-mystery", letters));
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
	struct CMUnitTest tests[COUNT_OF(encodings) + COUNT_OF(decodings) +
				COUNT_OF(texts) + 2];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(encodings); i++)
		tests[count++] = CASE(encodings[i], finds_encoding);
	for (size_t i = 0; i < COUNT_OF(decodings); i++)
		tests[count++] = CASE(decodings[i], decodes);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[count++] = CASE(texts[i], makes_paragraphs);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(knows_letters);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(runs_are_equal);
	return _cmocka_run_group_tests("read", tests, count, NULL, NULL);
}
