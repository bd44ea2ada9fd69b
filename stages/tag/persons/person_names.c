#include "person_names_internal.h"

#include "utf8.h"

enum {
	PART_JOINS = 2,     /* hyphens in one part */
	SUFFIX_LETTERS = 2, /* that a word has behind a name, at least */
	SHORT_NAME = 5      /* letters of a name whose form may change by one */
};

/* The longest ending of a kind that leaves two letters before it. */
static const struct ending *find_ending(const struct person_names *names,
					struct str lower, enum ending_kind kind,
					enum gender gender)
{
	const struct ending *best = NULL;

	for (size_t i = 0; i < names->endings.count; i++) {
		const struct ending *e = &names->endings.items[i];

		if (e->kind != kind ||
		    (best && e->text.len <= best->text.len) ||
		    (gender && e->gender && e->gender != gender) ||
		    !str_has_suffix(lower, e->text))
			continue;
		if (kind == ENDING_WORD ? lower.len == e->text.len :
					  lower.len >= e->text.len + 3)
			best = e;
	}
	return best;
}

static bool is_initial(struct str form)
{
	size_t at = 0, letters = 0;

	while (at < form.len) {
		if (!utf8_is_upper(utf8_next(form, &at)) || at >= form.len ||
		    form.data[at] != '.')
			return false;
		at++;
		letters++;
	}
	return letters > 0 && letters <= 3;
}

/* Words joined by hyphens without blanks, each with a capital. */
static size_t part_end(const struct scan *scan, size_t token)
{
	const struct token *tokens = scan->doc->tokens.items;
	size_t end = token + 1, limit = scan_sentence_end(scan, token);

	for (int i = 0; i < PART_JOINS && end + 1 < limit; i++) {
		if (!(tokens[end - 1].flags & tokens[end].flags &
		      TOKEN_GLUED) ||
		    !scan_is_form(scan, end, "-") ||
		    !scan_is_name_word(scan, end + 1))
			break;
		end += 2;
	}
	return end;
}

static word_id part_word(struct person_names *names, const struct scan *scan,
			 size_t first, size_t end)
{
	strbuf_clear(&names->buf);
	for (size_t t = first; t < end; t++)
		strbuf_add(&names->buf, scan_form(scan, t));
	return words_add(names->words, strbuf_view(&names->buf));
}

/* The vowel at the end of a romanised name, or 0. i and y come and go. */
static char end_vowel(const struct strbuf *name)
{
	char last = name->len ? name->data[name->len - 1] : 0;

	return last && strchr("aeou", last) ? last : 0;
}

/* How a word fits the spellings of a row that it may be a form of. */
struct fit {
	bool ends_alike;  /* one ends in the same vowel as the word, or none */
	bool is_longer;   /* the word has a suffix behind each */
};

/* Keys are coarse ("Доме" and "Дума" share one): a spelling of the row must
 * begin as the word does, in Latin letters, but for those that forms change. */
static bool is_spelled(struct person_names *names, const struct table *table,
		       uint32_t first, struct str word, struct fit *fit)
{
	int id = table_column(table, "id"), name = table_column(table, "name");
	struct str wanted = table_cell(table, first - 1, id);
	struct strbuf own = STRBUF_INIT, other = STRBUF_INIT;
	bool found = false;

	*fit = (struct fit){ false, true };
	romanisation_slug(names->romanisation, &own, word);
	for (size_t row = first - 1;
	     !(found && fit->ends_alike) && row < table->row_count &&
	     str_equal(table_cell(table, row, id), wanted); row++) {
		size_t same = 0;

		strbuf_clear(&other);
		romanisation_slug(names->romanisation, &other,
				  table_cell(table, row, name));
		while (same < own.len && same < other.len &&
		       own.data[same] == other.data[same])
			same++;
		if (same + (other.len > SHORT_NAME ? 2 : 1) < other.len)
			continue;
		found = true;
		fit->ends_alike = end_vowel(&own) == end_vowel(&other);
		fit->is_longer = fit->is_longer &&
				 own.len >= other.len + SUFFIX_LETTERS;
	}
	strbuf_release(&own);
	strbuf_release(&other);
	return found;
}

/* Whether the form is that name with the ending of a row for given names of its
 * gender. */
