#include "mojibake.h"

#include "utf8.h"

enum {
	STRETCHES = 32, STRETCH = 2048,
	PAIRS_MIN = 4,        /* in a row, of two characters each */
	ROWS_MIN = 2,         /* such rows, or one that is twice as long */
	WHOLE_MIN = 3,        /* runs that are UTF-8 throughout … */
	WHOLE_TO_BROKEN = 3,  /* … and so many to each that is not */
	ACCENTED_MIN = 4,     /* letters of a word */
	ACCENTED_WORDS_MIN = 4,
	SWAPPED_MIN = 3,      /* letters */
	SWAPPED_WORDS_MIN = 4
};

enum kind { AS_1252, AS_1251, ACCENTED, SWAPPED, KINDS };

static const char *const what[KINDS] = {
	[AS_1252] = "UTF-8 text that was read as Windows-1252",
	[AS_1251] = "UTF-8 text that was read as Windows-1251",
	[ACCENTED] = "Windows-1251 text that was read as Windows-1252",
	[SWAPPED] = "KOI8-R text that was read as Windows-1251, or the reverse"
};

struct signs {
	size_t count[KINDS];
	size_t first[KINDS];   /* where the first one was */
	size_t pairs[2];       /* in the row that is being read, by kind */
	size_t row_start[2];
	struct run {           /* of characters beyond ASCII, by kind */
		size_t start, length, missing;
		bool is_broken;
		size_t whole, broken, first;
	} runs[2];
	size_t words;          /* of four letters or more */
	size_t cyrillic;       /* of them in Cyrillic letters */
	size_t loud;           /* of these, capitals behind the first letter */
};

/* The letters that 0xD0 to 0xD3, the first bytes of Cyrillic, become. */
static bool is_lead(uint32_t c, enum kind kind)
{
	return kind == AS_1252 ? c >= 0xd0 && c <= 0xd3
			       : c >= 0x420 && c <= 0x423;
}

/* What the bytes 0x80 to 0xBF become in both encodings. */
static bool is_common_trail(uint32_t c)
{
	return (c >= 0x80 && c <= 0xbf) || (c >= 0x2013 && c <= 0x203a) ||
	       c == 0x20ac || c == 0x2122 || c == 0x2116;
}

static bool is_trail(uint32_t c, enum kind kind)
{
	if (is_common_trail(c))
		return true;
	if (kind == AS_1252)
		return c == 0x152 || c == 0x153 || c == 0x160 || c == 0x161 ||
		       c == 0x178 || c == 0x17d || c == 0x17e || c == 0x192 ||
		       c == 0x2c6 || c == 0x2dc;
	return (c >= 0x401 && c <= 0x40f) || (c >= 0x451 && c <= 0x45f) ||
	       c == 0x490 || c == 0x491;
}

static void note(struct signs *signs, enum kind kind, size_t at, size_t weight)
{
	if (signs->count[kind] == 0)
		signs->first[kind] = at;
	signs->count[kind] += weight;
}

static void end_row(struct signs *signs, enum kind kind)
{
	if (signs->pairs[kind] >= PAIRS_MIN)
		note(signs, kind, signs->row_start[kind],
		     signs->pairs[kind] / PAIRS_MIN);
	signs->pairs[kind] = 0;
}

/* Rows of a lead and a trail; what stands between words ends no text. */
static void see_pair(struct signs *signs, enum kind kind, uint32_t last,
		     uint32_t c, size_t last_at)
{
	if (is_lead(last, kind) && is_trail(c, kind)) {
		if (signs->pairs[kind]++ == 0)
			signs->row_start[kind] = last_at;
	} else if (!is_lead(c, kind) ||
		   (signs->pairs[kind] > 0 && !is_trail(last, kind))) {
		end_row(signs, kind);
	}
}

/* How many bytes follow the one that became `c`; 0: it begins no character. */
static size_t trails_behind(uint32_t c, enum kind kind)
{
	uint32_t byte = kind == AS_1251 && c >= 0x410 && c <= 0x44f
		? c - 0x410 + 0xc0 : c;

	if (kind == AS_1251 && byte == c)
		return 0;
	return byte >= 0xc2 && byte < 0xe0 ? 1
	     : byte >= 0xe0 && byte < 0xf0 ? 2
	     : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
}

/* Between letters of ASCII: a few accents and marks of print. */
static void see_run(struct run *run, enum kind kind, uint32_t c, size_t at)
{
	size_t trails = trails_behind(c, kind);

	if (run->length++ == 0)
		run->start = at;
	if (run->missing > 0 && (is_trail(c, kind) || c == 0xfffd))
		run->missing--;
	else if (run->missing == 0 && trails > 0)
		run->missing = trails;
	else
		run->is_broken = true;
}

