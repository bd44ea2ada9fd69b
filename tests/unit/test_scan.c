/* The fast looks over bytes against slow ones, over texts made at random from
 * bytes and characters that are near the borders of their tables. */
#include "cases.h"

#include "utf8.h"
#include "utf8_scan.h"

#include <utf8proc.h>

enum { ROUNDS = 8000, LONGEST = 200, SECONDS_MAX = 20 };

static uint32_t random_number(void)
{
	static uint64_t state = 88172645463325252u; /* xorshift64 */

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32);
}

/* Pieces that texts are made of: mostly plain ones, so that blocks are skipped,
 * and a few that are not. */
static struct text_case {
	const char *name;
	const char *plain[4], *odd[8];
} texts[] = {
	{ "ASCII", { "word ", "a ", "x", "Long words " },
	  { " ", "\n", "\x7f", "\t", "!", "é", "\xff", "\x1f" } },
	{ "Russian", { "слово ", "и ", "ы", "ё" },
	  { " ", "\r\n", "й", "и\u0306", "\u0483", "—", "\xd0", "№" } },
	{ "Kazakh", { "қоғам ", "ң ", "ә", "сөз" },
	  { "  ", "\u00a0", "«", "\u0489", "\u048a", "\xd2", "\x83", "₸" } },
	{ "marks", { "a", "и ", "“", "– " },
	  { "\u2000", "\u2009", "\u2028", "\u202f", "\u2126", "\u212a",
	    "\u205f", "\u0301" } },
	{ "broken bytes", { "да", "yes ", "қ", "…" },
	  { "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x80",
	    "\x80\x80\x80", "\xf0\x9f\x97", "\xf0\x9f\x97\xa3", "\xe0\x80\x80" } },
	{ "other scripts", { "Ω", "漢字", "한글 ", "ا" },
	  { "\u1100\u1161", "ệ", "\u0374", "\u0958", "\U0001d15e", "\ufb1d",
	    "\u00c5", "\u0344" } },
};

static void make_text(struct strbuf *out, const struct text_case *one)
{
	size_t pieces = random_number() % LONGEST;
	unsigned often = 1 + random_number() % 40;

	strbuf_clear(out);
	for (size_t i = 0; i < pieces; i++)
		strbuf_add_z(out, random_number() % often == 0
					  ? one->odd[random_number() % 8]
					  : one->plain[random_number() % 4]);
}

static size_t slow_valid_until(struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		utf8proc_int32_t c;
		utf8proc_ssize_t used = utf8proc_iterate(
			(const utf8proc_uint8_t *)text.data + at,
			(utf8proc_ssize_t)(text.len - at), &c);

		if (used <= 0)
			break;
		at += (size_t)used;
	}
	return at;
}

static size_t slow_chars(struct str text)
{
	size_t chars = 0;

	for (size_t i = 0; i < text.len; i++)
		chars += ((unsigned char)text.data[i] & 0xc0) != 0x80;
	return chars;
}

static bool is_blank(uint32_t c)
{
	return c <= 0x20 || (c >= 0x7f && c < 0xa0) || utf8_is_space(c);
}

/* Whether NFC keeps a character, and no mark or letter joins the one before. */
static bool is_kept(uint32_t c)
{
	const utf8proc_property_t *p =
		utf8proc_get_property((utf8proc_int32_t)c);
	utf8proc_uint8_t text[8] = "", *nfc;
	bool kept;

	if (p->combining_class != 0)
		return false;
	text[utf8proc_encode_char((utf8proc_int32_t)c, text)] = '\0';
	nfc = utf8proc_NFC(text);
	kept = nfc && !strcmp((const char *)nfc, (const char *)text);
	list_free(nfc);
	return kept;
}

/* Letters, syllables and marks of several classes, some of which fall apart. */
static void composes_as_utf8proc_does(void **state)
{
	static const char *const pieces[] = {
		"a", "\u0438", "\u1100", "\u1161", "\u11a8", "\uac00", "\u0dd9",
		"\u0301", "\u0316", "\u0344", "\u0f73", "\u0327", "\u0306",
		"\u1e69", "\u212b", "\u09c7", "\u09be", "\U0001d15e"
	};
	struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		utf8proc_uint8_t *nfc;

		strbuf_clear(&text);
		strbuf_clear(&out);
		for (uint32_t n = random_number() % 12 + 1; n > 0; n--)
			strbuf_add_z(&text, pieces[random_number() %
						   COUNT_OF(pieces)]);
		utf8_add_nfc(&out, strbuf_view(&text));
		nfc = utf8proc_NFC((const utf8proc_uint8_t *)text.data);
		assert_string_equal(out.data, (const char *)nfc);
		list_free(nfc);
	}
	strbuf_release(&text);
	strbuf_release(&out);
}

