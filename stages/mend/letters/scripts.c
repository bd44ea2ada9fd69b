#include "scripts.h"

#include "edits.h"
#include "utf8.h"

enum {
	NAME_LETTERS = 3, /* less is no name before an ending */
	SHARE = 4         /* Cyrillic letters for a Latin one */
};

enum { OTHER, LATIN, CYRILLIC };

/* A word and what letters it is made of. */
struct mix {
	size_t start, end;
	size_t latin, cyrillic;       /* letters */
	size_t lone_latin, lone_cyrillic; /* of them without a look-alike */
	size_t changes;               /* from one script to the other */
	size_t lead;                  /* Latin letters that it begins with */
	bool lead_is_capital, rest_is_small;
	bool has_small;               /* XХI is no word */
	uint32_t needs;               /* a Latin letter whose row has a lang */
};

struct repair {
	const struct scripts *scripts;
	struct languages *languages;
	struct document *doc;
	struct edits edits;
	struct arena arena;           /* the new letters */
};

static bool letter_of(struct str text, uint32_t *c)
{
	size_t at = 0;

	if (text.len == 0)
		return false;
	*c = utf8_next(text, &at);
	return at == text.len && *c < SCRIPTS_LETTERS;
}

static int add_row(struct scripts *scripts, struct table *table, size_t row,
		   struct err *err)
{
	uint32_t latin, cyrillic;

	if (!letter_of(table_named_cell(table, row, "latin"), &latin) ||
	    !letter_of(table_named_cell(table, row, "cyrillic"), &cyrillic) ||
	    !utf8_is_cyrillic(cyrillic) || utf8_is_cyrillic(latin))
		return table_refuse(table, row, err,
				    "not a Latin and a Cyrillic letter");
	scripts->cyrillic[latin] = (uint16_t)cyrillic;
	scripts->lang[latin] = table_named_cell(table, row, "lang");
	if (latin < 0x80)
		scripts->latin[cyrillic] = (uint16_t)latin;
	table_take(table, row);
	return 0;
}

int scripts_load(struct scripts *scripts, struct lexicons *lexicons,
		 struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "lookalikes.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(scripts, table, row, err);
	return rc;
}

/* What is no Latin letter but has a row (¥) counts as one. */
static int script_of(const struct scripts *scripts, uint32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z' ? LATIN : OTHER;
	if (c >= 0x400 && c < SCRIPTS_LETTERS)
		return CYRILLIC;
	if (c < SCRIPTS_LETTERS && scripts->cyrillic[c])
		return LATIN;
	return utf8_is_latin(c) ? LATIN : OTHER;
}

static void add_latin(const struct scripts *scripts, struct mix *mix,
		      uint32_t c)
{
	mix->changes += mix->cyrillic > 0;
	if (mix->cyrillic == 0) {
		mix->lead++;
		mix->lead_is_capital &= utf8_is_upper(c);
	}
	mix->latin++;
	if (c >= SCRIPTS_LETTERS || scripts->cyrillic[c] == 0)
		mix->lone_latin++;
	else if (!str_equal(scripts->lang[c], STR("mul")))
		mix->needs = c;
}

static void add_cyrillic(const struct scripts *scripts, struct mix *mix,
			 uint32_t c)
{
	mix->cyrillic++;
	mix->rest_is_small &= utf8_is_lower(c);
	mix->lone_cyrillic += scripts->latin[c] == 0;
}

/* The next word of letters from byte `at` on; false at the end. */
static bool next_word(const struct scripts *scripts, struct str text,
		      size_t at, struct mix *mix)
{
	*mix = (struct mix){ .lead_is_capital = true, .rest_is_small = true };
	while (at < text.len) {
		size_t start = at;
		uint32_t c = utf8_next(text, &at);
		int script = script_of(scripts, c);

		if (script == OTHER && mix->end > 0 &&
		    (c < 0x80 || !utf8_is_mark(c)))
			return true;
		if (script == OTHER)
			continue;
		if (mix->end == 0)
			mix->start = start;
		mix->end = at;
		mix->has_small |= utf8_is_lower(c);
		if (script == LATIN)
			add_latin(scripts, mix, c);
		else
			add_cyrillic(scripts, mix, c);
	}
	return mix->end > 0;
}

