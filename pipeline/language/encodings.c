#include "encodings.h"

#include "encoding_weight.h"
#include "utf8.h"

#include <stdlib.h>
#include <strings.h>

/* In the unit of weights: see guess.h. */
enum {
	DOUBT = 200,           /* two readings are about as likely */
	CLEAR = 300,           /* and against what is declared */
	RANK = 10,             /* from one row to the next, which is rarer … */
	RANK_LATIN = 50,       /* … the more where few letters are not Latin */
	STRANGE = 36,          /* a letter; half of what language has */
	STRANGE_LETTERS = 24
};

struct row {
	const char *encoding;
	struct str also;
	struct letter_table *letters;   /* NULL until they are needed */
	int64_t weight;                 /* of the sample that is looked at */
};

struct encodings {
	const struct guesser *guesser;
	const struct table *table;
	LIST(struct row) rows;
	struct arena arena;
};

int encodings_open(struct encodings **opened, const struct languages *languages,
		   struct lexicons *lexicons, struct err *err)
{
	struct encodings *encodings = memory_get_zeroed(sizeof *encodings);
	struct table *table = NULL;
	int rc = lexicons_table(lexicons, "encodings.tsv", &table, err);

	encodings->guesser = languages_guesser(languages);
	encodings->table = table;
	for (size_t i = 0; rc == 0 && i < table->row_count; i++) {
		*LIST_ADD(&encodings->rows) = (struct row){
			.encoding = str_copy_z(&encodings->arena,
				table_named_cell(table, i, "encoding")),
			.also = table_named_cell(table, i, "also")
		};
		table_take(table, i);
	}
	*opened = encodings;
	return rc;
}

void encodings_close(struct encodings *encodings)
{
	if (!encodings)
		return;
	for (size_t i = 0; i < encodings->rows.count; i++)
		free(encodings->rows.items[i].letters);
	LIST_RELEASE(&encodings->rows);
	arena_release(&encodings->arena);
	free(encodings);
}

/* Made when they are first needed, as most texts need none. */
static bool make_letters(struct row *row)
{
	if (row->letters)
		return true;
	row->letters = memory_get_zeroed(sizeof *row->letters);
	if (letter_table_make(row->letters, row->encoding))
		return true;
	free(row->letters);
	row->letters = NULL;
	return false;
}

int encodings_load(struct encodings *encodings, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < encodings->rows.count; i++)
		if (!make_letters(&encodings->rows.items[i]))
			rc = table_refuse(encodings->table, i, err, "'%s' is no"
					  " encoding of a byte a letter that"
					  " iconv knows",
					  encodings->rows.items[i].encoding);
	return rc;
}

const char *encodings_meant(const struct encodings *encodings,
			    struct arena *arena, struct str name)
{
	for (size_t i = 0; i < encodings->rows.count; i++) {
		const struct row *row = &encodings->rows.items[i];
		struct str also = row->also, other;

		if (str_equal_any_case(name, row->encoding))
			return row->encoding;
		while (also.len > 0 && str_split(&also, ' ', &other))
			if (name.len == other.len &&
			    !strncasecmp(name.data, other.data, name.len))
				return row->encoding;
	}
	return str_copy_z(arena, name);
}

/* Do two encodings read a sample as the same letters? */
static bool same_letters(const struct byte_sample *sample,
			 const struct letter_table *a,
			 const struct letter_table *b)
{
	for (size_t i = 0x80; i < ENCODING_BYTES; i++)
		if (sample->times[i] > 0 && a->letters[i] != b->letters[i])
			return false;
	return true;
}

static void weigh(const struct encodings *encodings, struct row *row,
		  const struct byte_sample *sample)
{
	row->weight = make_letters(row)
		? encoding_weigh(encodings->guesser, row->letters, sample)
		: INT64_MIN;
}

/* The row that reads best; the commoner encodings stand first. */
static const struct row *find_best(struct encodings *encodings,
				   const struct byte_sample *sample)
{
	int64_t rank = byte_sample_is_latin(sample) ? RANK_LATIN : RANK;
	const struct row *best = NULL;

	for (size_t i = 0; i < encodings->rows.count; i++) {
		struct row *row = &encodings->rows.items[i];

		weigh(encodings, row, sample);
		row->weight -= (int64_t)i * rank;
		if (row->letters && (!best || row->weight > best->weight))
			best = row;
	}
	return best;
}

