#include "law_subject.h"

#include "utf8.h"

enum {
	QUOTE_WORDS = 48,     /* the longest quotation that names something */
	SUBJECT_WORDS = 14,   /* the longest subject */
	SMALL_WORDS = 3,      /* before "law" in small letters */
	TOPIC_WORDS = 7,      /* from a capital to туралы */
	SUBJECT_LINKS = 2     /* of, and, the … in a row inside it */
};

static bool is_bracket(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, "(") || scan_is_form(scan, token, "[");
}

size_t law_quote_end(const struct law_reader *r, size_t open)
{
	size_t close;

	if (open >= r->limit || !scan_has_partner(r->scan, open))
		return open;
	close = r->scan->marks.items[open].partner;
	return close > open + 1 && close < r->limit &&
	       close - open <= QUOTE_WORDS && !is_bracket(r->scan, open)
		? close + 1 : open;
}

size_t law_quote_first(const struct law_reader *r, size_t close)
{
	size_t open;

	if (close < r->start || !scan_has_partner(r->scan, close))
		return close;
	open = r->scan->marks.items[close].partner;
	return open + 1 < close && open >= r->start &&
	       close - open <= QUOTE_WORDS && !is_bracket(r->scan, open)
		? open : close;
}

static word_id form_at(const struct law_reader *r, size_t token)
{
	return r->scan->doc->tokens.items[token].form;
}

static bool is_link(const struct law_reader *r, size_t token)
{
	size_t end;

	return law_words_at(r->words, r->scan, token, LAW_LINK, &end) != NULL;
}

static bool is_capital(const struct law_reader *r, size_t token)
{
	return scan_shape(r->scan, token) & SHAPE_CAPITAL;
}

static bool is_acronym(const struct law_reader *r, size_t token)
{
	return scan_shape(r->scan, token) & SHAPE_ALL_CAPITAL;
}

/* A word of the names of laws that we know, in small letters. */
static bool is_known(const struct law_reader *r, size_t token)
{
	return !is_capital(r, token) &&
	       patterns_is_subject(r->patterns, scan_lang(r->scan, token),
				   form_at(r, token));
}

/* A form that is not what its word stands under in the dictionary: the subject
 * of a sentence stands in that. */
static bool is_oblique(const struct law_reader *r, size_t token)
{
	lang_id lang = scan_lang(r->scan, token);
	struct words *words = r->scan->words;
	word_id fold = scan_fold(r->scan, token);
	word_id stem = languages_stem(r->languages, lang, form_at(r, token));

	return !is_capital(r, token) &&
	       (scan_shape(r->scan, token) & SHAPE_COMPOUND ||
		!str_equal(words_text(words, stem), words_text(words, fold)));
}

static bool is_word(const struct law_reader *r, size_t token)
{
	return scan_kind(r->scan, token) == KIND_WORD &&
	       !scan_is_stopword(r->scan, token) &&
	       !languages_is_predicate(r->languages, scan_lang(r->scan, token),
				       scan_form(r->scan, token));
}

static bool is_kind(const struct law_reader *r, size_t token)
{
	size_t end;

	return law_words_at(r->words, r->scan, token, LAW_BEHIND, &end) != NULL;
}

static bool is_hyphen(const struct law_reader *r, size_t token)
{
	return scan_is_form(r->scan, token, "-") && token > r->start &&
	       r->scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED;
}

/* о туристическом радио: a noun must follow, though it has one form alone. */
static bool is_adjective(const struct law_reader *r, size_t token)
{
	return languages_is_adjective(r->languages, scan_lang(r->scan, token),
				      scan_form(r->scan, token));
}

/* Whether a word goes on with a subject that began at `first`. */
static bool goes_on(const struct law_reader *r, size_t first, size_t token,
		    bool linked)
{
	bool cyrillic = scan_shape(r->scan, token) & SHAPE_CYRILLIC;

	if (!is_word(r, token) ||
	    (r->scan->marks.items[token].cue_ends & 1u << MENTION_LAW &&
	     token + 1 < r->limit &&
	     scan_kind(r->scan, token + 1) == KIND_NUMBER) ||
	    law_is_number_sign(r->scan, token) ||
	    scan_find(r->scan, token, MENTION_DATE))
		return false;
	if (cyrillic && !linked && token > r->start && is_acronym(r, token - 1))
		return false; /* закон о СМИ депутаты … */
	if (is_capital(r, token))
		return is_acronym(r, token) ||
		       (is_capital(r, first) && !is_acronym(r, first) &&
			!cyrillic);
	if (cyrillic)
		return is_oblique(r, token) ||
		       (!linked && !is_capital(r, token) &&
			is_adjective(r, token - 1));
	return (!is_capital(r, first) || is_acronym(r, first)) &&
	       (is_known(r, token) || linked);
}

