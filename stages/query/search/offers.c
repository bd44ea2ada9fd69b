#include "offers.h"

#include "distance.h"
#include "utf8.h"
#include "word_parts.h"

#include <stdlib.h>

enum { OFFERS_MAX = 5, SHORTEST = 4, LONG = 6 };

static const char names_sql[] =
	"SELECT form, sum(count) AS n FROM alias GROUP BY form "
	"ORDER BY n DESC, form";

static const char terms_sql[] =
	"SELECT stem FROM term ORDER BY stem";

static const char holding_sql[] =
	"SELECT 1 FROM word_index WHERE word_index MATCH ?1 LIMIT 1";

static const char laws_sql[] =
	"SELECT id, name FROM entity WHERE type = 'law' AND "
	"substr(id, -length(?1)) = ?1 ORDER BY id";

struct offer {
	struct str text;
	unsigned distance;
	size_t order;        /* as they were found */
};

struct offers {
	LIST(struct offer) list;
	struct arena arena;
};

/* The nearest of a text's words, or the whole of it. */
static unsigned distance_in(struct str text, struct str asked, unsigned most)
{
	unsigned best = distance_of(text, asked, most);
	struct str word;
	size_t at = 0;

	while (best > 0 && word_parts_next(text, &at, &word)) {
		unsigned distance = distance_of(word, asked, most);

		best = distance < best ? distance : best;
	}
	return best;
}

static bool has(const struct offers *offers, struct str text)
{
	for (size_t i = 0; i < offers->list.count; i++)
		if (str_equal(offers->list.items[i].text, text))
			return true;
	return false;
}

static int collect(struct offers *offers, struct database *db, const char *sql,
		   struct str asked, struct err *err)
{
	const unsigned most = utf8_chars(asked) >= LONG ? 2 : 1;
	struct statement *st;
	int rc = statement_open(&st, db, sql, err);

	while (rc == 0 && (rc = statement_step(st, err)) > 0) {
		struct str text = statement_text(st, 0);
		unsigned distance = distance_in(text, asked, most);

		rc = 0;
		if (distance == 0 || distance > most || has(offers, text))
			continue;
		*LIST_ADD(&offers->list) = (struct offer){
			str_copy(&offers->arena, text), distance,
			offers->list.count
		};
	}
	statement_close(st);
	return rc;
}

static int compare(const void *left, const void *right)
{
	const struct offer *a = left, *b = right;

	if (a->distance != b->distance)
		return a->distance < b->distance ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static int offer(struct finder *f, struct str asked, struct err *err)
{
	struct strbuf *notes = &f->context->notes;
	struct offers offers = { .arena = ARENA_INIT };
	int rc = collect(&offers, f->context->db, names_sql, asked, err);

	if (rc == 0)
		rc = collect(&offers, f->context->db, terms_sql, asked, err);
	if (rc == 0 && offers.list.count > 0) {
		qsort(offers.list.items, offers.list.count,
		      sizeof *offers.list.items, compare);
		strbuf_addf(notes, "nothing is found; near '%.*s':",
			    STR_ARGS(asked));
		for (size_t i = 0; i < offers.list.count && i < OFFERS_MAX; i++)
			strbuf_addf(notes, "%s %.*s", i > 0 ? "," : "",
				    STR_ARGS(offers.list.items[i].text));
		strbuf_add_char(notes, '\n');
	}
	LIST_RELEASE(&offers.list);
	arena_release(&offers.arena);
	return rc;
}

/* Whether a paragraph holds the term: then it is not for its spelling that
 * nothing is found. */
static int is_held(struct finder *f, size_t term, bool *held, struct err *err)
{
	struct strbuf fts = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, f->context->db, holding_sql, err);

	if (rc < 0)
		return rc;
	matcher_add_fts_term(&f->matcher, term, &fts);
	statement_bind(st, 1, strbuf_view(&fts));
	rc = statement_step(st, err);
	*held = rc > 0;
	statement_close(st);
	strbuf_release(&fts);
	return rc < 0 ? rc : 0;
}

int offers_near(struct finder *f, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < f->ask.nodes.count; i++) {
		const struct ask_node *term = &f->ask.nodes.items[i];

		bool held = true;

		if (term->kind != ASK_TERM || term->prefix ||
		    utf8_chars(term->text) < SHORTEST ||
		    str_find(term->text, STR(" "), 0) < term->text.len)
			continue;
		rc = is_held(f, term->left, &held, err);
		if (rc == 0 && !held)
			rc = offer(f, term->text, err);
	}
	return rc;
}

/* Ids of articles end in the number: kz_criminal_code_174. */
static int offer_laws(struct finder *f, struct str number, struct err *err)
{
	struct strbuf end = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, f->context->db, laws_sql, err);

	if (rc < 0)
		return rc;
	strbuf_add_char(&end, '_');
	strbuf_add(&end, number);
	for (size_t i = 0; i < end.len; i++)
		if (end.data[i] == '-' || end.data[i] == '.')
			end.data[i] = '_';
	statement_bind(st, 1, strbuf_view(&end));
	for (int i = 0; i < OFFERS_MAX && (rc = statement_step(st, err)) > 0;
	     i++)
		strbuf_addf(&f->context->notes, "the database knows %.*s (%.*s)"
			    " by any of its names\n",
			    STR_ARGS(statement_text(st, 0)),
			    STR_ARGS(statement_text(st, 1)));
	statement_close(st);
	strbuf_release(&end);
	return rc < 0 ? rc : 0;
}

int offers_laws(struct finder *f, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < f->ask.nodes.count; i++) {
		const struct ask_node *term = &f->ask.nodes.items[i];
		struct str number = STR_NONE;

		if (term->kind == ASK_TERM)
			number = articles_number(f->searcher->articles,
						 term->text);
		if (number.len > 0)
			rc = offer_laws(f, number, err);
	}
	return rc;
}
