#include "hyphens.h"

#include "shape.h"
#include "utf8.h"

enum {
	NOT = 0xac, HYPHEN = '-', SOFT_HYPHEN = 0xad, UNICODE_HYPHEN = 0x2010,
	FIRM_HYPHEN = 0x2011,
	WORD_BYTES = 256, /* of a word's half that are looked at */
	BEYOND = 2,  /* letters behind a cut that make it more than chance */
	LIKE = 3     /* letters in common that make one word echo another */
};

/* What speaks for a typed hyphen where nothing is known of the word, in
 * hundredths: a logistic regression over words of running text, cut at legal
 * points, and hyphenated words, as many of both. */
enum {
	BASE = -420,
	LEFT_KNOWN = -130, LEFT_KNOWN_LETTER = 39,  /* short words are chance */
	RIGHT_KNOWN = -58, RIGHT_KNOWN_LETTER = 28,
	BOTH_KNOWN = 96,
	RIGHT_LETTER = 30,
	WORDS_BEGIN_SO = -105, WORDS_GO_ON_SO = -83, WORDS_BEGIN_RIGHT = 137,
	FIRST_PART = 273, COMPOUND = 330,
	LETTERS_MAX = 8,
	END_WEIGHT = 19, BEGIN_WEIGHT = 16,         /* of a weight of 100 */
	INNER_WEIGHT = -10, INNER_NEXT_WEIGHT = -39
};

/* The word on both sides of the line end. */
struct split {
	struct str left, right;        /* whole, in lower case */
	struct str tail, head;         /* between the nearest hyphens */
	struct str tail_cased, head_cased;
	struct str joined, typed;      /* tail and head, left and right */
	struct str whole;              /* left and right as one word */
	lang_id lang;
	const struct hyphen_facts *facts;
	const struct sorted_words *words;
};

void hyphens_init(struct hyphens *hyphens, const struct knowledge *knowledge)
{
	*hyphens = (struct hyphens){ .knowledge = knowledge };
}

void hyphens_release(struct hyphens *hyphens)
{
	for (size_t i = 0; i < LANG_MAX; i++)
		hyphen_facts_release(&hyphens->of[i]);
	sorted_words_release(&hyphens->names);
	arena_release(&hyphens->arena);
	arena_release(&hyphens->work);
}

int hyphens_prepare(struct hyphens *hyphens, struct str code, struct err *err)
{
	const struct knowledge *knowledge = hyphens->knowledge;
	lang_id lang = languages_find(knowledge->languages, code);
	int rc = languages_need(knowledge->languages,
				LANGUAGES_GUESS | LANGUAGES_STEM, err);

	if (rc < 0)
		return rc;
	hyphens->ready = true;
	if (lang == LANG_UND || hyphens->of[lang].loaded)
		return 0;
	rc = hyphen_facts_load(&hyphens->of[lang], knowledge->lexicons, code,
			       err);
	if (rc == 0 && hyphens->names.words.count == 0)
		rc = hyphen_names_load(&hyphens->names, &hyphens->arena,
				       knowledge, err);
	return rc;
}

bool hyphens_is_hyphen(uint32_t c)
{
	return c == HYPHEN || c == SOFT_HYPHEN || c == NOT ||
	       c == UNICODE_HYPHEN || c == FIRM_HYPHEN;
}

static bool is_inner(uint32_t c)
{
	return c == HYPHEN || c == UNICODE_HYPHEN || c == FIRM_HYPHEN;
}

static bool is_of_word(uint32_t c)
{
	return utf8_is_letter(c) || utf8_is_digit(c) || is_inner(c) ||
	       c == '\'' || c == 0x2019;
}

static struct str last_word(struct str text)
{
	size_t from = text.len, start = text.len;

	while (from > 0 && text.len - from < WORD_BYTES &&
	       is_of_word(utf8_before(text, from, &start)))
		from = start;
	return str_slice(text, from, text.len);
}

