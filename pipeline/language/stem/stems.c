#include "stems.h"

#include "utf8.h"

#include <stdio.h>

enum {
	NAME_SIZE = 64,
	IN_USE = 3,      /* the weight of a lexeme that is found as a word */
	SHORT = 3,       /* letters of words that are not cut: ТОО is no то */
	RUN = 3, SHORTEST_DRAWN = 3          /* a letter that stands so often stands for emphasis */
};

static int open_snowball(struct stemmer *stemmer, struct str name,
			 struct err *err)
{
	char algorithm[NAME_SIZE];

	snprintf(algorithm, sizeof algorithm, "%.*s", STR_ARGS(name));
	stemmer->snowball = snowball_new(algorithm);
	return stemmer->snowball ? 0
		: err_set(err, ERR_FORMAT, "'%s' is no stemmer", algorithm);
}

int stemmer_open(struct stemmer *stemmer, struct str name,
		 struct lexicons *lexicons, struct str code, struct err *err)
{
	int rc = 0;

	*stemmer = (struct stemmer){ .snowball = NULL };
	if (name.len == 0)
		return 0;
	if (str_equal(name, STR("suffixes")))
		rc = suffixes_open(&stemmer->suffixes, lexicons, code, err);
	else
		rc = open_snowball(stemmer, name, err);
	if (rc == 0 && stemmer->snowball)
		rc = inflections_open(&stemmer->inflections, lexicons, code,
				      err);
	if (rc == 0)
		rc = lexicons_tell(lexicons,
				   lexemes_open(&stemmer->lexemes,
						lexicons_folder(lexicons), code,
						err), err);
	if (rc < 0)
		stemmer_close(stemmer);
	return rc;
}

void stemmer_close(struct stemmer *stemmer)
{
	if (stemmer->snowball)
		snowball_free(stemmer->snowball);
	inflections_close(stemmer->inflections);
	suffixes_close(stemmer->suffixes);
	lexemes_close(&stemmer->lexemes);
	*stemmer = (struct stemmer){ .snowball = NULL };
}

/* й and other letters that keep their mark are one code point in NFC. Returns
 * whether a Latin letter lost its mark. */
static bool add_plain(const struct stemmer *stemmer, struct strbuf *out,
		      struct str word)
{
	bool lost = false;

	for (size_t at = 0; at < word.len;) {
		uint32_t c = stem_letter(utf8_next(word, &at));

		if (c == 0x301 || c == 0x300 || utf8_is_format(c))
			continue;
		if (c >= 0x80 && !stemmer->suffixes && utf8_is_latin(c)) {
			lost = lost || utf8_plain_char(c) != c;
			c = utf8_plain_char(c);
		}
		utf8_add(out, c == 0x2019 ? '\'' : c);
	}
	return lost;
}

/* The text with letters that stand RUN times or more standing `most` times.
 * False where there are none. */
static bool shorten(struct str text, size_t most, struct strbuf *out)
{
	bool found = false;

	strbuf_clear(out);
	for (size_t at = 0, end; at < text.len; at = end) {
		uint32_t c;
		size_t count = 1, next;

		end = at;
		c = utf8_next(text, &end);
		for (next = end; next < text.len && utf8_next(text, &next) == c;
		     end = next)
			count++;
		if (count >= RUN && utf8_is_letter(c)) {
			found = true;
			count = most;
		}
		while (count-- > 0)
			utf8_add(out, c);
	}
	return found;
}

/* A word with letters drawn out, as they stand in the lexemes (prettty, soooo):
 * twice or once. */
/* A number in Roman figures is not drawn out. */
static bool is_roman(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!word.data[i] || !strchr("ivxlcdm", word.data[i]))
			return false;
	return true;
}

static bool find_drawn_out(struct stemmer *stemmer, struct str word,
			   struct lexeme *found)
{
	struct strbuf less = STRBUF_INIT;
	bool known = false;

	for (size_t most = RUN - 1; most > 0 && !known; most--) {
		size_t left;

		if (!shorten(word, most, &less))
			break;
		left = utf8_chars(strbuf_view(&less));
		known = (left >= SHORTEST_DRAWN ||
			 (left > 1 && utf8_chars(word) > left + RUN - 1)) &&
			lexemes_find(&stemmer->lexemes, strbuf_view(&less),
				     found) &&
			found->weight >= IN_USE && !is_roman(word);
	}
	strbuf_release(&less);
	found->certain = false;
	return known;
}

/* returns whether the tables know the word as a whole */
static bool strip(const struct stemmer *stemmer, struct strbuf *word)
{
	if (stemmer->snowball && utf8_chars(strbuf_view(word)) <= SHORT)
		return false;
	if (stemmer->inflections) {
		inflections_strip(stemmer->inflections, stemmer->snowball,
				  word);
	} else if (stemmer->snowball) {
		struct str stem = snowball_stem(stemmer->snowball,
						strbuf_view(word));

		strbuf_clear(word);
		strbuf_add(word, stem);
	} else if (stemmer->suffixes) {
		return suffixes_strip(stemmer->suffixes, word);
	}
	return false;
}

/* The last part of a word with a hyphen is a word of its own, which is inflected
 * as that: 274-бабы, пресс-службы. */
static bool stem_last(struct stemmer *stemmer, struct str word,
		      struct strbuf *out)
{
	struct strbuf last = STRBUF_INIT;
	size_t at = word.len;

