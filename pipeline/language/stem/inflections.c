#include "inflections.h"

#include <stdlib.h>

/* Where the regions R1 and R2 begin, and which y are consonants, are the
 * algorithm's own notions. */
static bool is_vowel(struct str word, size_t at)
{
	char c = word.data[at];

	if (c == 'y')
		return at > 0 && !is_vowel(word, at - 1);
	return strchr("aeiou", c) != NULL;
}

static size_t region_after(struct str word, size_t at)
{
	for (at++; at < word.len; at++)
		if (!is_vowel(word, at) && is_vowel(word, at - 1))
			return at + 1;
	return word.len;
}

static size_t region1(struct str word)
{
	static const char *const prefixes[] = { "gener", "commun", "arsen" };

	for (size_t i = 0; i < COUNT_OF(prefixes); i++)
		if (str_has_prefix(word, str_of(prefixes[i])))
			return strlen(prefixes[i]);
	return word.len > 0 ? region_after(word, 0) : 0;
}

static bool has_vowel(struct str word, size_t end)
{
	for (size_t i = 0; i < end; i++)
		if (is_vowel(word, i))
			return true;
	return false;
}

/* Does a short syllable end at byte `end`? */
static bool is_short_syllable(struct str word, size_t end)
{
	if (end == 2)
		return is_vowel(word, 0) && !is_vowel(word, 1);
	if (end < 3)
		return false;
	return !is_vowel(word, end - 3) && is_vowel(word, end - 2) &&
	       !is_vowel(word, end - 1) && !strchr("wx", word.data[end - 1]) &&
	       !(word.data[end - 1] == 'y');
}

static bool is_english(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((word.data[i] < 'a' || word.data[i] > 'z') &&
		    word.data[i] != '\'')
			return false;
	return word.len > 2;
}

static bool ends(const struct strbuf *word, const char *suffix)
{
	return str_has_suffix(strbuf_view(word), str_of(suffix));
}

static void cut(struct strbuf *word, size_t bytes)
{
	strbuf_truncate(word, word->len - bytes);
}

static void take_possessive(struct strbuf *word)
{
	if (ends(word, "'s"))
		cut(word, 2);
	else if (ends(word, "'"))
		cut(word, 1);
}

static void take_plural(struct strbuf *word)
{
	if (ends(word, "sses")) {
		cut(word, 2);
	} else if (ends(word, "ies")) {
		cut(word, word->len > 4 ? 3 : 1);
		if (!ends(word, "ie"))
			strbuf_add_char(word, 'y');
	} else if (ends(word, "s") && !ends(word, "ss") && !ends(word, "us") &&
		   !ends(word, "sis") &&
		   has_vowel(strbuf_view(word), word->len - 2)) {
		cut(word, 1);
	}
}

/* What -ed or -ing came off of: hopp(ing) is hop, hop(ing) is hope. */
static void restore(struct strbuf *word)
{
	static const char *const twice[] = {
		"bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"
	};

	if (ends(word, "at") || ends(word, "bl") || ends(word, "iz")) {
		strbuf_add_char(word, 'e');
		return;
	}
	for (size_t i = 0; i < COUNT_OF(twice); i++)
		if (word->len > 3 && ends(word, twice[i])) { /* not add */
			cut(word, 1);
			return;
		}
	if (region1(strbuf_view(word)) >= word->len &&
	    is_short_syllable(strbuf_view(word), word->len))
		strbuf_add_char(word, 'e');
}

static void take_verb_ending(struct strbuf *word)
{
	struct str view = strbuf_view(word);
	size_t len;

	if (ends(word, "eed")) {
		if (region1(view) <= view.len - 3)
			cut(word, 1);
		return;
	}
	if (ends(word, "ied") && view.len > 4) {
		cut(word, 3);
		strbuf_add_char(word, 'y');
		return;
	}
	len = ends(word, "ed") ? 2 : ends(word, "ing") ? 3 : 0;
	if (len > 0 && has_vowel(view, view.len - len)) {
		cut(word, len);
		restore(word);
	}
}

static void take_silent_e(struct strbuf *word)
{
	struct str view = strbuf_view(word);
	size_t one = region1(view), two = region_after(view, one), at;

	if (view.len < 3)
		return;
	at = view.len - 1;
	if (ends(word, "e")) {
		if (at >= two || (at >= one && !is_short_syllable(view, at)))
			cut(word, 1);
	} else if (ends(word, "ll") && at >= two) {
		cut(word, 1);
	}
}

