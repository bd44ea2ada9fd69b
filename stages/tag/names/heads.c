#include "heads.h"
#include "heads_lists.h"

#include "countries.h"
#include "utf8.h"

#include <stdlib.h>

enum side { SIDE_FIRST, SIDE_LAST, SIDE_CUE_BEFORE, SIDE_CUE_AFTER,
	    SIDE_BARE_BEFORE, SIDE_BARE_AFTER, SIDE_LIST_BEFORE,
	    SIDE_LIST_AFTER, SIDE_LINK, SIDE_AND, SIDE_ARTICLE,
	    SIDE_COUNTRY, SIDES };

enum { COUNTRY_CHARS = 5 /* of a country's name, for the words made of it */ };

struct heads {
	/* value: (type * SIDES + side) * LANG_MAX + lang */
	struct phrases *phrases;
};

static int add_head(struct heads *heads, const struct knowledge *knowledge,
		    struct table *table, size_t row, struct err *err)
{
	static const char *const sides[] = {
		[SIDE_FIRST] = "first", [SIDE_LAST] = "last",
		[SIDE_CUE_BEFORE] = "cue_before",
		[SIDE_CUE_AFTER] = "cue_after",
		[SIDE_BARE_BEFORE] = "bare_before",
		[SIDE_BARE_AFTER] = "bare_after",
		[SIDE_LIST_BEFORE] = "list_before",
		[SIDE_LIST_AFTER] = "list_after", NULL
	};
	enum mention_type type;
	unsigned side = 0;
	lang_id lang;
	int rc = knowledge_mention_type(knowledge, table, row, &type, err);

	if (rc == 0)
		rc = table_choice(table, row, "side", sides, &side, err);
	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc < 0)
		return rc;
	phrases_add_forms(heads->phrases, lang,
			  table_named_cell(table, row, "head"),
			  ((uint32_t)type * SIDES + side) * LANG_MAX + lang);
	table_take(table, row);
	return 0;
}

static int add_heads(struct heads *heads, const struct knowledge *knowledge,
		     struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "heads.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_head(heads, knowledge, table, row, err);
	return rc;
}

static int add_links(struct heads *heads, const struct knowledge *knowledge,
		     struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "name_links.tsv", &table,
				err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		static const char *const kinds[] = {
			"", "and", "article", NULL
		};
		unsigned kind = 0;
		lang_id lang;

		rc = knowledge_lang(knowledge, table, row, &lang, err);
		if (rc == 0)
			rc = table_choice(table, row, "kind", kinds, &kind, err);
		if (rc < 0)
			break;
		phrases_add(heads->phrases, LANG_UND,
			    table_named_cell(table, row, "form"),
			    (SIDE_LINK + kind) * LANG_MAX);
		table_take(table, row);
	}
	return rc;
}

/* The beginning of a country's name stands for the words made of it. */
static void add_country(struct heads *heads, struct str name)
{
	struct strbuf pattern = STRBUF_INIT;
	size_t len = 0;

	if (str_find(name, STR(" "), 0) < name.len ||
	    utf8_chars(name) < COUNTRY_CHARS)
		return;
	for (int i = 0; i < COUNTRY_CHARS; i++)
		utf8_next(name, &len);
	strbuf_add(&pattern, str_slice(name, 0, len));
	strbuf_add_char(&pattern, '*');
	phrases_add(heads->phrases, LANG_UND, strbuf_view(&pattern),
		    SIDE_COUNTRY * LANG_MAX);
	strbuf_release(&pattern);
}

static int add_countries(struct heads *heads, struct lexicons *lexicons,
			 struct err *err)
{
	const struct countries *countries;
	int rc = lexicons_countries(lexicons, &countries, err);

	for (size_t i = 0; rc == 0 && i < countries->names.count; i++)
		add_country(heads, countries->names.items[i].text);
	return rc;
}

static int add_nationalities(struct heads *heads,
			     const struct knowledge *knowledge,
			     struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "nationalities.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		phrases_add_forms(heads->phrases, LANG_UND,
				  table_named_cell(table, row, "word"),
				  SIDE_COUNTRY * LANG_MAX);
	return rc;
}