/* The best of the others that has other letters and reads about as well. */
static const struct row *find_rival(const struct encodings *encodings,
				    const struct byte_sample *sample,
				    const struct row *best)
{
	const struct row *rival = NULL;

	for (size_t i = 0; i < encodings->rows.count; i++) {
		const struct row *row = &encodings->rows.items[i];

		if (row->letters && row->weight > best->weight - DOUBT &&
		    (!rival || row->weight > rival->weight) &&
		    !same_letters(sample, row->letters, best->letters))
			rival = row;
	}
	return rival;
}

static bool is_unicode(const char *encoding)
{
	return str_has_prefix_any_case(str_of(encoding), "utf");
}

/* Does all of it decode? */
static bool decodes(const char *encoding, struct str bytes)
{
	struct arena arena = ARENA_INIT;
	struct encoding_damage damage = { 0 };
	struct err err = ERR_INIT;
	struct str text;
	int rc = encoding_decode(&text, &arena, bytes, encoding, &damage, &err);

	arena_release(&arena);
	return rc == 0 && damage.count == 0;
}

static bool iconv_knows(const char *encoding)
{
	return decodes(encoding, STR("a"));
}

/* What is declared, against what reads best. */
static void judge(struct encodings *encodings, struct encoding_choice *choice,
		  const char *declared, const struct byte_sample *sample,
		  struct str bytes, const struct row *best)
{
	struct row row = { .encoding = declared };
	bool is_doubtful = false;

	if (is_unicode(declared)) {
		choice->is_declared_wrong = true;
	} else if (make_letters(&row)) {
		weigh(encodings, &row, sample);
		choice->is_declared_wrong = row.weight < best->weight - CLEAR;
		is_doubtful = row.weight < best->weight - DOUBT;
		free(row.letters);
	} else if (iconv_knows(declared)) {
		choice->is_declared_wrong = !decodes(declared, bytes);
	} else {
		return;
	}
	if (choice->is_declared_wrong)
		return;
	*choice = (struct encoding_choice){
		.encoding = declared,
		.rival = is_doubtful ? best->encoding : NULL
	};
}

static void choose_letters(struct encodings *encodings,
			   struct encoding_choice *choice, const char *declared,
			   struct str bytes)
{
	struct byte_sample sample;
	const struct row *best, *rival;

	byte_sample_take(&sample, bytes);
	best = find_best(encodings, &sample);
	if (!best)
		return;
	rival = find_rival(encodings, &sample, best);
	*choice = (struct encoding_choice){
		.encoding = best->encoding,
		.rival = rival ? rival->encoding : NULL,
		.is_strange = sample.high > STRANGE_LETTERS &&
			      !byte_sample_is_latin(&sample) &&
			      best->weight < (int64_t)sample.high * STRANGE
	};
	if (declared)
		judge(encodings, choice, declared, &sample, bytes, best);
}

/* Is valid UTF-8 with letters beyond ASCII, and no mark, said to be letters of
 * a byte? */
static bool is_said_otherwise(const char *found, const char *declared,
			      struct str bytes)
{
	return declared && !strcmp(found, "UTF-8") && !is_unicode(declared) &&
	       !str_has_prefix(bytes, STR("\xef\xbb\xbf")) &&
	       byte_sample_has_high(bytes) && iconv_knows(declared);
}

struct encoding_choice encodings_choose(struct encodings *encodings,
					struct arena *arena, struct str bytes,
					struct str said)
{
	const char *declared = said.len > 0
		? encodings_meant(encodings, arena, said) : NULL;
	struct encoding_choice choice = { .encoding = NULL };
	bool is_binary;

	choice.encoding = encoding_find(bytes, &is_binary);
	if (choice.encoding)
		choice.is_declared_wrong = is_said_otherwise(choice.encoding,
							     declared, bytes);
	else if (!is_binary)
		choose_letters(encodings, &choice, declared, bytes);
	return choice;
}