static struct str first_word(struct str text)
{
	size_t end = 0, at = 0;

	while (at < text.len && at < WORD_BYTES) {
		uint32_t c = utf8_next(text, &at);

		if (!is_of_word(c))
			break;
		if (c != '\'' && c != 0x2019)
			end = at;
	}
	return str_slice(text, 0, end);
}

static struct str behind_hyphen(struct str word)
{
	size_t from = word.len, start;

	while (from > 0 && !is_inner(utf8_before(word, from, &start)))
		from = start;
	return str_slice(word, from, word.len);
}

static struct str before_hyphen(struct str word)
{
	size_t at = 0, end = 0;

	while (at < word.len && !is_inner(utf8_next(word, &at)))
		end = at;
	return str_slice(word, 0, end);
}

static struct str fold(struct arena *arena, struct str text)
{
	struct strbuf buf = STRBUF_INIT;
	struct str copy;

	utf8_add_fold(&buf, text);
	copy = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return copy;
}

static struct str concat(struct arena *arena, struct str a, const char *between,
			 struct str b)
{
	struct strbuf buf = STRBUF_INIT;
	struct str copy;

	strbuf_add(&buf, a);
	strbuf_add_z(&buf, between);
	strbuf_add(&buf, b);
	copy = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return copy;
}

static struct str stem_of(struct hyphens *hyphens, const struct split *split,
			  struct str word)
{
	struct strbuf buf = STRBUF_INIT;
	struct str copy;

	if (!hyphens->ready)
		return word;
	languages_add_root(hyphens->knowledge->languages, &buf, split->lang,
			   word);
	copy = str_copy(&hyphens->work, strbuf_view(&buf));
	strbuf_release(&buf);
	return copy;
}

static void make_split(struct hyphens *hyphens, struct split *split,
		       struct str left, struct str right)
{
	struct arena *work = &hyphens->work;

	left = last_word(left);
	right = first_word(right);
	split->left = fold(work, left);
	split->right = fold(work, right);
	split->tail_cased = behind_hyphen(left);
	split->head_cased = before_hyphen(right);
	split->tail = behind_hyphen(split->left);
	split->head = before_hyphen(split->right);
	split->joined = concat(work, split->tail, "", split->head);
	split->whole = concat(work, split->left, "", split->right);
	split->typed = concat(work, split->left, "-", split->right);
}

static bool has_kind(const struct split *split, struct str form, unsigned kind)
{
	return split->facts &&
	       (string_map_find(&split->facts->forms, form) & kind);
}

static bool is_known(struct hyphens *hyphens, const struct split *split,
		     struct str word)
{
	if (split->words && sorted_words_has(split->words, word))
		return true;
	return (split->facts &&
		(sorted_words_has(&split->facts->stems, word) ||
		 sorted_words_has(&split->facts->stems,
				  stem_of(hyphens, split, word)))) ||
	       sorted_words_has(&hyphens->names, word);
}

/* True, too, where the vowels of the language are not told. */
static bool has_vowel(const struct split *split, struct str word)
{
	size_t at = 0;

	if (!split->facts || split->facts->vowels.len == 0)
		return true;
	while (at < word.len) {
		size_t start = at;

		utf8_next(word, &at);
		if (str_find(split->facts->vowels, str_slice(word, start, at),
			     0) < split->facts->vowels.len)
			return true;
	}
	return false;
}

/* YouTube */
static bool is_one_name(const struct hyphens *hyphens,
			const struct split *split)
{
	return sorted_words_has(&hyphens->names, split->joined) ||
	       (split->words && sorted_words_has(split->words, split->joined));
}

