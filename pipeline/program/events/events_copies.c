#include "events_internal.h"

#include "twins.h"

#include <stdlib.h>

/* A telling of a report that has several files: what it stands in, and the how
 * many-th of its type it is there. */
struct copy {
	size_t report, telling, nth;
	uint64_t text;
	struct str type;
};

static const char text_sql[] =
	"SELECT substr(text, start_char + 1, end_char - start_char) "
	"FROM sentence JOIN paragraph ON paragraph.id = sentence.paragraph "
	"WHERE sentence.id = ?1";

/* Hashes of sentences, the last one kept: tellings are in text order. */
struct hasher {
	struct statement *st;
	struct strbuf letters;
	int64_t sentence;
	uint64_t hash;
};

static int hash_sentence(struct hasher *hasher, int64_t sentence,
			 uint64_t *hash, struct err *err)
{
	int rc = 0;

	if (hasher->sentence != sentence || hasher->hash == 0) {
		statement_bind_number(hasher->st, 1, sentence);
		rc = statement_step(hasher->st, err);
		if (rc > 0)
			hasher->hash = twins_hash(statement_text(hasher->st, 0),
						  &hasher->letters);
		hasher->sentence = sentence;
		statement_reset(hasher->st);
	}
	*hash = hasher->hash;
	return rc < 0 ? rc : 0;
}

static int compare_texts(const struct copy *a, const struct copy *b)
{
	int order = (a->report > b->report) - (a->report < b->report);

	if (order == 0)
		order = (a->text > b->text) - (a->text < b->text);
	if (order == 0)
		order = (a->nth > b->nth) - (a->nth < b->nth);
	return order == 0 ? str_compare(a->type, b->type) : order;
}

static int compare_copies(const void *left, const void *right)
{
	const struct copy *a = left, *b = right;
	int order = compare_texts(a, b);

	if (order == 0)
		order = (a->telling > b->telling) - (a->telling < b->telling);
	return order;
}

/* Two files of one report may have been read differently, but not to other
 * days. */
static bool may_be_copies(const struct telling *one,
			  const struct telling *other)
{
	return one->document != other->document &&
	       (!telling_has_date(one) || !telling_has_date(other) ||
		edtf_overlaps(&one->parsed, &other->parsed));
}

static void join_copies(struct event_groups *groups, struct copy *copies,
			size_t count)
{
	const struct telling *tellings = groups->events->tellings.items;

	if (count > 0)
		qsort(copies, count, sizeof *copies, compare_copies);
	for (size_t i = 1; i < count; i++)
		if (compare_texts(&copies[i - 1], &copies[i]) == 0 &&
		    may_be_copies(&tellings[copies[i - 1].telling],
				  &tellings[copies[i].telling]))
			groups_unite(groups, copies[i - 1].telling,
				     copies[i].telling, EVIDENCE_TEXT);
}

/* How many of its type stand before it in its sentence. */
static size_t count_before(const struct events *events, size_t at)
{
	const struct telling *tellings = events->tellings.items;
	size_t nth = 0;

	for (size_t i = at; i > 0 && at - i < EVENTS_LOOKED_AT &&
			    tellings[i - 1].sentence == tellings[at].sentence;
	     i--)
		nth += str_equal(tellings[i - 1].type, tellings[at].type);
	return nth;
}

int events_join_copies(struct event_groups *groups, struct database *db,
		       struct err *err)
{
	struct events *events = groups->events;
	struct hasher hasher = { .letters = STRBUF_INIT };
	LIST(struct copy) copies = { NULL, 0, 0 };
	int rc = statement_open(&hasher.st, db, text_sql, err);

	for (size_t i = 0; rc == 0 && i < events->tellings.count; i++) {
		const struct telling *telling = &events->tellings.items[i];
		const struct event_document *document =
			&events->documents.items[telling->document];
		struct copy *copy;

		if (!document->is_twin)
			continue;
		copy = LIST_ADD(&copies);
		*copy = (struct copy){ .report = document->report,
				       .telling = i, .type = telling->type,
				       .nth = count_before(events, i) };
		rc = hash_sentence(&hasher, telling->sentence, &copy->text,
				   err);
	}
	if (rc == 0)
		join_copies(groups, copies.items, copies.count);
	statement_close(hasher.st);
	strbuf_release(&hasher.letters);
	LIST_RELEASE(&copies);
	return rc;
}

/* Where a telling stands, as far as that counts. */
struct stand {
	size_t report;
	uint64_t text;             /* the sentence, of a report in one file */
};

static int compare_stands(const void *left, const void *right)
{
	const struct stand *a = left, *b = right;

	if (a->report != b->report)
		return a->report < b->report ? -1 : 1;
	return (a->text > b->text) - (a->text < b->text);
}

static int count_event(const struct events *events, struct event *event,
		       struct hasher *hasher, struct err *err)
{
	struct stand *stands = memory_get((event->count + 1) * sizeof *stands);
	size_t count = 0;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < event->count; i++) {
		const struct telling *telling =
			&events->tellings.items[event->tellings[i]];
		const struct event_document *document =
			&events->documents.items[telling->document];

		if (telling->denies)
			continue;
		stands[count] = (struct stand){ document->report,
						(uint64_t)telling->sentence };
		if (document->is_twin)
			rc = hash_sentence(hasher, telling->sentence,
					   &stands[count].text, err);
		count++;
	}
	qsort(stands, count, sizeof *stands, compare_stands);
	for (size_t i = 0; i < count; i++) {
		event->told += i == 0 ||
			       compare_stands(&stands[i - 1], &stands[i]) != 0;
		event->documents += i == 0 || stands[i - 1].report !=
						      stands[i].report;
	}
	free(stands);
	return rc;
}

int events_count(struct events *events, struct database *db, struct err *err)
{
	struct hasher hasher = { .letters = STRBUF_INIT };
	int rc = statement_open(&hasher.st, db, text_sql, err);

	for (size_t i = 0; rc == 0 && i < events->list.count; i++)
		rc = count_event(events, &events->list.items[i], &hasher, err);
	statement_close(hasher.st);
	strbuf_release(&hasher.letters);
	return rc;
}
