#include "twins.h"

#include "hash.h"
#include "utf8.h"

#include <stdlib.h>

/* A paragraph of a document. */
struct seen {
	uint64_t text;         /* a hash of it */
	uint32_t document;     /* in the order of names */
};

/* Of a group, the first document is the root, and knows more of it. */
struct member {
	size_t above;              /* nearer to the root, which has itself */
	size_t count;              /* of the documents */
	size_t paragraphs, shared; /* of the two that share most */
	size_t group;              /* its place in the list */
};

struct finder {
	LIST(struct str) names;
	LIST(struct seen) seen;    /* by text, then by document; each once */
	LIST(size_t) by_document;  /* numbers of these, by document */
	size_t *ends;              /* of each document, in by_document */
	size_t *counts;            /* of paragraphs, by document */
	size_t *shared;            /* with the one at hand, by document */
	LIST(size_t) touched;      /* that share anything with it */
	struct member *members;    /* by document */
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

uint64_t twins_hash(struct str text, struct strbuf *letters)
{
	strbuf_clear(letters);
	add_text(letters, text);
	return hash_of(strbuf_view(letters));
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

static void prepare(struct finder *finder)
{
	size_t count = finder->names.count + 1;

	finder->ends = memory_get_zeroed(count * sizeof *finder->ends);
	finder->counts = memory_get_zeroed(count * sizeof *finder->counts);
	finder->shared = memory_get_zeroed(count * sizeof *finder->shared);
	finder->members = memory_get_zeroed(count * sizeof *finder->members);
	for (size_t i = 0; i < count; i++)
		finder->members[i] = (struct member){ .above = i, .count = 1 };
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
	prepare(finder);
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

	for (size_t i = end - finder->counts[document]; i < end; i++) {
		size_t at = finder->by_document.items[i];
		uint64_t text = finder->seen.items[at].text;

		while (++at < finder->seen.count &&
		       finder->seen.items[at].text == text) {
			size_t other = finder->seen.items[at].document;

			if (finder->shared[other]++ == 0)
				*LIST_ADD(&finder->touched) = other;
		}
	}
}

static size_t root_of(struct finder *finder, size_t document)
{
	struct member *members = finder->members;

	while (members[document].above != document) {
		members[document].above = members[members[document].above]
						  .above;
		document = members[document].above;
	}
	return document;
}

static void note_closest(struct member *root, size_t paragraphs, size_t shared)
{
	if (shared > root->shared ||
	    (shared == root->shared && paragraphs < root->paragraphs)) {
		root->paragraphs = paragraphs;
		root->shared = shared;
	}
}

static void unite(struct finder *finder, size_t one, size_t other,
		  size_t paragraphs, size_t shared)
{
	size_t a = root_of(finder, one), b = root_of(finder, other);
	struct member *first = &finder->members[a < b ? a : b];
	struct member *second = &finder->members[a < b ? b : a];

	if (first != second) {
		second->above = first->above;
		first->count += second->count;
		note_closest(first, second->paragraphs, second->shared);
	}
	note_closest(first, paragraphs, shared);
}

/* What was counted is zero again for the next. */
static void unite_twins(struct finder *finder, size_t document)
{
	for (size_t i = 0; i < finder->touched.count; i++) {
		size_t other = finder->touched.items[i];
		size_t fewer = finder->counts[document];

		if (finder->counts[other] < fewer)
			fewer = finder->counts[other];
		if (fewer >= TWINS_LEAST && 2 * finder->shared[other] > fewer)
			unite(finder, document, other, fewer,
			      finder->shared[other]);
		finder->shared[other] = 0;
	}
	LIST_CLEAR(&finder->touched);
}

static void list_groups(struct finder *finder, struct twins *twins)
{
	for (size_t i = 0; i < finder->names.count; i++) {
		size_t at = root_of(finder, i);
		struct member *root = &finder->members[at];
		struct twin_group *group;

		if (root->count < 2)
			continue;
		if (at == i) {
			root->group = twins->list.count;
			*LIST_ADD(&twins->list) = (struct twin_group){
				.names = arena_get(&twins->arena, root->count *
						   sizeof(struct str)),
				.paragraphs = root->paragraphs,
				.shared = root->shared
			};
		}
		group = &twins->list.items[root->group];
		group->names[group->count++] = finder->names.items[i];
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
		unite_twins(&finder, i);
	}
	if (rc == 0)
		list_groups(&finder, twins);
	LIST_RELEASE(&finder.names);
	LIST_RELEASE(&finder.seen);
	LIST_RELEASE(&finder.by_document);
	LIST_RELEASE(&finder.touched);
	free(finder.ends);
	free(finder.counts);
	free(finder.shared);
	free(finder.members);
	return rc;
}

void twins_release(struct twins *twins)
{
	LIST_RELEASE(&twins->list);
	arena_release(&twins->arena);
}