bool law_is_number_sign(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, "№") || scan_is_form(scan, token, "N") ||
	       str_equal_any_case(scan_form(scan, token), "no.");
}

/* A word in quotation marks is one of the subject: «фейках». */
static bool is_short(const struct law_reader *r, size_t open, size_t end)
{
	return end - open <= 2 + SMALL_WORDS &&
	       scan_lang(r->scan, open) != LANG_UND;
}

size_t law_subject_end(const struct law_reader *r, size_t token)
{
	size_t end = token, first = token, links = 0, count = 0;

	for (size_t t = token; t < r->limit && count < SUBJECT_WORDS; count++) {
		size_t quoted = law_quote_end(r, t);

		if (quoted > t) {
			if (end == token && (is_capital(r, t + 1) ||
					     !is_short(r, t, quoted)))
				return quoted;
			first = end == token ? t + 1 : first;
			t = end = quoted;
			links = 0;
		} else if (is_hyphen(r, t) && end == t) {
			t++;
		} else if (end == token ? is_word(r, t) && !is_link(r, t)
				  : goes_on(r, first, t, links > 0)) {
			first = end == token ? t : first;
			end = ++t;
			links = 0;
		} else if (is_link(r, t) && links < SUBJECT_LINKS &&
			   !(links > 0 && scan_is_form(r->scan, t, "the") &&
			     scan_is_form(r->scan, t - 1, "and"))) {
			links++;
			t++;
		} else {
			break;
		}
	}
	return end;
}

static bool is_not(const struct law_reader *r, size_t token)
{
	size_t end;

	return law_words_at(r->words, r->scan, token, LAW_NOT, &end) != NULL;
}

/* "Media Workers’ Welfare", "People's Assemblies": what a common word owns. */
static bool is_owned(const struct law_reader *r, size_t token)
{
	static const char *const marks[] = { "'", "’", "'s", "’s" };
	unsigned flags;

	if (token == r->start || !is_capital(r, token - 1) ||
	    !(r->scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED))
		return false;
	flags = r->scan->marks.items[token - 1].flags;
	if (flags & (MARK_PLACE | MARK_COUNTRY) ||
	    !languages_know(r->languages, scan_lang(r->scan, token - 1),
			    form_at(r, token - 1)))
		return false;
	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (scan_is_form(r->scan, token, marks[i]))
			return true;
	return false;
}

/* Mass Media, Prevention of Terrorism */
static size_t capitals_first(const struct law_reader *r, size_t end)
{
	size_t first = end, links = 0;

	for (size_t t = end; t-- > r->start && end - t < SUBJECT_WORDS;) {
		const struct token_mark *mark = &r->scan->marks.items[t];

		if (first == t + 1 && (is_hyphen(r, t) || is_owned(r, t)))
			continue;
		if (scan_is_form(r->scan, t, ")") && t >= r->start + 3 &&
		    r->scan->marks.items[t].partner + 2 == t &&
		    is_capital(r, t - 1)) {
			t -= 2; /* Cybercrimes (Prohibition) Act */
			continue;
		}
		if (is_kind(r, t) ||
		    (scan_is_form(r->scan, t, "the") &&
		     (t == r->start || !is_link(r, t - 1) ||
		      scan_is_form(r->scan, t - 1, "and"))))
			break;
		if (is_capital(r, t) && is_word(r, t) &&
			   !(mark->flags & MARK_START &&
			     mark->flags & MARK_LOWER)) {
			first = t;
			links = 0;
		} else if (first < end && is_link(r, t) &&
			   !is_capital(r, t) && links < SUBJECT_LINKS) {
			links++;
		} else {
			break;
		}
	}
	return first;
}

