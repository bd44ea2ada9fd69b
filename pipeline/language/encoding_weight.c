#include "encoding_weight.h"

#include "utf8.h"

enum {
	STRETCHES = 16, STRETCH = 1024,
	WHOLE = SAMPLE_BYTES / 2,  /* a text that fits with all its blanks */
	BEFORE = 64,           /* bytes of a word before one beyond ASCII */
	OFTEN = 4,             /* times that a byte must be in a sample */
	NOT_LATIN = 0x370,     /* code points of other scripts begin here */
	APOSTROPHE = 0x2019,
	DRAWN = 0x2190,        /* arrows, mathematics, boxes, shapes … */
	DRAWN_END = 0x2c00,    /* … and pictures */
	MOSTLY = 4             /* ASCII bytes to another: a Latin text */
};

/* What does not read like language costs so much, in the unit of weights. */
enum {
	COST_NONE = 200,       /* a byte that is no character */
	COST_FOREIGN = 200,    /* a letter that the language lacks */
	COST_MIXED = 250,      /* letters of two scripts in a word */
	COST_CAPITAL = 200,    /* behind a small letter */
	COST_LOUD = 8,         /* any capital */
	COST_DRAWN = 200,      /* a symbol that prose has not */
	COST_SYMBOL = 40,
	COST_MARK = 10,
	COST_MISPLACED = 75,   /* a mark that opens a word behind it … */
	COST_INSIDE = 200,     /* … or a word in two */
	COST_UNKNOWN = 60,     /* a word without a usual group of letters */
	COST_DIGIT = 100,      /* a letter right behind a digit */
	COST_OTHER = 40,       /* a word of a language that esep does not read */
	COST_ALONE = 200       /* a word of another script in a Latin text */
};

static enum byte_kind kind_of(uint32_t c)
{
	const char *category;

	if (c == 0 || (c < 0x20 && !(c >= '\t' && c <= '\r')) ||
	    (c >= 0x7f && c < 0xa0))
		return BYTE_NONE;
	if (utf8_is_space(c) || c < 0x20)
		return BYTE_BLANK;
	if (utf8_is_format(c))
		return BYTE_HIDDEN;
	if (utf8_is_letter(c))
		return BYTE_LETTER;
	if (utf8_is_digit(c))
		return BYTE_DIGIT;
	if (c == APOSTROPHE)
		return BYTE_APOSTROPHE;
	category = utf8_category(c);
	if (!strcmp(category, "Pi") || !strcmp(category, "Ps"))
		return BYTE_OPENS;
	if (!strcmp(category, "Pf") || !strcmp(category, "Pe"))
		return BYTE_CLOSES;
	if (category[0] == 'P')
		return category[1] == 'd' ? BYTE_DASH : BYTE_MARK;
	return c >= DRAWN && c < DRAWN_END ? BYTE_DRAWN : BYTE_SYMBOL;
}

bool letter_table_make(struct letter_table *table, const char *encoding)
{
	if (!encoding_letters(encoding, table->letters))
		return false;
	for (size_t i = 0; i < ENCODING_BYTES; i++) {
		uint32_t c = table->letters[i];

		table->kinds[i] = (uint8_t)kind_of(c);
		table->folds[i] = utf8_fold_char(c);
		table->uppers[i] = utf8_is_upper(c);
	}
	return true;
}

static bool is_high(char byte)
{
	return (unsigned char)byte >= 0x80;
}

/* Where the next byte beyond ASCII is, or `end`. */
static size_t next_high(struct str text, size_t at, size_t end)
{
	uint64_t eight;

	for (; end - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, text.data + at, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
	}
	while (at < end && !is_high(text.data[at]))
		at++;
	return at;
}

bool byte_sample_has_high(struct str text)
{
	return next_high(text, 0, text.len) < text.len;
}

static void add_byte(struct byte_sample *sample, unsigned char byte)
{
	sample->bytes[sample->count++] = byte;
	sample->times[byte]++;
}

