#include "stems.h"

#include "utf8.h"

#include <stdio.h>

enum { NAME_SIZE = 64 };

int stemmer_open(struct stemmer *stemmer, struct str name, const char *folder,
		 struct str code, struct err *err)
{
	char algorithm[NAME_SIZE];
	int rc;

	*stemmer = (struct stemmer){ 0 };
	rc = lexemes_open(&stemmer->lexemes, folder, code, err);
	if (rc < 0 || name.len == 0)
		return rc;
	if (str_equal(name, STR("suffixes")))
		return suffixes_load(&stemmer->suffixes, folder, code, err);
	snprintf(algorithm, sizeof algorithm, "%.*s", STR_ARGS(name));
	stemmer->snowball = snowball_new(algorithm);
	if (stemmer->snowball)
		return 0;
	return err_set(err, ERR_FORMAT, "'%s' is no stemmer", algorithm);
}

void stemmer_close(struct stemmer *stemmer)
{
	if (stemmer->snowball)
		snowball_free(stemmer->snowball);
	suffixes_free(stemmer->suffixes);
	lexemes_close(&stemmer->lexemes);
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

static void cut(const struct stemmer *stemmer, struct str word,
		struct strbuf *out)
{
	if (stemmer->snowball) {
		struct str stem = snowball_stem(stemmer->snowball,
						strbuf_view(out));

		strbuf_clear(out);
		strbuf_add(out, stem);
	} else if (stemmer->suffixes) {
		suffixes_strip(stemmer->suffixes, out);
	}
	if (out->len == 0)
		strbuf_add(out, word);
}

bool stemmer_stem(struct stemmer *stemmer, struct str word,
		  struct strbuf *out)
{
	struct lexeme found;

	strbuf_clear(out);
	add_plain(out, word);
	if (!lexemes_find(&stemmer->lexemes, strbuf_view(out), &found)) {
		cut(stemmer, word, out);
		return false;
	}
	strbuf_clear(out);
	strbuf_add(out, (struct str){ found.text, found.len });
	return found.certain;
}

void stemmer_cut(const struct stemmer *stemmer, struct str word,
		 struct strbuf *out)
{
	strbuf_clear(out);
	add_plain(out, word);
	cut(stemmer, word, out);
}
