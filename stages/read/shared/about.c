#include "about.h"

#include "date_facts.h"
#include "phrases.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	TEXT = 32 * 1024,    /* bytes that are looked at */
	BEGINNING = 256,     /* of a paragraph */
	OPENING = 12,        /* paragraphs in which a report speaks of itself */
	PLAIN = 3,           /* paragraphs that make a country plain */
	CHAPTERS = 5,        /* countries that make a report one on many, */
	CHAPTERS_LEAST = 2,  /* where its title names none */
	LISTED = 3,          /* countries of a paragraph that tells of none of
	                        them */
	HEADING = 40,        /* bytes of a country's name as a heading */
	COUNTRIES = 64       /* that are counted apart */
};

struct count {
	struct str code;
	size_t paragraphs;
};

struct about {
	const struct knowledge *knowledge;
	struct country_words *words;
	struct country_words *places; /* NULL until they are needed */
	struct phrases *studies;      /* words for the report itself */
	struct document text;         /* of holds_study: its tokens */
	struct country_hits hits;     /* reused, as the rest */
	struct phrase_matches matches;
	struct pieces pieces;
	struct offsets sentences;
};

static int load_studies(struct about *about, struct err *err)
{
	const struct date_facts *dates;
	int rc = lexicons_dates(about->knowledge->lexicons, &dates, err);

	for (size_t i = 0; rc == 0 && i < dates->count; i++)
		if (dates->items[i].kind == DATE_KIND_STUDY)
			phrases_add_forms(about->studies, LANG_UND,
					  dates->items[i].form, 0);
	return rc;
}

int about_open(struct about **out, const struct knowledge *knowledge,
	       struct err *err)
{
	struct about *about = memory_get(sizeof *about);
	int rc;

	*about = (struct about){ .knowledge = knowledge };
	document_init(&about->text, knowledge->words);
	about->studies = phrases_new(knowledge);
	rc = country_words_share(&about->words, knowledge, err);
	if (rc == 0)
		rc = load_studies(about, err);
	if (rc < 0) {
		about_close(about);
		about = NULL;
	}
	*out = about;
	return rc;
}

void about_close(struct about *about)
{
	if (!about)
		return;
	country_words_close(about->places);
	phrases_free(about->studies);
	document_release(&about->text);
	list_free(about->hits.items);
	list_free(about->matches.items);
	list_free(about->pieces.items);
	list_free(about->sentences.items);
	free(about);
}

static void keep_names(struct country_hits *hits)
{
	size_t kept = 0;

	for (size_t i = 0; i < hits->count; i++)
		if (!hits->items[i].adjective && !hits->items[i].doubtful)
			hits->items[kept++] = hits->items[i];
	hits->count = kept;
}

/* The beginning of a paragraph tells its language. */
static lang_id lang_of(const struct about *about, struct str text, lang_id lang)
{
	size_t len = text.len < BEGINNING ? text.len : BEGINNING;

	while (len < text.len && len > 0 &&
	       ((unsigned char)text.data[len] & 0xc0) == 0x80)
		len--;
	text = str_slice(text, 0, len);
	return languages_guess(about->knowledge->languages, text, lang);
}

static void read_hits(struct about *about, struct str text, lang_id lang)
{
	about->hits.count = 0;
	country_words_read(about->words, text, lang_of(about, text, lang),
			   &about->hits);
}

/* Adjectives tell whose it is ("the Polish mission in Azerbaijan"): they count
 * where there is no name. */
static void prefer_names(struct country_hits *hits)
{
	size_t kept = 0;

	for (size_t i = 0; i < hits->count; i++)
		if (!hits->items[i].adjective)
			hits->items[kept++] = hits->items[i];
	if (kept > 0)
		hits->count = kept;
}

/* "Jordan Whitfield": a name that is a person's too, before another word with a
 * capital. */
static bool may_be_person(const struct about *about, struct str text,
			  const struct country_hit *hit)
{
	size_t at;

	if (!hit->doubtful)
		return false;
	at = country_words_range(about->words, hit).end;
	return at + 1 < text.len && text.data[at++] == ' ' &&
	       utf8_is_upper(utf8_next(text, &at));
}

/* False where none of the first `count` title lines names a country. *doubtful:
 * it may be a person's name. */
