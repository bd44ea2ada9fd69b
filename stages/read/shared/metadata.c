#include "metadata.h"

#include "about.h"
#include "covers.h"
#include "title.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	YEARS_AMONG = 1 << 20, /* bytes in which years are counted */
	SAMPLE = 16 * 1024     /* bytes that tell the language */
};

struct metadata {
	const struct knowledge *knowledge;
	struct title_rules *titles;   /* each NULL until it is needed */
	struct covers_rules *covers;
	struct about *about;
};

static int need_titles(struct metadata *metadata, struct err *err)
{
	return metadata->titles ? 0
		: title_rules_open(&metadata->titles,
				   metadata->knowledge->lexicons, err);
}

static int need_covers(struct metadata *metadata, struct err *err)
{
	return metadata->covers ? 0
		: covers_rules_open(&metadata->covers,
				    metadata->knowledge->lexicons, err);
}

static int need_about(struct metadata *metadata, struct err *err)
{
	return metadata->about ? 0
		: about_open(&metadata->about, metadata->knowledge, err);
}

int metadata_load(struct metadata *metadata, struct err *err)
{
	int rc = need_titles(metadata, err);

	if (rc == 0)
		rc = need_covers(metadata, err);
	return rc == 0 ? need_about(metadata, err) : rc;
}

struct metadata *metadata_new(const struct knowledge *knowledge)
{
	struct metadata *metadata = memory_get(sizeof *metadata);

	*metadata = (struct metadata){ .knowledge = knowledge };
	return metadata;
}

void metadata_free(struct metadata *metadata)
{
	title_rules_close(metadata->titles);
	covers_rules_close(metadata->covers);
	about_close(metadata->about);
	free(metadata);
}

static struct str find_copyright_year(const struct document *doc)
{
	for (size_t i = doc->paragraphs.count; i-- > 0;) {
		struct str text = doc->paragraphs.items[i].text;
		size_t mark = str_find(text, STR("©"), 0);

		if (mark < text.len)
			return find_year(str_slice(text, mark, text.len));
	}
	return STR_NONE;
}

static size_t count_year(const struct document *doc, uint64_t year)
{
	struct str text = doc->source_text;
	char digits[24];
	size_t count = 0, at = 0;

	snprintf(digits, sizeof digits, "%04ju", (uintmax_t)year);
	if (text.len > YEARS_AMONG)
		text.len = YEARS_AMONG;
	while ((at = str_find(text, str_of(digits), at)) < text.len) {
		count++;
		at += 4;
	}
	return count;
}

/* A yearly report speaks most of the year it is about: that of its edition,
 * which its cover names once without being about it, or, as most do, the one
 * before. */
static uint64_t year_told(const struct document *doc, uint64_t edition)
{
	return count_year(doc, edition) > count_year(doc, edition - 1) + 1
		? edition : edition - 1;
}

static bool lacks(const struct document *doc, struct str key)
{
	return document_meta(doc, key).len == 0;
}

/* The year on the cover, which is none of a range of years that it covers. */
static void find_edition(struct document *doc, struct str title,
			 struct str period)
{
	struct str year = find_year(title);

	if (year.data != NULL && period.len > 0 &&
	    find_year(period).data == year.data &&
	    find_year(str_slice(period, 4 + (size_t)(year.data - period.data),
				period.len)).len > 0)
		year = find_year(str_slice(title, (size_t)(period.data -
							   title.data) +
							  period.len,
					   title.len));
	if (year.len == 0)
		year = find_year(str_file_name(
			document_meta(doc, STR("source"))));
	if (year.len == 0)
		year = find_copyright_year(doc);
	document_set_meta(doc, STR("edition"), year);
}

/* By paragraphs of the whole document: its first pages may be in another
 * language. */
static void find_language(const struct knowledge *knowledge,
			  struct document *doc)
{
	struct strbuf sample = STRBUF_INIT;
	size_t len = 0, step;

	for (size_t i = 0; i < doc->paragraphs.count; i++)
		len += doc->paragraphs.items[i].text.len;
	step = len / SAMPLE + 1;
	for (size_t i = 0; i < doc->paragraphs.count && sample.len < SAMPLE;
	     i += step) {
		strbuf_add(&sample, doc->paragraphs.items[i].text);
		strbuf_add_char(&sample, '\n');
	}
	document_set_meta(doc, STR("lang"),
			  languages_guess_code(knowledge->languages,
					       strbuf_view(&sample),
					       STR_NONE));
	strbuf_release(&sample);
}

/* Edition and years covered, which tell of each other. Years of other things
 * leave the text of the title. */
static int find_years(struct metadata *metadata, struct document *doc,
		      struct strbuf *title_text, struct err *err)
{
	struct strbuf said = STRBUF_INIT;
	struct str period, title;
	uint64_t edition;
	int rc = need_covers(metadata, err);

	if (rc < 0)
		return rc;
	covers_blank_others(metadata->covers, title_text);
	title = strbuf_view(title_text);
	covers_said(metadata->covers, doc, title, &said, &period);
	if (lacks(doc, STR("edition")))
		find_edition(doc, title, period);
	if (said.len == 0 && str_number(document_meta(doc, STR("edition")),
					9999, &edition) && edition > 0)
		strbuf_addf(&said, "%04ju",
			    (uintmax_t)year_told(doc, edition));
	if (lacks(doc, STR("covers")))
		document_set_meta(doc, STR("covers"), strbuf_view(&said));
	strbuf_release(&said);
	return 0;
}

static int find_country(struct metadata *metadata, struct document *doc,
			const struct title *title, struct err *err)
{
	const struct languages *languages = metadata->knowledge->languages;
	struct str code = STR_NONE;
	int rc = need_about(metadata, err);

	if (rc == 0)
		rc = about_country(metadata->about, doc, title,
				   languages_find(languages, document_meta(
					   doc, STR("lang"))), &code, err);
	if (rc == 0)
		document_set_meta(doc, STR("country"), code);
	return rc;
}

int metadata_find(struct metadata *metadata, struct document *doc,
		  struct err *err)
{
	struct title title = { .text = STRBUF_INIT };
	int rc = need_titles(metadata, err);

	if (rc < 0)
		return rc;
	title_find(metadata->titles, doc, &title);
	if (lacks(doc, STR("title")))
		document_set_meta(doc, STR("title"),
				  strbuf_view(&title.text));
	if (lacks(doc, STR("lang")))
		find_language(metadata->knowledge, doc);
	if (lacks(doc, STR("country")))
		rc = find_country(metadata, doc, &title, err);
	if (rc == 0 &&
	    (lacks(doc, STR("edition")) || lacks(doc, STR("covers"))))
		rc = find_years(metadata, doc, &title.text, err);
	title_release(&title);
	return rc;
}