/* What the characters on both sides show, in any language. */
static bool is_typed_by_characters(const struct hyphens *hyphens,
				   const struct split *split)
{
	struct str tail = split->tail_cased, head = split->head_cased;
	size_t at = 0;
	uint32_t last, first;

	if (tail.len == 0 || head.len == 0)
		return true;
	last = utf8_before(tail, tail.len, &at);
	at = 0;
	first = utf8_next(head, &at);
	if (!utf8_is_letter(last) || !utf8_is_letter(first) ||
	    utf8_is_cyrillic(last) != utf8_is_cyrillic(first))
		return true;
	if (utf8_is_upper(first) && !shape_is_capitals(tail))
		return !is_one_name(hyphens, split);
	if (utf8_is_upper(first))
		return !shape_is_capitals(head);
	return shape_is_capitals(tail) || utf8_chars(tail) < 2 ||
	       utf8_chars(head) < 2 || !has_vowel(split, split->tail);
}

/* A stem reaches far enough beyond the line end to tell of it. */
static bool reaches_beyond(const struct split *split, struct str stem)
{
	return str_has_prefix(stem, split->tail) &&
	       utf8_chars(stem) >= utf8_chars(split->tail) + BEYOND;
}

/* Another form of the word in the document is as good as the word. */
static bool by_document(const struct split *split, enum hyphen *hyphen)
{
	bool joined, typed;

	if (!split->words)
		return false;
	joined = sorted_words_has(split->words, split->whole) ||
		 sorted_words_has(split->words, split->joined);
	typed = sorted_words_has(split->words, split->typed);
	*hyphen = typed ? HYPHEN_TYPED : HYPHEN_CUT;
	return typed != joined;
}

/* Another form of the word in the document, where the word itself is not. */
static bool by_forms(struct hyphens *hyphens, const struct split *split,
		     enum hyphen *hyphen)
{
	struct str stem = stem_of(hyphens, split, split->joined);
	struct str right = stem_of(hyphens, split, split->right);
	bool joined, typed;

	if (!split->words)
		return false;
	joined = reaches_beyond(split, stem) &&
		 sorted_words_has_prefix(split->words, stem);
	typed = utf8_chars(right) >= LIKE &&
		sorted_words_has_prefix(split->words,
					concat(&hyphens->work, split->left, "-",
					     right));
	*hyphen = typed ? HYPHEN_TYPED : HYPHEN_CUT;
	return typed != joined;
}

static bool matches_pattern(const struct split *split)
{
	for (size_t i = 0; split->facts && i < split->facts->patterns.count;
	     i++) {
		struct str pattern = split->facts->patterns.items[i];
		size_t star = str_find(pattern, STR("*"), 0);

		if (split->typed.len > pattern.len &&
		    str_has_prefix(split->typed,
				   str_slice(pattern, 0, star)) &&
		    str_has_suffix(split->typed,
				   str_slice(pattern, star + 1, pattern.len)))
			return true;
	}
	return false;
}

static bool is_known_typed(struct hyphens *hyphens, const struct split *split)
{
	struct str right = stem_of(hyphens, split, split->right);

	return has_kind(split, split->typed, HYPHEN_WHOLE) ||
	       sorted_words_has(&hyphens->names, split->typed) ||
	       (split->facts &&
		sorted_words_has(&split->facts->stems,
				 concat(&hyphens->work, split->left, "-",
				      right)));
}

/* A first part that no hyphen follows, and a known word behind it. */
static bool is_known_solid(struct hyphens *hyphens, const struct split *split)
{
	for (size_t at = 0; at < split->tail.len;) {
		utf8_next(split->tail, &at);
		if (has_kind(split, str_slice(split->joined, 0, at),
			     HYPHEN_SOLID) &&
		    is_known(hyphens, split,
			     str_slice(split->joined, at, split->joined.len)))
			return true;
	}
	return false;
}

/* The joined word or a form of it. */
static bool is_known_joined(struct hyphens *hyphens, const struct split *split)
{
	struct str stem = stem_of(hyphens, split, split->joined);

	return is_known(hyphens, split, split->joined) ||
	       is_known_solid(hyphens, split) ||
	       (reaches_beyond(split, stem) &&
		sorted_words_has_prefix(&hyphens->names, stem));
}

