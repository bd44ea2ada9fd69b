#include "stems.h"

#include "inflections.h"
#include "lexicons.h"
#include "utf8.h"

#include <stdio.h>

enum { NAME_SIZE = 64 };

static int load_lemmas(struct stemmer *stemmer, const char *folder,
		       struct str code, struct err *err)
{
	struct table *table = &stemmer->lemmas;
	char path[NAME_SIZE];
	int form, rc;

	snprintf(path, sizeof path, "%.*s/lemmas.tsv", STR_ARGS(code));
	rc = lexicons_load(table, folder, path, "form lemma", err);
	if (rc < 0)
		return rc == ERR_MISSING ? 0 : rc;
	form = table_column(table, "form");
	for (size_t row = 0; row < table->row_count; row++)
		forms_add(&stemmer->lemma_of, table_cell(table, row, form),
			  (uint32_t)row + 1);
	return 0;
}

static int open_snowball(struct stemmer *stemmer, struct str name,
			 struct err *err)
{
	char algorithm[NAME_SIZE];

	snprintf(algorithm, sizeof algorithm, "%.*s", STR_ARGS(name));
	stemmer->snowball = snowball_new(algorithm);
	if (!stemmer->snowball)
		return err_set(err, ERR_FORMAT, "'%s' is no stemmer",
			       algorithm);
	if (str_equal(name, STR("english")))
		stemmer->kind = STEM_ENGLISH;
	else if (str_equal(name, STR("russian")))
		stemmer->kind = STEM_RUSSIAN;
	return 0;
}

int stemmer_open(struct stemmer *stemmer, struct str name, const char *folder,
		 struct str code, struct err *err)
{
	int rc = 0;

	*stemmer = (struct stemmer){ .kind = STEM_SNOWBALL };
	if (name.len == 0)
		return 0;
	if (str_equal(name, STR("suffixes")))
		rc = suffixes_load(&stemmer->suffixes, folder, code, err);
	else
		rc = open_snowball(stemmer, name, err);
	if (rc == 0)
		rc = load_lemmas(stemmer, folder, code, err);
	if (rc < 0)
		stemmer_close(stemmer);
	return rc;
}

void stemmer_close(struct stemmer *stemmer)
{
	if (stemmer->snowball)
		snowball_free(stemmer->snowball);
	suffixes_free(stemmer->suffixes);
	table_release(&stemmer->lemmas);
	forms_release(&stemmer->lemma_of);
	*stemmer = (struct stemmer){ .kind = STEM_SNOWBALL };
}

/* й and other letters that keep their mark are one code point in NFC. */
static void add_plain(struct strbuf *out, struct str word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);

		if (c == 0x451)
			c = 0x435;
		if (c != 0x301 && c != 0x300 && !utf8_is_format(c))
			utf8_add(out, c == 0x2019 ? '\'' : c);
	}
}

/* The lemma of a plain word by the table; empty if it has none. */
static struct str lemma_of(const struct stemmer *stemmer, struct str word)
{
	const struct table *table = &stemmer->lemmas;
	uint32_t row = forms_find(&stemmer->lemma_of, word);

	return row ? table_cell(table, row - 1, table_column(table, "lemma"))
		   : STR_NONE;
}

static void strip(const struct stemmer *stemmer, struct strbuf *word)
{
	if (stemmer->kind == STEM_ENGLISH) {
		inflections_english(word);
	} else if (stemmer->kind == STEM_RUSSIAN) {
		inflections_russian(stemmer->snowball, word);
	} else if (stemmer->snowball) {
		struct str stem = snowball_stem(stemmer->snowball,
						strbuf_view(word));

		strbuf_clear(word);
		strbuf_add(word, stem);
	} else if (stemmer->suffixes) {
		suffixes_strip(stemmer->suffixes, word);
	}
}

/* A form that follows no rule has the stem of its lemma; a lemma that is its
 * own in the table is not cut. */
static bool take_irregular(const struct stemmer *stemmer, struct strbuf *word)
{
	struct str lemma = lemma_of(stemmer, strbuf_view(word));

	if (lemma.len == 0)
		return false;
	strbuf_clear(word);
	utf8_add_fold(word, lemma);
	return lemma_of(stemmer, strbuf_view(word)).len > 0;
}

void stemmer_stem(const struct stemmer *stemmer, struct str word,
		  struct strbuf *out)
{
	strbuf_clear(out);
	add_plain(out, word);
	if (!take_irregular(stemmer, out))
		strip(stemmer, out);
	if (out->len == 0)
		strbuf_add(out, word);
}

void stemmer_root(const struct stemmer *stemmer, struct str word,
		  struct strbuf *out)
{
	struct str root;

	if (!stemmer->snowball) {
		stemmer_stem(stemmer, word, out);
		return;
	}
	strbuf_clear(out);
	add_plain(out, word);
	root = snowball_stem(stemmer->snowball, strbuf_view(out));
	strbuf_clear(out);
	strbuf_add(out, root);
}
