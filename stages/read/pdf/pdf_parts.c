#include "pdf_parts.h"

#include "boxes.h"
#include "process.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
	SECONDS = 600,         /* for the whole document */
	WORKERS = 8,
	/* A part has to be worth a start of pdftotext, which reads the tables
	 * of the file anew: few pages at first, so that a report of thirty is
	 * shared out, and more later. */
	PART_PAGES = 12,
	PART_DOUBLINGS = 5
};

#define MEMORY ((size_t)4 << 30)

struct part {
	unsigned first, last;  /* pages, from 1 */
	struct pages pages;    /* without the lists that are made later */
	struct err damage, err;
	int rc;
};

struct parts {
	pthread_mutex_t lock;  /* of all that follows */
	LIST(struct part *) list;
	size_t words;          /* of all parts that have been read */
	bool ended;            /* no part after these is of use */

	int file;              /* these stay as they are */
	time_t deadline;
	unsigned workers;
};

static time_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec;
}

static int take(void *data, struct str bytes, struct err *err)
{
	return boxes_take(data, bytes, err);
}

static bool says(const struct process_end *end, const char *words)
{
	return strstr(end->said, words) != NULL;
}

static int explain(const struct process_end *end, struct err *err)
{
	if (end->timed_out)
		return err_set(err, ERR_LIMIT,
			       "pdftotext took more than %d seconds", SECONDS);
	if (end->signal)
		return err_set(err, ERR_FORMAT,
			       "pdftotext was ended by signal %d",
			       end->signal);
	if (says(end, "Incorrect password"))
		return err_set(err, ERR_FORMAT,
			       "an encrypted PDF: it opens with a password "
			       "only (take it off with 'qpdf --decrypt')");
	return err_set(err, ERR_FORMAT, "not a PDF that can be read: %s",
		       end->said[0] ? end->said : "pdftotext failed");
}

static int run(const struct parts *parts, struct part *part,
	       struct boxes *boxes)
{
	char first[16], last[16];
	/* by name: poppler takes longer over "-" where a file is large */
	const char *const arguments[] = {
		"pdftotext", "-bbox-layout", "-cropbox", "-enc", "UTF-8",
		"-f", first, "-l", last, "/dev/fd/0", "-", NULL
	};
	time_t left = parts->deadline - now();
	struct process process = {
		arguments, parts->file, left > 0 ? (unsigned)left : 1, MEMORY,
		take, boxes
	};
	struct process_end end;
	int rc;

	snprintf(first, sizeof first, "%u", part->first);
	snprintf(last, sizeof last, "%u", part->last);
	rc = process_run(&process, &end, &part->err);
	if (rc == ERR_MISSING)
		return err_set(&part->err, rc, "pdftotext is not there, which "
			       "reads PDF: install the package poppler-utils");
	if (rc < 0)
		return rc;
	if (part->first > 1 && says(&end, "Wrong page range"))
		return 0;
	if (end.status != 0)
		return explain(&end, &part->err);
	if (says(&end, "Syntax Error"))
		err_set(&part->damage, ERR_FORMAT, "a damaged PDF, some of its "
			"text may be missing (%s)", end.said);
	return boxes_end(boxes, &part->err);
}

/* The next pages to be read; NULL when the document has ended. */
static struct part *begin_part(struct parts *parts)
{
	struct part *part = NULL;

	pthread_mutex_lock(&parts->lock);
	if (!parts->ended) {
		size_t count = parts->list.count;
		size_t doublings = count / parts->workers;
		unsigned before = 0;

		if (count > 0)
			before = parts->list.items[count - 1]->last;
		if (doublings > PART_DOUBLINGS)
			doublings = PART_DOUBLINGS;
		part = memory_get(sizeof *part);
		*part = (struct part){
			.first = before + 1,
			.last = before + ((unsigned)PART_PAGES << doublings),
			.damage = ERR_INIT, .err = ERR_INIT
		};
		if (parts->workers == 1)
			part->last = INT32_MAX;
		*LIST_ADD(&parts->list) = part;
	}
	pthread_mutex_unlock(&parts->lock);
	return part;
}