static bool has_given_ending(const struct person_names *names, struct str form,
			     struct str name, enum gender gender)
{
	for (size_t i = 0; i < names->endings.count; i++) {
		const struct ending *e = &names->endings.items[i];
		size_t kept = name.len - e->base.len;

		if (e->kind == ENDING_GIVEN && e->gender == gender &&
		    str_has_suffix(name, e->base) &&
		    form.len == kept + e->text.len &&
		    str_has_prefix(form, str_slice(name, 0, kept)) &&
		    str_has_suffix(form, e->text))
			return true;
	}
	return false;
}

/* Whether the word is a case form of one of the spellings of a man's name. As a
 * nominative it would be a woman's name that no table has. */
static bool is_case_of(const struct person_names *names, uint32_t row,
		       struct str form)
{
	const struct table *given = names->given;
	struct strbuf lower = STRBUF_INIT;
	int id = table_column(given, "id"), name = table_column(given, "name");
	struct str same = table_cell(given, row - 1, id);
	bool is = false;

	for (; !is && row - 1 < given->row_count &&
	       str_equal(table_cell(given, row - 1, id), same); row++) {
		strbuf_clear(&lower);
		utf8_add_fold(&lower, table_cell(given, row - 1, name));
		is = has_given_ending(names, form, strbuf_view(&lower),
				      GENDER_M);
	}
	strbuf_release(&lower);
	return is;
}

/* The gender of a known given name: that of its spelling, or of the only
 * names that share the key. `spelled` is the row of the spelling, or 0. */
static enum gender given_gender(const struct person_names *names,
				const struct known_name *known, word_id lower,
				uint32_t spelled)
{
	uint32_t row = spelled ? spelled : known->given;

	if (!spelled && known->of_gender[GENDER_M] &&
	    known->of_gender[GENDER_F])
		return is_case_of(names, known->of_gender[GENDER_M],
				  words_text(names->words, lower)) ?
			       GENDER_M :
			       GENDER_UNKNOWN;
	return person_gender(names->given, row - 1);
}

/* A key that no table has may be that of a form: then the stem's counts. English
 * has no cases, and what looks like an ending there is the name's. */
static uint32_t find_key(struct person_names *names, lang_id lang, word_id word,
			 word_id *key, bool is_spelled, bool *is_stem)
{
	uint32_t string = 0;
	word_id of_stem;

	*is_stem = false;

	*key = languages_key(names->languages, word);
	if (*key)
		string = interned_of_word(&names->keys, names->words, *key);
	if (string || is_spelled || lang == LANG_UND ||
	    ((words_shape(names->words, word) & SHAPE_LATIN) &&
	     !names->suffixing[lang]))
		return string;
	of_stem = languages_key(names->languages,
				languages_stem(names->languages, lang, word));
	if (of_stem)
		string = interned_of_word(&names->keys, names->words, of_stem);
	if (string)
		*key = of_stem;
	*is_stem = string != 0;
	return string;
}

static void look_up(struct person_names *names, lang_id lang, word_id word,
		    struct name_part *part)
{
	bool latin = words_shape(names->words, word) & SHAPE_LATIN;
	word_id lower = words_fold(names->words, word);
	struct str text = words_text(names->words, lower);
	struct fit fit;
	bool is_stem;
	const struct known_name *known;
	struct known_spelling spelled;
	uint32_t string;

	if (!names->is_indexed)
		person_names_index(names);
	spelled = names->of_spelling.items[interned_of_word(
		&names->spellings, names->words, lower)];
	string = find_key(names, lang, word, &part->key,
			  spelled.given || spelled.surname, &is_stem);
	known = &names->of_key.items[string];
	if (spelled.given || spelled.surname)
		part->is |= PART_SPELLED;
	if (spelled.is_word)
		part->is |= PART_WORD;
	if (known->surname &&
	    (spelled.surname || is_spelled(names, names->surnames,
					   known->surname, text, &fit))) {
		part->surname = known->surname;
		part->is |= PART_SURNAME;
	}
	if (!spelled.given &&
	    (!known->given ||
	     !is_spelled(names, names->given, known->given, text, &fit)))
		return;
	part->is |= PART_GIVEN_KEY;
	if (is_stem || (!spelled.given && names->suffixing[lang] &&
			fit.is_longer))
		part->is |= PART_INFLECTED;
	/* "Maxime" and "Nino" are other names than Maxim and Nina */
	if (latin && !is_stem && !spelled.given && !fit.ends_alike)
		return;
	part->given = known->given ? known->given : spelled.given;
	if (!latin || spelled.given)
		part->is |= PART_GIVEN;
	part->gender = given_gender(names, known, lower, spelled.given);
	if (spelled.is_latin)
		part->given = spelled.given;
	else if (known->of_gender[part->gender])
		part->given = known->of_gender[part->gender];
}