static bool title_country(struct about *about, const struct title *title,
			  size_t count, lang_id lang, struct str *code,
			  bool *doubtful)
{
	*doubtful = false;
	for (int adjectives = 0; adjectives < 2; adjectives++)
		for (size_t i = 0; i < count; i++) {
			struct str line = title->lines.items[i];

			read_hits(about, line, lang);
			prefer_names(&about->hits);
			if (about->hits.count == 0 ||
			    (!adjectives && about->hits.items[0].adjective))
				continue;
			*code = country_hits_code(&about->hits);
			*doubtful = about->hits.count == 1 &&
				    may_be_person(about, line,
						  about->hits.items);
			return true;
		}
	return false;
}

static bool holds_study(struct about *about, struct str text, lang_id lang)
{
	struct document *doc = &about->text;

	about->pieces.count = 0;
	about->matches.count = 0;
	LIST_CLEAR(&doc->tokens);
	languages_split(about->knowledge->languages, lang, text,
			&about->pieces);
	for (size_t i = 0; i < about->pieces.count; i++)
		*LIST_ADD(&doc->tokens) = (struct token){
			.form = about->pieces.items[i].form, .lang = lang
		};
	for (size_t t = 0; t < doc->tokens.count; t++)
		phrases_match(about->studies, doc, t, doc->tokens.count,
			      &about->matches);
	return about->matches.count > 0;
}

/* The country that a sentence on the report itself names alone. */
static struct str told_by(struct about *about, struct str text, lang_id lang)
{
	uint32_t start = 0;

	lang = lang_of(about, text, lang);
	about->sentences.count = 0;
	languages_sentences(about->knowledge->languages, lang, text,
			    &about->sentences);
	for (size_t i = 0; i < about->sentences.count; i++) {
		struct str sentence = str_slice(text, start,
						about->sentences.items[i]);

		start = about->sentences.items[i];
		if (!holds_study(about, sentence, lang))
			continue;
		read_hits(about, sentence, lang);
		keep_names(&about->hits);
		if (country_hits_code(&about->hits).len > 0)
			return country_hits_code(&about->hits);
	}
	return STR_NONE;
}

static bool is_running(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM;
}

static struct str told_in_opening(struct about *about,
				  const struct document *doc, size_t first,
				  lang_id lang)
{
	struct str code = STR_NONE;
	size_t end = first + OPENING;

	for (size_t i = first; i < doc->paragraphs.count && i < end &&
			       code.len == 0; i++)
		if (is_running(&doc->paragraphs.items[i]))
			code = told_by(about, doc->paragraphs.items[i].text,
				       lang);
	return code;
}

static size_t count_codes(const struct country_hits *hits)
{
	size_t codes = 0;

	for (size_t i = 0; i < hits->count; i++) {
		size_t before = 0;

		while (before < i && !str_equal(hits->items[before].code,
						hits->items[i].code))
			before++;
		codes += before == i;
	}
	return codes;
}

/* Each country counts once a paragraph. */
static void add_counts(const struct country_hits *hits, struct count *counts,
		       size_t most, size_t *count)
{
	for (size_t i = 0; i < hits->count; i++) {
		struct str code = hits->items[i].code;
		size_t at = 0;
		bool again = false;

		for (size_t before = 0; before < i; before++)
			again |= str_equal(hits->items[before].code, code);
		while (at < *count && !str_equal(counts[at].code, code))
			at++;
		if (again || at == most)
			continue;
		if (at == *count)
			counts[(*count)++] = (struct count){ code, 0 };
		counts[at].paragraphs++;
	}
}

/* Which countries a text is told of, by their names and those of their towns. */
struct tally {
	struct count counts[COUNTRIES];
	size_t count;
	size_t paragraphs;   /* that tell of any */
	bool early;          /* the first paragraph names one */
};

/* Names that are persons' too count here, where towns must tell the same. */
static void keep_countries(struct about *about, struct str text)
{
	struct country_hits *hits = &about->hits;
	size_t kept = 0;

	for (size_t i = 0; i < hits->count; i++)
		if (!hits->items[i].adjective &&
		    !may_be_person(about, text, &hits->items[i]))
			hits->items[kept++] = hits->items[i];
	hits->count = kept;
}

static int need_places(struct about *about, struct err *err)
{
	return about->places ? 0
		: country_words_open_places(&about->places, about->knowledge,
					    err);
}

/* Count the paragraphs of the beginning that tell of each country: by its own
 * name, or with `towns` by those of its towns too. */
static void count_told(struct about *about, const struct document *doc,
		       size_t first, lang_id lang, bool towns,
		       struct tally *tally)
{
	size_t bytes = 0;