void inflections_english(struct strbuf *word)
{
	if (!is_english(strbuf_view(word)))
		return;
	take_possessive(word);
	if (word->len < 3)
		return;
	take_plural(word);
	take_verb_ending(word);
	take_silent_e(word);
}

/* The longest of a NULL-terminated list that the word ends in, with `letters`
 * letters of two bytes before it; 0 = none. */
static size_t russian_ending(struct str word, const char *const *list,
			     size_t letters)
{
	size_t best = 0;

	for (; *list; list++) {
		size_t len = strlen(*list);

		if (len > best && word.len >= len + letters * 2 &&
		    str_has_suffix(word, str_of(*list)))
			best = len;
	}
	return best;
}

/* The bytes of -ся or -сь of a verb; nouns have it too (рукопись, карася). */
static size_t reflexive(struct str word)
{
	static const char *const before_sya[] = {
		"т", "ь", "л", "м", "й", "х", "ая", "яя", "ее", "ое", "ие",
		"ые", "ую", "юю", "его", "ого", "ему", "ому", NULL
	};
	static const char *const before_s[] = {
		"ла", "ли", "ло", "ю", "чу", "жу", "шу", "щу", "ну", "ду",
		"ги", "ти", "те", "вши", "ши", "я", NULL
	};
	struct str rest = word;

	if (word.len < 12)
		return 0;
	rest.len -= 4;
	if (str_has_suffix(word, STR("ся")))
		return russian_ending(rest, before_sya, 2) ? 4 : 0;
	if (str_has_suffix(word, STR("сь")))
		return russian_ending(rest, before_s, 2) ? 4 : 0;
	return 0;
}

/* A noun that says what it is by more than its case: gives the bytes of the
 * case. */
static size_t case_of_noun(struct str word)
{
	static const char *const quality[] = {
		"ость", "ости", "остью", "остей", "остям", "остями", "остях",
		NULL
	};
	static const char *const act[] = {
		"ание", "ания", "анию", "анием", "анией", "ании", "аний",
		"аниям", "аниями", "аниях", "ение", "ения", "ению", "ением", "ении",
		"ений", "ениям", "ениями", "ениях", "яние", "яния", "янию",
		"янием", "янии", "яний", "яниям", "яниями", "яниях",
		"итие", "ития", "итию", "итием", "итии", "итий", "итиям",
		"итиями", "итиях", "ытие", "ытия", "ытию", "ытием", "ытии",
		"ытий", "ытиям", "ытиями", "ытиях", "ятие", "ятия", "ятию",
		"ятием", "ятии", "ятий", "ятиям", "ятиями", "ятиях", NULL
	};
	size_t len = russian_ending(word, quality, 2);

	if (len > 0)
		return len - strlen("ост");
	len = russian_ending(word, act, 2);
	return len > 0 ? len - strlen("ани") : 0;
}

/* новейшего: gives the bytes behind -ейш-, as long as they are an ending. */
static size_t behind_superlative(struct str word)
{
	size_t at = str_find(word, STR("ейш"), 0);

	return at > 4 && at + 6 < word.len && word.len - at <= 12
		? word.len - at - 6 : 0;
}

static void take_theme(struct strbuf *word)
{
	static const char *const themes[] = { "ова", "ева", NULL };
	size_t len = russian_ending(strbuf_view(word), themes, 3);

	if (len > 0)
		cut(word, len);
	else if (word->len > 10 && (ends(word, "ыва") || ends(word, "ива")))
		cut(word, strlen("а"));
}

void inflections_russian(struct sb_stemmer *snowball, struct strbuf *word)
{
	size_t bytes = case_of_noun(strbuf_view(word)), own;
	struct str stem;

	if (bytes == 0)
		bytes = behind_superlative(strbuf_view(word));
	if (bytes == 0 && ends(word, "пись")) /* the algorithm takes -сь off */
		bytes = strlen("ь");
	if (bytes > 0) {
		cut(word, bytes);
		return;
	}
	own = reflexive(strbuf_view(word));
	cut(word, own);
	stem = snowball_stem(snowball, strbuf_view(word));
	strbuf_clear(word);
	strbuf_add(word, stem);
	take_theme(word);
	if (own > 0)
		strbuf_add_z(word, "ся");
}