static bool is_short(const struct part *part)
{
	return part->pages.pages.count < part->last - part->first + 1;
}

static void *work(void *data)
{
	struct parts *parts = data;
	struct part *part;

	while ((part = begin_part(parts))) {
		struct boxes *boxes = boxes_new(&part->pages);

		part->rc = run(parts, part, boxes);
		boxes_free(boxes);
		pthread_mutex_lock(&parts->lock);
		parts->words += part->pages.words.count;
		if (part->rc < 0 || is_short(part) ||
		    parts->words > PAGES_WORDS)
			parts->ended = true;
		pthread_mutex_unlock(&parts->lock);
	}
	return NULL;
}

/* This thread is one of the workers; fewer than asked for will do. */
static void work_together(struct parts *parts)
{
	pthread_t threads[WORKERS];
	unsigned count = 0;

	while (count + 1 < parts->workers &&
	       pthread_create(&threads[count], NULL, work, parts) == 0)
		count++;
	work(parts);
	while (count > 0)
		pthread_join(threads[--count], NULL);
}

static int append(struct pages *pages, struct pages *more, struct err *err)
{
	size_t text = pages->text.len, words = pages->words.count;
	uint32_t groups = words ? pages->words.items[words - 1].group + 1 : 0;

	if (words + more->words.count > PAGES_WORDS ||
	    text + more->text.len > UINT32_MAX)
		return err_set(err, ERR_LIMIT, "more than %d words",
			       PAGES_WORDS);
	strbuf_add(&pages->text, strbuf_view(&more->text));
	for (size_t i = 0; i < more->words.count; i++) {
		struct page_word *word = LIST_ADD(&pages->words);

		*word = more->words.items[i];
		word->text += (uint32_t)text;
		word->group += groups;
	}
	for (size_t i = 0; i < more->pages.count; i++) {
		struct page *page = LIST_ADD(&pages->pages);

		*page = more->pages.items[i];
		page->first_word += words;
	}
	return 0;
}

/* The parts up to the first that is short, or to the first error. */
static int join(struct pages *pages, struct parts *parts, struct err *damage,
		struct err *err)
{
	int rc = 0;

	for (size_t i = 0; i < parts->list.count; i++) {
		struct part *part = parts->list.items[i];

		rc = part->rc;
		if (rc < 0)
			return err_set(err, rc, "%s", part->err.text);
		if (part->damage.code && !damage->code)
			*damage = part->damage;
		if (i == 0) { /* mostly the only one */
			*pages = part->pages;
			part->pages = (struct pages){ .size = 0 };
		} else {
			rc = append(pages, &part->pages, err);
		}
		if (rc < 0 || pages->pages.count < part->last)
			break;
		pages_release(&part->pages);
	}
	return rc;
}

static unsigned processors(void)
{
	cpu_set_t set;
	int count = 1;

	if (sched_getaffinity(0, sizeof set, &set) == 0)
		count = CPU_COUNT(&set);
	return count < 1 ? 1 : count > WORKERS ? WORKERS : (unsigned)count;
}

int pdf_parts_read(struct pages *pages, struct str raw, struct err *damage,
		   struct err *err)
{
	struct parts parts = {
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.file = process_file(raw, err),
		.deadline = now() + SECONDS,
		.workers = processors()
	};
	int rc = parts.file;

	if (rc >= 0) {
		work_together(&parts);
		close(parts.file);
		rc = join(pages, &parts, damage, err);
	}
	for (size_t i = 0; i < parts.list.count; i++) {
		pages_release(&parts.list.items[i]->pages);
		free(parts.list.items[i]);
	}
	LIST_RELEASE(&parts.list);
	return rc;
}
