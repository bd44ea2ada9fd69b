#include "twins.h"

#include "hash.h"
#include "utf8.h"

#include <stdlib.h>

/* A paragraph of a document. */
struct seen {
	uint64_t text;         /* a hash of it */
	uint32_t document;     /* in the order of names */
};

struct finder {
	LIST(struct str) names;
	LIST(struct seen) seen;    /* by text, then by document; each once */
	LIST(size_t) by_document;  /* numbers of these, by document */
	size_t *ends;              /* of each document, in by_document */
	size_t *counts;            /* of paragraphs, by document */
	size_t *shared;            /* with the one at hand, by document */
	struct arena *arena;
};

static const char names_sql[] = "SELECT name FROM document ORDER BY name";

/* The documents by their names, so that no order of loading shows. */
static const char texts_sql[] =
	"SELECT ordered.number, text FROM (SELECT id, "
	"row_number() OVER (ORDER BY name) - 1 AS number FROM document) "
	"AS ordered JOIN paragraph ON paragraph.document = ordered.id "
	"WHERE kind NOT IN ('furniture', 'boilerplate')";

static bool counts_as_text(uint32_t c)
{
	return utf8_is_letter(c) || utf8_is_digit(c);
}

/* What is left of a text where marks, blanks and case do not matter: a hyphen
 * or a quotation mark is read differently out of each format. */
static size_t add_text(struct strbuf *out, struct str text)
{
	size_t chars = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (!counts_as_text(c))
			continue;
		utf8_add(out, utf8_fold_char(c));
		chars++;
	}
	return chars;
}

/* Two hashes of 32 bits, the second of all but the first letter. */
static uint64_t hash_of(struct str text)
{
	return (uint64_t)str_hash(text) << 32 |
	       str_hash(str_slice(text, 1, text.len));
}

static int read_names(struct finder *finder, struct database *db,
		      struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, names_sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0)
		*LIST_ADD(&finder->names) = str_copy(finder->arena,
						     statement_text(st, 0));
	statement_close(st);
	return rc;
}

static int read_texts(struct finder *finder, struct database *db,
		      struct err *err)
{
	struct strbuf letters = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, db, texts_sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		size_t document = (size_t)statement_number(st, 0);

		strbuf_clear(&letters);
		if (document < finder->names.count &&
		    add_text(&letters, statement_text(st, 1)) >= TWINS_SHORT)
			*LIST_ADD(&finder->seen) = (struct seen){
				hash_of(strbuf_view(&letters)),
				(uint32_t)document
			};
	}
	statement_close(st);
	strbuf_release(&letters);
	return rc;
}

static int by_text(const void *left, const void *right)
{
	const struct seen *a = left, *b = right;

	if (a->text != b->text)
		return a->text < b->text ? -1 : 1;
	return (a->document > b->document) - (a->document < b->document);
}

/* Each paragraph once a document, in both orders. */
static void arrange(struct finder *finder)
{
	struct seen *seen = finder->seen.items;
	size_t kept = 0, documents = finder->names.count;

	if (finder->seen.count > 0)
		qsort(seen, finder->seen.count, sizeof *seen, by_text);
	for (size_t i = 0; i < finder->seen.count; i++)
		if (kept == 0 || by_text(&seen[kept - 1], &seen[i]) != 0)
			seen[kept++] = seen[i];
	finder->seen.count = kept;
	finder->ends = memory_get_zeroed((documents + 1) *
					 sizeof *finder->ends);
	finder->counts = memory_get_zeroed((documents + 1) *
					   sizeof *finder->counts);
	finder->shared = memory_get_zeroed((documents + 1) *
					   sizeof *finder->shared);
	for (size_t i = 0; i < kept; i++)
		finder->counts[seen[i].document]++;
	for (size_t i = 1; i < documents; i++)
		finder->ends[i] = finder->ends[i - 1] + finder->counts[i - 1];
	LIST_RESERVE(&finder->by_document, kept);
	finder->by_document.count = kept;
	for (size_t i = 0; i < kept; i++) {
		size_t *end = &finder->ends[seen[i].document];

		finder->by_document.items[(*end)++] = i;
	}
}

/* How many paragraphs a document shares with each behind it. */
static void count_shared(struct finder *finder, size_t document)
{
	size_t end = finder->ends[document];

	memset(finder->shared, 0, finder->names.count *
				  sizeof *finder->shared);
	for (size_t i = end - finder->counts[document]; i < end; i++) {
		size_t at = finder->by_document.items[i];
		uint64_t text = finder->seen.items[at].text;

		while (++at < finder->seen.count &&
		       finder->seen.items[at].text == text)
			finder->shared[finder->seen.items[at].document]++;
	}
}

static void add_twins(struct finder *finder, size_t document,
		      struct twins *twins)
{
	for (size_t other = document + 1; other < finder->names.count;
	     other++) {
		size_t fewer = finder->counts[document];

		if (finder->counts[other] < fewer)
			fewer = finder->counts[other];
		if (fewer >= TWINS_LEAST && 2 * finder->shared[other] > fewer)
			*LIST_ADD(&twins->list) = (struct twin){
				.first = finder->names.items[document],
				.second = finder->names.items[other],
				.paragraphs = fewer,
				.shared = finder->shared[other]
			};
	}
}

int twins_find(struct twins *twins, struct database *db, struct err *err)
{
	struct finder finder = { .arena = &twins->arena };
	int rc;

	*twins = (struct twins){ .arena = ARENA_INIT };
	rc = read_names(&finder, db, err);
	if (rc == 0)
		rc = read_texts(&finder, db, err);
	if (rc == 0)
		arrange(&finder);
	for (size_t i = 0; rc == 0 && i < finder.names.count; i++) {
		count_shared(&finder, i);
		add_twins(&finder, i, twins);
	}
	LIST_RELEASE(&finder.names);
	LIST_RELEASE(&finder.seen);
	LIST_RELEASE(&finder.by_document);
	free(finder.ends);
	free(finder.counts);
	free(finder.shared);
	return rc;
}

void twins_release(struct twins *twins)
{
	LIST_RELEASE(&twins->list);
	arena_release(&twins->arena);
}