/* One word with a capital is a name where a word leads to it: the Broadcasting
 * Act; Buffalo Bill is none. */
static bool is_led(const struct law_reader *r, size_t first, size_t end)
{
	return end - first > 1 ||
	       (first > r->start && (scan_is_stopword(r->scan, first - 1) ||
				     scan_is_form(r->scan, first - 1, "'s") ||
				     scan_is_form(r->scan, first - 1, "’s") ||
				     scan_kind(r->scan, first - 1) ==
					     KIND_NUMBER)) ||
	       patterns_is_subject(r->patterns, scan_lang(r->scan, first),
				   form_at(r, first));
}

/* "under copyright law" is a branch of law, "the copyright law" an act. */
static bool leads(const struct law_reader *r, size_t token)
{
	size_t end;

	return law_words_at(r->words, r->scan, token, LAW_LED, &end) != NULL;
}

static size_t small_first(const struct law_reader *r, size_t end)
{
	size_t first = end;

	for (size_t t = end; t-- > r->start && end - t <= SMALL_WORDS + 1;) {
		if (leads(r, t))
			return first;
		if (!is_word(r, t) || is_not(r, t) ||
		    (!is_known(r, t) && !is_acronym(r, t)))
			break;
		first = t;
	}
	return end;
}

size_t law_subject_first(const struct law_reader *r, size_t end, bool capital)
{
	size_t quoted, first;

	if (end == r->start || is_not(r, end - 1))
		return end;
	quoted = law_quote_first(r, end - 1);
	if (quoted < end - 1)
		return capital && end - quoted <= 2 + TOPIC_WORDS &&
		       !scan_is_form(r->scan, end - 2, ",")
			? quoted : end; /* “The Right of Publicity,” Law … */
	if (!capital)
		return small_first(r, end);
	first = capitals_first(r, end);
	return first < end && is_led(r, first, end) ? first : end;
}

/* A capital is of the subject where the language has the word, unless it may be
 * the subject of the sentence: депутаттар, Парламент, Дәулетов. */
static bool begins_topic(const struct law_reader *r, size_t token)
{
	static const enum mention_type others[] = {
		MENTION_BODY, MENTION_ORG, MENTION_PERSON, MENTION_PLACE
	};

	if (!is_capital(r, token) || !is_word(r, token) ||
	    r->roles->items[token].starts ||
	    !(languages_know(r->languages, scan_lang(r->scan, token),
			     form_at(r, token)) ||
	      patterns_is_subject(r->patterns, scan_lang(r->scan, token),
				  form_at(r, token))))
		return false;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (scan_find(r->scan, token, others[i]))
			return false;
	return true;
}

/* The same inside the sentence: from there on all words are of the name. */
static bool begins_name(const struct law_reader *r, size_t token)
{
	return !is_acronym(r, token) && begins_topic(r, token) &&
	       !(r->scan->marks.items[token].flags & MARK_START);
}

/* «Масс-медиа туралы»: from a capital inside the sentence on, else words of the
 * names of laws. A pronoun or adverb is none of it. */
size_t law_topic_first(const struct law_reader *r, size_t end)
{
	size_t known = end, links = 0;
	bool chain = true;

	if (end == r->start)
		return end;
	if (law_quote_first(r, end - 1) < end - 1)
		return law_quote_first(r, end - 1);
	for (size_t t = end; t-- > r->start && end - t <= TOPIC_WORDS;) {
		if (scan_kind(r->scan, t) != KIND_WORD && !is_hyphen(r, t))
			break;
		if (begins_name(r, t))
			return t;
		if (is_capital(r, t) && !is_acronym(r, t) &&
		    !(r->scan->marks.items[t].flags & MARK_START)) {
			if (scan_find(r->scan, t, MENTION_PLACE))
				return t;
			break;
		}
		if (scan_is_stopword(r->scan, t) && !is_link(r, t))
			break;
		if (chain && (t + 1 == end || is_known(r, t) ||
			      is_acronym(r, t) || is_hyphen(r, t))) {
			known = t;
			links = 0;
		} else if (!is_link(r, t) || ++links > SUBJECT_LINKS) {
			chain = false;
		}
	}
	if (known == r->start + 1 && known < end && begins_topic(r, r->start))
		known = r->start;
	return known;
}