/* Would take minutes if each mark went by all before it. */
static void composes_a_million_marks(void **state)
{
	struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	strbuf_add_char(&text, 'a');
	for (int i = 0; i < 500000; i++)
		strbuf_add_z(&text, "\u0301\u0316");
	limit_cpu(SECONDS_MAX);
	utf8_add_nfc(&out, strbuf_view(&text));
	limit_cpu(0);
	assert_int_equal(out.len, text.len - 1); /* a\u0301 is one */
	strbuf_release(&text);
	strbuf_release(&out);
}

/* Up to where a slow look sees nothing to doubt. */
static size_t slow_doubt(struct str text, enum utf8_doubt doubt)
{
	bool was_blank = false;
	size_t at = 0;

	while (at < text.len) {
		size_t start = at;
		uint32_t c = utf8_next(text, &at);

		if (c > 0x7f && !is_kept(c))
			return start;
		if (doubt == DOUBT_PLAIN && is_blank(c) &&
		    (c != ' ' || was_blank))
			return start;
		was_blank = c == ' ';
	}
	return at;
}

static void agrees_on_valid(void **state)
{
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < ROUNDS; i++) {
		make_text(&text, *state);
		assert_int_equal(utf8_valid_until(strbuf_view(&text)),
				 slow_valid_until(strbuf_view(&text)));
		assert_int_equal(utf8_chars(strbuf_view(&text)),
				 slow_chars(strbuf_view(&text)));
	}
	strbuf_release(&text);
}

static void doubts_enough(void **state)
{
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < ROUNDS / 4; i++) {
		struct str view;

		make_text(&text, *state);
		view = strbuf_view(&text);
		assert_true(utf8_scan_doubt(view, 0, DOUBT_NFC) <=
			    slow_doubt(view, DOUBT_NFC));
		assert_true(utf8_scan_doubt(view, 0, DOUBT_PLAIN) <=
			    slow_doubt(view, DOUBT_PLAIN));
	}
	strbuf_release(&text);
}

static void takes_random_bytes(void **state)
{
	char bytes[LONGEST];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct str text = { bytes, random_number() % LONGEST };

		for (size_t b = 0; b < text.len; b++)
			bytes[b] = (char)random_number();
		assert_int_equal(utf8_valid_until(text),
				 slow_valid_until(text));
	}
}

/* Every code point, between letters. */
static void knows_every_character(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	for (uint32_t c = 0x20; c < 0x110000; c++) {
		struct str view;
		size_t end;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		strbuf_clear(&text);
		strbuf_add_z(&text, "a");
		utf8_add(&text, c);
		end = text.len;
		strbuf_add_z(&text, "b");
		view = strbuf_view(&text);
		assert_int_equal(utf8_valid_until(view), view.len);
		if (!is_kept(c))
			assert_false(utf8_is_nfc_surely(view));
		if (utf8_scan_doubt(view, 0, DOUBT_PLAIN) == view.len)
			assert_true(is_kept(c) && (c == ' ' || !is_blank(c)));
		assert_int_equal(utf8_before(view, end, &end), c);
		assert_int_equal(utf8_fold_char(c), utf8_fold_other(c));
	}
	strbuf_release(&text);
}

static struct plain_case { const char *name, *text; size_t until; } plains[] = {
	{ "Kazakh and Russian text",
	  "Қазақстан — «тәуелсіз» ел, № 5; ёж, 100 ₸… “да”", SIZE_MAX },
	{ "two blanks over the border of a block",
	  "this line is thirty-two long, a   b", 32 },
	{ "a no-break space is told where it begins", "до\u00a0нас", 4 },
	{ "a mark is told where it begins", "и\u0306", 2 },
	{ "Angstrom and Kelvin have a normal form", "ab\u212b", 2 },
	{ "a thin space", "1\u2009000", 1 },
};

static void finds_doubt(void **state)
{
	const struct plain_case *one = *state;
	struct str text = str_of(one->text);

	assert_int_equal(utf8_scan_doubt(text, 0, DOUBT_PLAIN),
			 one->until == SIZE_MAX ? text.len : one->until);
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[count++] = CASE(texts[i], agrees_on_valid);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[count++] = CASE(texts[i], doubts_enough);
	for (size_t i = 0; i < COUNT_OF(plains); i++)
		tests[count++] = CASE(plains[i], finds_doubt);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		takes_random_bytes);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		knows_every_character);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		composes_as_utf8proc_does);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		composes_a_million_marks);
	return _cmocka_run_group_tests("scan", tests, count, NULL, NULL);
}