static void end_run(struct run *run)
{
	if (run->length == 0)
		return;
	if (run->is_broken || run->missing > 0)
		run->broken++;
	else if (run->whole++ == 0)
		run->first = run->start;
	run->length = run->missing = 0;
	run->is_broken = false;
}

static void end_runs(struct signs *signs)
{
	end_run(&signs->runs[AS_1252]);
	end_run(&signs->runs[AS_1251]);
}

static bool is_mostly_whole(const struct signs *signs, enum kind kind)
{
	const struct run *run = &signs->runs[kind];

	return run->whole >= WHOLE_MIN &&
	       run->whole >= run->broken * WHOLE_TO_BROKEN;
}

/* The word that is being read. */
struct shape {
	size_t start, letters, accented, cyrillic;
	bool small_first, small_behind, capital_behind;
};

static void end_word(struct signs *signs, const struct shape *word)
{
	if (word->letters >= ACCENTED_MIN) {
		signs->words++;
		signs->cyrillic += word->cyrillic == word->letters;
		signs->loud += word->cyrillic == word->letters &&
			       word->capital_behind && !word->small_behind;
	}
	if (word->letters >= ACCENTED_MIN && word->accented == word->letters)
		note(signs, ACCENTED, word->start, 1);
	if (word->letters >= SWAPPED_MIN && word->cyrillic == word->letters &&
	    word->small_first && word->capital_behind && !word->small_behind)
		note(signs, SWAPPED, word->start, 1);
}

static bool is_small(uint32_t c)
{
	return (c >= 0x430 && c <= 0x45f) || (c >= 0xdf && c <= 0xff);
}

static void add_letter(struct shape *word, uint32_t c, size_t at)
{
	if (word->letters == 0) {
		word->start = at;
		word->small_first = is_small(c);
	} else {
		word->small_behind |= is_small(c);
		word->capital_behind |= c >= 0x400 && c <= 0x42f;
	}
	word->letters++;
	word->accented += c >= 0xc0 && c <= 0xff;
	word->cyrillic += c >= 0x400 && c < 0x530;
}

static bool is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= 0xc0 && c < 0x530 && c != 0xd7 && c != 0xf7);
}

static void see(struct signs *signs, struct str text, size_t at, size_t end)
{
	struct shape word = { 0 };
	uint32_t last = 0;
	size_t last_at = at;

	while (at < end) {
		size_t start = at;
		uint32_t c = (unsigned char)text.data[at];

		if (c < 0x80) {
			at++;
			if (last >= 0x80)
				end_runs(signs);
		} else {
			c = utf8_next(text, &at);
			see_run(&signs->runs[AS_1252], AS_1252, c, start);
			see_run(&signs->runs[AS_1251], AS_1251, c, start);
		}
		if (last >= 0x80) {
			see_pair(signs, AS_1252, last, c, last_at);
			see_pair(signs, AS_1251, last, c, last_at);
		}
		last = c;
		last_at = start;
		if (is_letter(c)) {
			add_letter(&word, c, start);
		} else if (word.letters > 0) {
			end_word(signs, &word);
			word = (struct shape){ 0 };
		}
	}
	end_row(signs, AS_1252);
	end_row(signs, AS_1251);
	end_runs(signs);
}

/* A byte of a character behind its first. */
static bool is_inside(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

static void see_sample(struct signs *signs, struct str text)
{
	size_t step = text.len / STRETCHES;

	if (text.len <= STRETCHES * STRETCH) {
		see(signs, text, 0, text.len);
		return;
	}
	for (size_t i = 0; i < STRETCHES; i++) {
		size_t start = i * step, end = start + STRETCH;

		while (start < end && is_inside(text.data[start]))
			start++;
		see(signs, text, start, end);
	}
}

bool mojibake_find(struct str text, struct mojibake *found)
{
	struct signs signs = { 0 };
	enum kind kind;

	see_sample(&signs, text);
	if (signs.count[AS_1252] >= ROWS_MIN)
		kind = AS_1252;
	else if (signs.count[AS_1251] >= ROWS_MIN)
		kind = AS_1251;
	else if (signs.count[ACCENTED] >= ACCENTED_WORDS_MIN &&
		 signs.count[ACCENTED] * 8 >= signs.words - signs.cyrillic)
		kind = ACCENTED;
	else if (signs.count[SWAPPED] >= SWAPPED_WORDS_MIN &&
		 signs.loud * 4 >= signs.cyrillic * 3)
		kind = SWAPPED;
	else if (is_mostly_whole(&signs, AS_1252))
		kind = AS_1252;
	else if (is_mostly_whole(&signs, AS_1251))
		kind = AS_1251;
	else
		return false;
	*found = (struct mojibake){
		what[kind], signs.count[kind] > 0 ? signs.first[kind]
						  : signs.runs[kind].first
	};
	return true;
}