	while (at > 0 && word.data[at - 1] != '-')
		at--;
	if (at < 2 || at == word.len)
		return false;
	stemmer_stem(stemmer, str_slice(word, at, word.len), &last);
	strbuf_clear(out);
	add_plain(stemmer, out, str_slice(word, 0, at));
	strbuf_add(out, strbuf_view(&last));
	strbuf_release(&last);
	return true;
}

static bool is_lemma(const struct stemmer *stemmer, struct str word,
		     struct str stem)
{
	struct strbuf lemma = STRBUF_INIT;
	bool is = stemmer->suffixes &&
		  suffixes_lemma(stemmer->suffixes, word, &lemma) &&
		  str_equal(strbuf_view(&lemma), stem);

	strbuf_release(&lemma);
	return is;
}

bool stemmer_is_ending(const struct stemmer *stemmer, struct str text)
{
	return stemmer->suffixes && suffixes_is_ending(stemmer->suffixes, text);
}

bool stemmer_stem(struct stemmer *stemmer, struct str word, struct strbuf *out)
{
	struct lexeme found;
	bool is_marked;

	strbuf_clear(out);
	is_marked = add_plain(stemmer, out, word);
	if (lexemes_find(&stemmer->lexemes, strbuf_view(out), &found) ||
	    find_drawn_out(stemmer, strbuf_view(out), &found)) {
		struct str lemma = { found.text, found.len };

		strbuf_clear(out);
		if (!str_equal(lemma, STR("-")))
			strbuf_add(out, lemma);
		return found.certain && !is_marked && out->len > 0;
	}
	if (!strip(stemmer, out) && stem_last(stemmer, word, out))
		return false;
	if (out->len == 0)
		strbuf_add(out, word);
	return is_lemma(stemmer, word, strbuf_view(out));
}

bool stemmer_in_use(struct stemmer *stemmer, struct str form)
{
	struct lexeme found;

	if (stemmer->suffixes)
		return suffixes_know(stemmer->suffixes, form);
	return lexemes_find(&stemmer->lexemes, form, &found) &&
	       found.weight >= IN_USE;
}

bool stemmer_ends(struct stemmer *stemmer, struct str word, size_t edge)
{
	struct strbuf stem = STRBUF_INIT, other = STRBUF_INIT;
	bool is_same;

	if (stemmer->suffixes)
		return stemmer_is_ending(stemmer, str_slice(word, edge,
							    word.len));
	stemmer_stem(stemmer, word, &stem);
	stemmer_stem(stemmer, str_slice(word, 0, edge), &other);
	is_same = str_equal(strbuf_view(&stem), strbuf_view(&other));
	strbuf_release(&stem);
	strbuf_release(&other);
	return is_same;
}

bool stemmer_find_lemma(struct stemmer *stemmer, struct str word,
			struct strbuf *out)
{
	struct lexeme found;
	bool has;

	strbuf_clear(out);
	add_plain(stemmer, out, word);
	has = lexemes_find(&stemmer->lexemes, strbuf_view(out), &found);
	strbuf_clear(out);
	if (has)
		strbuf_add(out, (struct str){ found.text, found.len });
	return has || (stemmer->suffixes &&
		       suffixes_lemma(stemmer->suffixes, word, out));
}

void stemmer_stem_also(struct stemmer *stemmer, struct str word,
		       struct strbuf *out)
{
	if (!stemmer->suffixes) {
		stemmer_stem(stemmer, word, out);
		return;
	}
	strbuf_clear(out);
	add_plain(stemmer, out, word);
	suffixes_strip_latin(stemmer->suffixes, out);
}

bool stemmer_may_shift(struct stemmer *stemmer, struct str word)
{
	return lexemes_may_shift(&stemmer->lexemes, word) ||
	       (stemmer->suffixes &&
		suffixes_begin_shifted(stemmer->suffixes, word));
}

bool stemmer_keeps_short(struct stemmer *stemmer, struct str word)
{
	size_t at = 0;
	uint32_t first = utf8_fold_char(utf8_next(word, &at));

	if (!stemmer->snowball || !stemmer->lexemes.bases.bytes ||
	    lexemes_has_letter(&stemmer->lexemes, stem_letter(first)))
		return false;
	while (at < word.len)
		if (utf8_fold_char(utf8_next(word, &at)) != first)
			return true;
	return false;
}

bool stemmer_names(struct stemmer *stemmer, struct str form)
{
	return lexemes_reads(&stemmer->lexemes, form) ||
	       (stemmer->suffixes &&
		suffixes_may_shift(stemmer->suffixes, form));
}

bool stemmer_knows(struct stemmer *stemmer, struct str word)
{
	struct strbuf plain = STRBUF_INIT;
	bool knows;

	add_plain(stemmer, &plain, word);
	knows = lexemes_know(&stemmer->lexemes, strbuf_view(&plain)) ||
		(stemmer->suffixes &&
		 suffixes_know(stemmer->suffixes, strbuf_view(&plain)));
	strbuf_release(&plain);
	return knows;
}

void stemmer_root(struct stemmer *stemmer, struct str word,
		  struct strbuf *out)
{
	struct str root;

	if (!stemmer->snowball) {
		stemmer_stem(stemmer, word, out);
		return;
	}
	strbuf_clear(out);
	add_plain(stemmer, out, word);
	root = snowball_stem(stemmer->snowball, strbuf_view(out));
	strbuf_clear(out);
	strbuf_add(out, root);
}