int heads_open(struct heads **out, const struct knowledge *knowledge,
	       struct err *err)
{
	struct heads *heads = memory_get(sizeof *heads);
	int rc;

	heads->phrases = phrases_new(knowledge);
	rc = add_heads(heads, knowledge, err);
	if (rc == 0)
		rc = add_links(heads, knowledge, err);
	if (rc == 0)
		rc = add_nationalities(heads, knowledge, err);
	if (rc == 0)
		rc = add_countries(heads, knowledge->lexicons, err);
	if (rc < 0) {
		heads_close(heads);
		heads = NULL;
	}
	*out = heads;
	return rc;
}

void heads_close(struct heads *heads)
{
	if (!heads)
		return;
	phrases_free(heads->phrases);
	free(heads);
}

/* A "Media Council" is no council of the state: of several heads the longest
 * tells the type. */
static void mark_longest(uint32_t *types, uint32_t type, size_t len,
			 uint8_t *before)
{
	if (len > *before)
		*types = 0;
	if (len >= *before) {
		*types |= type;
		*before = (uint8_t)len;
	}
}

static void mark_head(struct token_mark *marks,
		      const struct phrase_match *match, enum side side,
		      uint32_t type)
{
	struct token_mark *first = &marks[match->first];
	struct token_mark *last = &marks[match->end - 1];
	size_t len = match->end - match->first;

	if (side == SIDE_FIRST)
		mark_longest(&first->head_starts, type, len, &first->first_len);
	else if (side == SIDE_LAST)
		mark_longest(&last->head_ends, type, len, &last->last_len);
	else if (side == SIDE_CUE_BEFORE || side == SIDE_BARE_BEFORE ||
		 side == SIDE_LIST_BEFORE)
		last->cue_ends |= type;
	else
		first->cue_starts |= type;
	if (side == SIDE_BARE_BEFORE)
		last->flags |= MARK_BARE;
	if (side == SIDE_BARE_AFTER)
		first->flags |= MARK_BARE;
	if (side == SIDE_LIST_BEFORE)
		last->flags |= MARK_BARE | MARK_LIST;
	if (side == SIDE_LIST_AFTER)
		first->flags |= MARK_BARE | MARK_LIST;
	if (side != SIDE_FIRST && side != SIDE_LAST)
		for (size_t t = match->first; t < match->end; t++)
			marks[t].flags |= MARK_CUE;
	else if (len > first->head_len)
		first->head_len = (uint8_t)len;
}

/* A Cyrillic word that makes names in another language stands in this one for
 * something else: "банк" in Kazakh, where "банкі" makes them. */
static bool is_of_other(const struct scan *scan, size_t token, enum side side,
			lang_id lang)
{
	lang_id here = scan_lang(scan, token);

	return (side == SIDE_FIRST || side == SIDE_LAST) && lang != here &&
	       lang != LANG_UND && here != LANG_UND &&
	       (scan_shape(scan, token) & SHAPE_CYRILLIC);
}

static uint16_t link_flags(enum side side)
{
	return side == SIDE_AND ? MARK_LINK | MARK_AND :
	       side == SIDE_ARTICLE ? MARK_LINK | MARK_ARTICLE : MARK_LINK;
}

void heads_mark(struct heads *heads, struct scan *scan)
{
	struct token_mark *marks = scan->marks.items;

	for (size_t t = 0; t < scan->marks.count; t++) {
		scan->matches.count = 0;
		phrases_match(heads->phrases, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		for (size_t i = 0; i < scan->matches.count; i++) {
			const struct phrase_match *m = &scan->matches.items[i];
			uint32_t value = m->value / LANG_MAX;
			enum side side = (enum side)(value % SIDES);

			if (side >= SIDE_LINK && side <= SIDE_ARTICLE)
				marks[t].flags |= link_flags(side);
			else if (side == SIDE_COUNTRY)
				marks[t].flags |= MARK_COUNTRY;
			else if (!is_of_other(scan, t, side,
					      (lang_id)(m->value % LANG_MAX)))
				mark_head(marks, m, side,
					  1u << value / SIDES);
		}
	}
	heads_mark_lists(scan);
}