/* What stands behind the line end is but an ending. */
static bool is_ending(struct hyphens *hyphens, const struct split *split)
{
	struct str stem = stem_of(hyphens, split, split->joined);

	return (stem.len <= split->tail.len &&
		str_has_prefix(split->tail, stem)) ||
	       has_kind(split, split->head, HYPHEN_ENDING);
}

/* көп-көп, күннен-күнге, чуть-чуть */
static bool is_echo(const struct split *split)
{
	size_t a = 0, b = 0, same = 0;
	size_t shorter = utf8_chars(split->tail);
	size_t head = utf8_chars(split->head);

	while (a < split->tail.len && b < split->head.len &&
	       utf8_next(split->tail, &a) == utf8_next(split->head, &b))
		same++;
	if (head < shorter)
		shorter = head;
	return same >= LIKE || (same == shorter && same >= 2);
}

static bool is_first(const struct split *split)
{
	return has_kind(split, split->tail, HYPHEN_FIRST) ||
	       has_kind(split, split->left, HYPHEN_FIRST);
}

static bool is_second(const struct split *split)
{
	return has_kind(split, split->right, HYPHEN_SECOND) ||
	       has_kind(split, split->head, HYPHEN_SECOND);
}

/* A part that has its hyphen, and beside it a word. */
static bool has_known_part(struct hyphens *hyphens, const struct split *split)
{
	if (is_second(split))
		return is_known(hyphens, split, split->tail);
	return is_first(split) && utf8_chars(split->head) > LIKE &&
	       is_known(hyphens, split, split->head);
}

/* A word of hyphens.tsv as it stands. */
static bool by_facts(const struct split *split, enum hyphen *hyphen)
{
	*hyphen = HYPHEN_TYPED;
	return has_kind(split, split->typed, HYPHEN_WHOLE);
}

static bool by_lexicon(struct hyphens *hyphens, const struct split *split,
		       enum hyphen *hyphen)
{
	*hyphen = HYPHEN_TYPED;
	if (is_known_typed(hyphens, split))
		return true;
	*hyphen = HYPHEN_CUT;
	if (is_known_joined(hyphens, split))
		return true;
	*hyphen = HYPHEN_TYPED;
	if (matches_pattern(split) || is_echo(split) ||
	    has_known_part(hyphens, split))
		return true;
	*hyphen = HYPHEN_CUT;
	return is_ending(hyphens, split) ||
	       has_kind(split, split->tail, HYPHEN_SOLID);
}

/* The weight of three letters, each of them given as a stretch of a word. */
static int weight(struct hyphens *hyphens, const struct split *split,
		  struct str a, struct str b)
{
	struct str gram = concat(&hyphens->work, a, "", b);

	return split->facts ? (int)string_map_find(&split->facts->grams, gram)
			    : 0;
}

/* The last `count` characters of a word, or the first. */
static struct str last_chars(struct str word, int count)
{
	size_t from = word.len;

	while (count-- > 0 && from > 0)
		utf8_before(word, from, &from);
	return str_slice(word, from, word.len);
}

static struct str first_chars(struct str word, int count)
{
	size_t at = 0;

	while (count-- > 0 && at < word.len)
		utf8_next(word, &at);
	return str_slice(word, 0, at);
}

/* How much more usual the letters are at the ends of two words than inside
 * of one. */
static int letters_speak(struct hyphens *hyphens, const struct split *split)
{
	struct str end = last_chars(split->tail, 2);
	struct str begin = first_chars(split->head, 2);
	int score = END_WEIGHT * weight(hyphens, split, end, STR("_")) +
		    BEGIN_WEIGHT * weight(hyphens, split, STR("_"), begin) +
		    INNER_WEIGHT * weight(hyphens, split, end,
					  first_chars(split->head, 1)) +
		    INNER_NEXT_WEIGHT * weight(hyphens, split,
					       last_chars(split->tail, 1),
					       begin);

	return score / 100;
}

static int letters_of(struct str word)
{
	size_t chars = utf8_chars(word);

	return chars < LETTERS_MAX ? (int)chars : LETTERS_MAX;
}