/* The word that has the byte at `at`; returns where it ends. */
static size_t take_word(struct byte_sample *sample, struct str text, size_t at,
			size_t limit)
{
	size_t start = at;

	while (start > 0 && at - start < BEFORE &&
	       !str_is_blank(text.data[start - 1]) &&
	       !is_high(text.data[start - 1]))
		start--;
	for (at = start; at < text.len && !str_is_blank(text.data[at]) &&
			 sample->count + 1 < limit; at++)
		add_byte(sample, (unsigned char)text.data[at]);
	add_byte(sample, ' ');
	return at;
}

static void take_stretch(struct byte_sample *sample, struct str text,
			 size_t start, size_t end, size_t limit)
{
	size_t at = start;

	while ((at = next_high(text, at, end)) < end &&
	       sample->count + 2 < limit)
		at = take_word(sample, text, at, limit);
	for (size_t i = start; i < at && i < end; i++)
		*(is_high(text.data[i]) ? &sample->high : &sample->plain) += 1;
}

/* A letter that only a few words of a long text have may tell two encodings
 * apart. */
static void take_rare(struct byte_sample *sample, struct str text)
{
	size_t at = 0;

	while ((at = next_high(text, at, text.len)) < text.len &&
	       sample->count + 2 < SAMPLE_BYTES)
		if (sample->times[(unsigned char)text.data[at]] < OFTEN)
			at = take_word(sample, text, at, SAMPLE_BYTES);
		else
			at++;
}

void byte_sample_take(struct byte_sample *sample, struct str text)
{
	size_t step = text.len / STRETCHES;

	*sample = (struct byte_sample){ .count = 0 };
	if (text.len <= WHOLE) {
		take_stretch(sample, text, 0, text.len, SAMPLE_BYTES);
		return;
	}
	for (size_t i = 0; i < STRETCHES; i++)
		take_stretch(sample, text, i * step, (i + 1) * step,
			     (i + 1) * STRETCH);
	take_rare(sample, text);
}

bool byte_sample_is_latin(const struct byte_sample *sample)
{
	return sample->plain > sample->high * MOSTLY;
}

/* The word that is being read. */
struct letter_run {
	int32_t score[GUESS_PROFILES];
	uint64_t key;
	size_t letters, high;
	size_t since;          /* letters behind the last beyond ASCII */
	bool has_latin, has_other, was_small;
};

struct weighing {
	const struct guesser *guesser;
	const struct letter_table *table;
	int32_t alone;         /* cost of a word that is not Latin */
	int64_t weight;
};

enum { LETTER_BITS = 16 };

/* The last `count` letters, where one of them is beyond ASCII. */
static void add_gram(const struct weighing *weighing, struct letter_run *word,
		     unsigned count)
{
	uint64_t key = word->key & ~UINT64_C(0) >> (4 - count) * LETTER_BITS;
	const struct guess_gram *gram;

	if (word->since >= count)
		return;
	gram = guesser_find(weighing->guesser, key);
	if (gram)
		for (size_t i = 0; i < GUESS_PROFILES; i++)
			word->score[i] += gram->weight[i];
}

static void add_letter(struct weighing *weighing, struct letter_run *word,
		       unsigned char byte)
{
	uint32_t c = weighing->table->folds[byte];
	uint32_t known = c < GUESS_LETTERS ? weighing->guesser->letters[c] : 0;

	if (word->letters == 0) {
		word->key = '_';
		word->since = 4;
	}
	word->key = guesser_key(word->key, c);
	word->since = byte < 0x80 ? word->since + 1 : 0;
	if (word->letters++ > 0)
		add_gram(weighing, word, 3);
	if (byte < 0x80) {
		word->has_latin = true;
	} else {
		word->high++;
		for (size_t i = 0; i < GUESS_PROFILES; i++)
			word->score[i] -= (known >> i & 1) ? 0 : COST_FOREIGN;
		*(c < NOT_LATIN ? &word->has_latin : &word->has_other) = true;
		if (weighing->table->uppers[byte])
			weighing->weight -= word->was_small ? COST_CAPITAL
							    : COST_LOUD;
	}
	word->was_small = !weighing->table->uppers[byte];
}

