#include "inflections_internal.h"

#include "utf8.h"

/* What the letters of a word are, from its first to its last. */
struct sounds {
	size_t count;         /* letters */
	size_t vowel;         /* the byte behind the first vowel, or SIZE_MAX */
	size_t r1, r2;        /* the bytes where the regions begin */
	unsigned vowels;      /* bit 0: the last letter is one, 1: the one
				 before it … */
	bool ends_short;      /* the last letter may end a short syllable */
};

static bool holds(struct str letters, struct str letter)
{
	return str_find(letters, letter, 0) < letters.len;
}

/* Where R1 begins by a row `begins`, or 0. */
static size_t begin_of(const struct inflections *by, struct str word)
{
	for (size_t i = 0; i < by->begins.count; i++)
		if (str_has_prefix(word, by->begins.items[i]))
			return by->begins.items[i].len;
	return 0;
}

/* A semivowel that is among the vowels is one behind a consonant alone. */
static void add_letter(const struct inflections *by, struct str letter,
		       struct sounds *sounds)
{
	bool semi = holds(by->semivowels, letter);
	bool vowel = holds(by->vowels, letter) &&
		     !(semi && (sounds->count == 0 || sounds->vowels & 1));

	sounds->vowels = sounds->vowels << 1 | vowel;
	sounds->ends_short = !vowel && !semi;
	sounds->count++;
}

static struct sounds sounds_of(const struct inflections *by, struct str word)
{
	struct sounds sounds = { .vowel = SIZE_MAX, .r1 = begin_of(by, word),
				 .r2 = word.len };
	size_t before = 0;
	bool found = sounds.r1 > 0;

	if (!found)
		sounds.r1 = word.len;
	for (size_t at = 0, end = 0; at < word.len; before = at, at = end) {
		utf8_next(word, &end);
		add_letter(by, str_slice(word, at, end), &sounds);
		if (sounds.vowels & 1 && sounds.vowel == SIZE_MAX)
			sounds.vowel = end;
		if ((sounds.vowels & 3) != 2)
			continue;
		if (!found)
			sounds.r1 = end;
		else if (sounds.r2 == word.len && before >= sounds.r1)
			sounds.r2 = end;
		found = true;
	}
	return sounds;
}

/* Whether a short syllable ends the word: a vowel between two consonants, or
 * the two letters of a word that begins with one. */
static bool is_short(const struct inflections *by, struct str word)
{
	struct sounds sounds = sounds_of(by, word);

	if (sounds.count == 2)
		return (sounds.vowels & 3) == 2;
	return sounds.count > 2 && (sounds.vowels & 7) == 2 &&
	       sounds.ends_short;
}

static bool has_vowel(const struct inflections *by, struct str word)
{
	return sounds_of(by, word).vowel != SIZE_MAX;
}

static struct str without_last(struct str word)
{
	size_t start = 0;

	if (word.len > 0)
		utf8_before(word, word.len, &start);
	return str_slice(word, 0, start);
}

/* The ending begins at byte `start`. */
static bool has_needs(const struct inflections *by,
		      const struct inflection *row, struct str word,
		      size_t start)
{
	struct str before = str_slice(word, 0, start);
	size_t goes = start + row->same;

	switch (row->needs) {
	case NEEDS_NOTHING:
		return true;
	case NEEDS_VOWEL:
		return has_vowel(by, before);
	case NEEDS_VOWEL_APART:
		return has_vowel(by, without_last(before));
	case NEEDS_R1:
		return sounds_of(by, word).r1 <= goes;
	case NEEDS_R2:
		return sounds_of(by, word).r2 <= goes;
	case NEEDS_R1_LONG:
		return sounds_of(by, word).r1 <= goes && !is_short(by, before);
	case NEEDS_SHORT_WORD:
		return sounds_of(by, word).r1 >= word.len &&
		       is_short(by, before);
	}
	return false;
}

/* Most endings differ in their last byte. */
static bool may_end(struct str word, const struct inflection *row)
{
	return row->behind > 0 || row->ending.len == 0 ||
	       (word.len > 0 && word.data[word.len - 1] ==
					row->ending.data[row->ending.len - 1]);
}

/* Where the ending of a row begins, or SIZE_MAX where it does not fit. */
static size_t start_of(const struct inflections *by,
		       const struct inflection *row, struct str word)
{
	struct str rest = word;
	size_t start;

	if (!may_end(word, row))
		return SIZE_MAX;
	for (size_t i = 0; i < row->behind; i++)
		rest = without_last(rest);
	if (!str_has_suffix(rest, row->ending))
		return SIZE_MAX;
	start = rest.len - row->ending.len;
	return utf8_chars(str_slice(word, 0, start)) >= row->keep &&
	       has_needs(by, row, word, start) ? start : SIZE_MAX;
}

/* The row of a step with the longest ending that fits. */
static const struct inflection *find_row(const struct inflections *by,
					 const struct inflection_step *step,
					 struct str word, size_t *start)
{
	const struct inflection *best = NULL;

	*start = SIZE_MAX;
	for (size_t i = step->first; i < step->end; i++) {
		const struct inflection *row = &by->rows.items[i];
		size_t at = start_of(by, row, word);

		if (at < *start) {
			*start = at;
			best = row;
		}
	}
	return best;
}

static void apply_snowball(struct sb_stemmer *snowball, struct strbuf *word)
{
	struct str stem = snowball_stem(snowball, strbuf_view(word));

	strbuf_clear(word);
	strbuf_add(word, stem);
}

static bool is_written(const struct inflections *by, struct str word)
{
	for (size_t at = 0, end = 0; by->letters.len > 0 && at < word.len;
	     at = end) {
		utf8_next(word, &end);
		if (!holds(by->letters, str_slice(word, at, end)))
			return false;
	}
	return true;
}

static size_t next_step(const struct inflections *by, size_t step)
{
	while (++step < by->step_count && by->steps[step].is_called)
		;
	return step;
}

void inflections_strip(const struct inflections *by,
		       struct sb_stemmer *snowball, struct strbuf *word)
{
	struct str last = STR_NONE;
	size_t step = 0, start;

	if (!is_written(by, strbuf_view(word)))
		return;
	while (step < by->step_count) {
		const struct inflection_step *one = &by->steps[step];
		const struct inflection *row =
			find_row(by, one, strbuf_view(word), &start);

		if (one->is_snowball && snowball)
			apply_snowball(snowball, word);
		step = row && row->then != STEP_NEXT ? row->then :
						      next_step(by, step);
		if (!row)
			continue;
		strbuf_truncate(word, start);
		strbuf_add(word, row->leaves);
		if (row->last.len > 0)
			last = row->last;
	}
	strbuf_add(word, last);
}