bool person_names_part(struct person_names *names, const struct scan *scan,
		       size_t token, struct name_part *part)
{
	const struct ending *ending;
	struct str lower;
	word_id word;

	*part = (struct name_part){ .first = token, .end = token + 1 };
	if (!(scan_shape(scan, token) & SHAPE_CAPITAL))
		return false;
	if (is_initial(scan_form(scan, token))) {
		part->is = PART_INITIAL;
		return true;
	}
	if (!scan_is_name_word(scan, token))
		return false;
	part->end = part_end(scan, token);
	word = part_word(names, scan, token, part->end);
	look_up(names, scan_lang(scan, token), word, part);
	lower = words_text(names->words, words_fold(names->words, word));
	ending = find_ending(names, lower, ENDING_PATRONYMIC, 0);
	if (ending)
		part->is |= PART_PATRONYMIC;
	if (!ending && (ending = find_ending(names, lower, ENDING_SURNAME, 0)))
		part->is |= PART_ENDING;
	if (ending && !part->gender)
		part->gender = ending->gender;
	return true;
}

bool person_names_is_apart(const struct person_names *names,
			   const struct scan *scan, size_t token)
{
	return find_ending(names,
			   words_text(scan->words, scan_fold(scan, token)),
			   ENDING_WORD, 0) != NULL;
}

bool person_names_is_adjective(struct person_names *names,
			       const struct scan *scan, size_t token)
{
	struct str lower = words_text(scan->words, scan_fold(scan, token));

	return find_ending(names, lower, ENDING_ADJECTIVE, 0) != NULL;
}

/* Press spellings differ in the y of -aye-, -iye- and Ye- (Egeubaeva,
 * Yegeubayeva): an id goes without it, so that they meet. */
static void drop_glides(struct strbuf *out, size_t from)
{
	size_t kept = from;

	for (size_t i = from; i < out->len; i++) {
		char before = kept == from ? '_' : out->data[kept - 1];

		if (out->data[i] == 'y' && i + 1 < out->len &&
		    out->data[i + 1] == 'e' && strchr("_aeiou", before))
			continue;
		out->data[kept++] = out->data[i];
	}
	strbuf_truncate(out, kept);
}

static void slug_of_name(const struct person_names *names, struct strbuf *out,
			 struct str text)
{
	size_t from = out->len;

	romanisation_slug(names->romanisation, out, text);
	drop_glides(out, from);
}

void person_names_given_id(const struct person_names *names, struct strbuf *out,
			   uint32_t given, struct str text)
{
	const struct table *table = names->given;

	if (given)
		strbuf_add(out, table_cell(table, given - 1,
					   table_column(table, "id")));
	else
		slug_of_name(names, out, text);
}

/* The surname's main spelling in the gender: the first English row of it. */
static struct str surname_form(const struct table *table, uint32_t surname,
			       enum gender gender)
{
	int id = table_column(table, "id"), name = table_column(table, "name");
	size_t row = surname - 1;
	struct str wanted = table_cell(table, row, id);

	for (; row < table->row_count &&
	       str_equal(table_cell(table, row, id), wanted); row++)
		if (gender == GENDER_F &&
		    person_gender(table, row) == GENDER_F)
			return table_cell(table, row, name);
	return wanted;
}

void person_names_surname_id(const struct person_names *names,
			     struct strbuf *out, uint32_t surname,
			     enum gender gender, struct str text)
{
	struct strbuf lower = STRBUF_INIT;
	const struct ending *ending;
	struct str form;

	if (surname) {
		form = surname_form(names->surnames, surname, gender);
		romanisation_slug(names->romanisation, out, form);
		return;
	}
	utf8_add_fold(&lower, text);
	form = strbuf_view(&lower);
	ending = find_ending(names, form, ENDING_SURNAME, gender);
	if (ending && ending->base.len > 0) {
		strbuf_truncate(&lower, lower.len - ending->text.len);
		strbuf_add(&lower, ending->base);
	}
	slug_of_name(names, out, strbuf_view(&lower));
	strbuf_release(&lower);
}