/* Whether the parts are words. */
static int parts_speak(struct hyphens *hyphens, const struct split *split)
{
	bool left = is_known(hyphens, split, split->tail);
	bool right = is_known(hyphens, split, split->head);
	int score = RIGHT_LETTER * letters_of(split->head);

	if (left)
		score += LEFT_KNOWN + LEFT_KNOWN_LETTER *
				      letters_of(split->tail);
	if (right)
		score += RIGHT_KNOWN + RIGHT_KNOWN_LETTER *
				       letters_of(split->head);
	return left && right ? score + BOTH_KNOWN : score;
}

/* Whether words begin as the joined one does, or as its second part. */
static int beginnings_speak(struct hyphens *hyphens, const struct split *split)
{
	const struct sorted_words *stems;
	struct arena *work = &hyphens->work;
	int score = 0;

	if (!split->facts)
		return 0;
	stems = &split->facts->stems;
	if (sorted_words_has_prefix(stems, concat(work, split->tail, "",
						  first_chars(split->head, 2))))
		score += WORDS_BEGIN_SO;
	if (sorted_words_has_prefix(stems, concat(work, split->tail, "",
						  first_chars(split->head, 3))))
		score += WORDS_GO_ON_SO;
	if (sorted_words_has_prefix(stems, first_chars(split->head, 4)))
		score += WORDS_BEGIN_RIGHT;
	return score;
}

static enum hyphen by_parts(struct hyphens *hyphens, const struct split *split,
			    int lean)
{
	int score = BASE + lean + letters_speak(hyphens, split) +
		    parts_speak(hyphens, split) +
		    beginnings_speak(hyphens, split);

	if (is_first(split) || is_second(split))
		score += FIRST_PART;
	if (split->tail.len < split->left.len)
		score += COMPOUND;
	return score > 0 ? HYPHEN_TYPED : HYPHEN_CUT;
}

/* "pre- and post-war", but no word that ends like the conjunction. */
static bool is_suspended(const struct split *split)
{
	return has_kind(split, split->right, HYPHEN_AND) &&
	       !has_kind(split, split->typed, HYPHEN_WHOLE) &&
	       !(split->words &&
		 sorted_words_has(split->words, split->joined)) &&
	       !sorted_words_has(&split->facts->stems, split->joined);
}

/* What is known for sure; false if nothing is. */
static bool by_knowledge(struct hyphens *hyphens, const struct split *split,
			 uint32_t hyphen_char, enum hyphen *hyphen)
{
	*hyphen = HYPHEN_SUSPENDED;
	if (is_suspended(split))
		return true;
	*hyphen = HYPHEN_TYPED;
	return hyphen_char == FIRM_HYPHEN ||
	       is_typed_by_characters(hyphens, split) ||
	       by_document(split, hyphen) ||
	       by_facts(split, hyphen) ||
	       by_forms(hyphens, split, hyphen) ||
	       by_lexicon(hyphens, split, hyphen);
}

enum hyphen hyphens_decide(struct hyphens *hyphens, struct str left,
			   struct str right, const struct hyphen_text *text,
			   bool *certain)
{
	struct split split = { .words = text->words };
	enum hyphen hyphen = HYPHEN_CUT;
	size_t end = left.len;
	uint32_t c = left.len > 0 ? utf8_before(left, left.len, &end) : HYPHEN;
	bool known = c == SOFT_HYPHEN || c == NOT;

	arena_clear(&hyphens->work);
	split.lang = languages_find(hyphens->knowledge->languages, text->code);
	if (hyphens->of[split.lang].loaded)
		split.facts = &hyphens->of[split.lang];
	make_split(hyphens, &split, str_slice(left, 0, end), right);
	if (!known)
		known = by_knowledge(hyphens, &split, c, &hyphen);
	if (certain)
		*certain = known;
	return known ? hyphen : by_parts(hyphens, &split, text->lean);
}