/* In the language that it is likeliest in. */
static int32_t best_of(const struct guesser *guesser,
		       const struct letter_run *word)
{
	int32_t best = INT32_MIN;

	for (size_t i = 1; i < guesser->end; i++)
		if (word->score[i] > best)
			best = word->score[i];
	for (size_t i = LANG_MAX; i < GUESS_PROFILES; i++)
		if (word->score[i] - COST_OTHER > best)
			best = word->score[i] - COST_OTHER;
	return best;
}

static void end_word(struct weighing *weighing, struct letter_run *word)
{
	int32_t best;

	if (word->high > 0) {
		word->key = guesser_key(word->key, '_');
		word->since++;
		add_gram(weighing, word, 3);
		if (word->letters > 2)
			add_gram(weighing, word, 4);
		best = best_of(weighing->guesser, word);
		weighing->weight += best;
		if (best <= 0 && word->high == word->letters)
			weighing->weight -= COST_UNKNOWN;
		if (word->has_other)
			weighing->weight -= word->has_latin ? COST_MIXED
							    : weighing->alone;
	}
	*word = (struct letter_run){ .letters = 0 };
}

static bool is_of_word(enum byte_kind kind)
{
	return kind == BYTE_LETTER || kind == BYTE_DIGIT;
}

/* What a mark beyond ASCII costs where it stands; one inside a word gives it
 * the weight of two. */
static int32_t cost_of_mark(enum byte_kind before, enum byte_kind kind,
			    enum byte_kind behind)
{
	bool at_word = behind == BYTE_LETTER, behind_word = is_of_word(before);
	int32_t inside = before == BYTE_LETTER && at_word ? COST_INSIDE : 0;

	switch (kind) {
	case BYTE_NONE:
		return COST_NONE;
	case BYTE_DRAWN:
		return COST_DRAWN + inside;
	case BYTE_SYMBOL:
		return COST_SYMBOL + inside +
		       (at_word ? COST_MISPLACED * 4
			: before == BYTE_LETTER ? COST_MISPLACED * 2 : 0);
	case BYTE_OPENS:
		return COST_MARK + inside +
		       (behind_word || behind == BYTE_BLANK ? COST_MISPLACED
							    : 0);
	case BYTE_CLOSES:
		return COST_MARK + inside +
		       (before == BYTE_BLANK ? COST_MISPLACED : 0);
	case BYTE_MARK:
		return COST_MARK + inside +
		       (!behind_word && at_word ? COST_MISPLACED * 2 : 0);
	case BYTE_DASH:
	case BYTE_APOSTROPHE:
		return COST_MARK +
		       (before == BYTE_BLANK && at_word ? COST_MISPLACED : 0);
	default:
		return 0;
	}
}

int64_t encoding_weigh(const struct guesser *guesser,
		       const struct letter_table *table,
		       const struct byte_sample *sample)
{
	struct weighing weighing = {
		guesser, table,
		byte_sample_is_latin(sample) ? COST_ALONE : 0, 0
	};
	enum byte_kind before = BYTE_BLANK;
	struct letter_run word = { .letters = 0 };

	for (size_t i = 0; i < sample->count; i++) {
		unsigned char byte = sample->bytes[i];
		enum byte_kind kind = table->kinds[byte];
		enum byte_kind behind = i + 1 < sample->count
			? table->kinds[sample->bytes[i + 1]] : BYTE_BLANK;

		if (kind == BYTE_HIDDEN)
			continue;
		if (kind == BYTE_LETTER) {
			if (before == BYTE_DIGIT && byte >= 0x80)
				weighing.weight -= COST_DIGIT;
			add_letter(&weighing, &word, byte);
		} else {
			end_word(&weighing, &word);
			if (byte >= 0x80)
				weighing.weight -= cost_of_mark(before, kind,
								behind);
		}
		before = kind;
	}
	end_word(&weighing, &word);
	return weighing.weight;
}