	tally->count = tally->paragraphs = 0;
	tally->early = false;
	for (size_t i = first; i < doc->paragraphs.count && bytes < TEXT; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		bool listed;

		if (!is_running(par))
			continue;
		read_hits(about, par->text, lang);
		keep_countries(about, par->text);
		tally->early |= bytes == 0 && about->hits.count > 0;
		listed = count_codes(&about->hits) >= LISTED;
		if (listed)
			about->hits.count = 0;
		if (towns) {
			country_words_read(about->places, par->text,
					   lang_of(about, par->text, lang),
					   &about->hits);
			keep_names(&about->hits);
		}
		add_counts(&about->hits, tally->counts, COUNTRIES,
			   &tally->count);
		tally->paragraphs += listed || about->hits.count > 0;
		bytes += par->text.len;
	}
}

static bool is_named(const struct tally *tally, struct str code)
{
	for (size_t i = 0; i < tally->count; i++)
		if (str_equal(tally->counts[i].code, code))
			return true;
	return false;
}

/* The country that most paragraphs tell of; NULL where another is told of in
 * more than half as many. */
static const struct count *plainest(const struct tally *told)
{
	const struct count *best = NULL, *second = NULL;

	for (size_t i = 0; i < told->count; i++) {
		const struct count *one = &told->counts[i];

		if (!best || one->paragraphs > best->paragraphs) {
			second = best;
			best = one;
		} else if (!second || one->paragraphs > second->paragraphs) {
			second = one;
		}
	}
	return second && second->paragraphs * 2 > best->paragraphs ? NULL
								   : best;
}

/* A country is plain where it is named and two thirds of the paragraphs that
 * tell of any tell of it: three, or two of them, or the first alone. */
static int most_named(struct about *about, const struct document *doc,
		      size_t first, lang_id lang, struct str *code,
		      struct err *err)
{
	struct tally names, told;
	const struct count *best;
	int rc;

	count_told(about, doc, first, lang, false, &names);
	if (names.count == 0)
		return 0;
	rc = need_places(about, err);
	if (rc < 0)
		return rc;
	count_told(about, doc, first, lang, true, &told);
	best = plainest(&told);
	if (best && best->paragraphs * 3 >= told.paragraphs * 2 &&
	    is_named(&names, best->code) &&
	    (best->paragraphs >= PLAIN ||
	     (told.early && (told.count == 1 || best->paragraphs > 1)) ||
	     (told.count == 1 && best->paragraphs > 1)))
		*code = best->code;
	return 0;
}

/* The first paragraph behind the title. */
static size_t behind_title(const struct document *doc,
			   const struct title *title)
{
	size_t count = title->lines.count, i = 0;

	if (count == 0)
		return 0;
	while (i < doc->paragraphs.count &&
	       doc->paragraphs.items[i].text.data !=
		       title->lines.items[count - 1].data)
		i++;
	return i < doc->paragraphs.count ? i + 1 : 0;
}

/* How many countries' names are headings, counted up to CHAPTERS: a report with
 * chapters on many is about none of them, whichever is the first. */
static size_t count_chapters(struct about *about, const struct document *doc,
			 lang_id lang)
{
	struct count counts[CHAPTERS];
	size_t count = 0;

	for (size_t i = 0; i < doc->paragraphs.count && count < CHAPTERS; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];

		if (par->text.len > HEADING || par->kind == PARAGRAPH_ROW ||
		    par->kind == PARAGRAPH_FURNITURE)
			continue;
		about->hits.count = 0;
		country_words_read(about->words, par->text, lang,
				   &about->hits);
		keep_names(&about->hits);
		if (about->hits.count == 1 && about->hits.items[0].first == 0 &&
		    about->hits.items[0].end ==
			    country_words_length(about->words))
			add_counts(&about->hits, counts, CHAPTERS, &count);
	}
	return count;
}

int about_country(struct about *about, const struct document *doc,
		  const struct title *title, lang_id lang, struct str *code,
		  struct err *err)
{
	size_t first = behind_title(doc, title);
	size_t chapters = count_chapters(about, doc, lang);
	size_t lines = title->lines.count;
	struct str told = STR_NONE;
	bool doubtful;
	int rc;

	*code = STR_NONE;
	if (chapters == CHAPTERS)
		return 0;
	if (lines > 0 && chapters >= CHAPTERS_LEAST)
		lines = 1; /* the first chapter's heading may look like more */
	if (title_country(about, title, lines, lang, code, &doubtful) &&
	    !doubtful)
		return 0;
	if (chapters >= CHAPTERS_LEAST)
		return 0;
	told = told_in_opening(about, doc, first, lang);
	rc = told.len > 0 ? 0 : most_named(about, doc, first, lang, &told, err);
	if (rc < 0)
		return rc;
	if (told.len > 0)
		*code = told;
	return 0;
}