/* BBCде, Maxта: a name in Latin letters with an ending. */
static bool is_name_and_ending(const struct mix *mix)
{
	return mix->lead > 0 && mix->changes == 0 && mix->rest_is_small &&
	       (mix->lead >= NAME_LETTERS ||
		(mix->lead >= 2 && mix->lead_is_capital));
}

/* The script that the word certainly is written with; OTHER if it is not. A
 * word of look-alikes alone (iс) is Cyrillic among Cyrillic words. */
static int certain_script(const struct mix *mix, bool among_cyrillic)
{
	if (mix->latin == 0 || mix->cyrillic == 0)
		return OTHER;
	if (mix->lone_cyrillic > 0 && mix->lone_latin == 0 &&
	    !is_name_and_ending(mix))
		return CYRILLIC;
	if (mix->lone_latin > 0 && mix->lone_cyrillic == 0)
		return LATIN;
	if (mix->lone_latin == 0 && mix->lone_cyrillic == 0 &&
	    mix->has_small && among_cyrillic && !is_name_and_ending(mix))
		return CYRILLIC;
	return OTHER;
}

static void change_letters(struct repair *repair, size_t index,
			   const struct mix *mix, int script)
{
	const struct scripts *scripts = repair->scripts;
	struct str text = repair->doc->paragraphs.items[index].text;
	struct strbuf letter = STRBUF_INIT;

	for (size_t at = mix->start; at < mix->end;) {
		size_t start = at;
		uint32_t c = utf8_next(text, &at);
		uint32_t new = c;

		if (script_of(scripts, c) == LATIN && script == CYRILLIC)
			new = scripts->cyrillic[c];
		else if (script_of(scripts, c) == CYRILLIC && script == LATIN)
			new = scripts->latin[c];
		if (new == c)
			continue;
		strbuf_clear(&letter);
		utf8_add(&letter, new);
		edits_add(&repair->edits, index, start, at,
			  str_copy(&repair->arena, strbuf_view(&letter)));
	}
	strbuf_release(&letter);
}

/* Whether the rows that the word needs hold in its language. */
static int rows_hold(struct repair *repair, size_t index,
		     const struct mix *mix, bool *hold, struct err *err)
{
	int rc;

	*hold = true;
	if (mix->needs == 0)
		return 0;
	rc = languages_need(repair->languages, LANGUAGES_GUESS, err);
	if (rc == 0)
		*hold = str_equal(
			repair->scripts->lang[mix->needs],
			languages_guess_code(
				repair->languages,
				repair->doc->paragraphs.items[index].text,
				document_meta(repair->doc, STR("lang"))));
	return rc;
}

/* Whether hardly a letter of the text is Latin. */
static bool is_cyrillic(const struct scripts *scripts, struct str text)
{
	size_t count[3] = { 0 };

	for (size_t at = 0; at < text.len;)
		count[script_of(scripts, utf8_next(text, &at))]++;
	return count[CYRILLIC] > SHARE * count[LATIN];
}

static bool is_ascii(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.data[i] >= 0x80)
			return false;
	return true;
}

static int repair_paragraph(struct repair *repair, size_t index,
			    struct err *err)
{
	struct str text = repair->doc->paragraphs.items[index].text;
	struct mix mix;
	size_t at = 0;
	int rc = 0;
	bool cyrillic;

	if (is_ascii(text))
		return 0;
	cyrillic = is_cyrillic(repair->scripts, text);
	for (; rc == 0 && next_word(repair->scripts, text, at, &mix);
	     at = mix.end) {
		int script = certain_script(&mix, cyrillic);
		bool hold = true;

		if (script == CYRILLIC)
			rc = rows_hold(repair, index, &mix, &hold, err);
		if (script != OTHER && hold)
			change_letters(repair, index, &mix, script);
	}
	return rc;
}

int scripts_repair(const struct scripts *scripts,
		   const struct knowledge *knowledge, struct document *doc,
		   struct err *err)
{
	struct repair repair = { .scripts = scripts,
				 .languages = knowledge->languages,
				 .doc = doc };
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < doc->paragraphs.count; i++)
		rc = repair_paragraph(&repair, i, err);
	edits_apply(&repair.edits, doc);
	edits_release(&repair.edits);
	arena_release(&repair.arena);
	return rc;
}
