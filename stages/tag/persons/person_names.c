#include "person_names_internal.h"

#include "utf8.h"

enum {
	SUFFIX_LETTERS = 2, /* that a word has behind a name, at least */
	SHORT_NAME = 5      /* letters of a name whose form may change by one */
};

const struct ending *person_names_ending(const struct person_names *names,
					 struct str lower,
					 enum ending_kind kind,
					 enum gender gender)
{
	struct ending_search search = ending_rows_of(&names->by_ending, lower);
	const struct ending *best = NULL;
	uint32_t row;

	while ((row = ending_rows_next(&search))) {
		const struct ending *e = &names->endings.items[row - 1];

		if (e->kind != kind ||
		    (best && e->text.len <= best->text.len) ||
		    (gender && e->gender && e->gender != gender))
			continue;
		if (kind == ENDING_WORD || kind == ENDING_PARTICLE ?
					  lower.len == e->text.len :
					  lower.len >= e->text.len + 3)
			best = e;
	}
	return best;
}

word_id person_names_word(struct person_names *names, const struct scan *scan,
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
		person_names_fold(&lower, table_cell(given, row - 1, name));
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
	/* but Дулатов, whose stem is Дулат, is none */
	if (string || is_spelled || lang == LANG_UND ||
	    person_names_ending(names,
				words_text(names->words,
					   words_fold(names->words, word)),
				ENDING_SURNAME, GENDER_UNKNOWN) ||
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

/* Of the given names of a key the first that the word may be a form of, one that
 * ends as it does before others; 0 where none is. */
static uint32_t near_given(struct person_names *names, uint32_t first,
			   struct str text, struct fit *fit)
{
	struct fit one;
	uint32_t found = 0;

	*fit = (struct fit){ false, true };
	for (uint32_t id = first; id && !fit->ends_alike;
	     id = names->next_given.items[id - 1])
		if (is_spelled(names, names->given, id, text, &one) &&
		    (!found || one.ends_alike)) {
			found = id;
			*fit = one;
		}
	return found;
}

void person_names_look_up(struct person_names *names, lang_id lang, word_id word,
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
	uint32_t first;

	if (!names->is_indexed)
		person_names_index(names);
	strbuf_clear(&names->buf);
	person_names_fold(&names->buf, text);
	if (!str_equal(strbuf_view(&names->buf), text)) {
		lower = words_add(names->words, strbuf_view(&names->buf));
		text = words_text(names->words, lower);
	}
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
	first = spelled.given ? 0 : near_given(names, known->given, text,
					       &fit);
	if (!spelled.given && known->given)
		part->given = person_names_row_of(names, lang, known->given,
						  text, GENDER_UNKNOWN);
	if (!spelled.given && !first && !part->given)
		return;
	part->is |= PART_GIVEN_KEY;
	if (known->of_gender[GENDER_M] && known->of_gender[GENDER_F])
		part->is |= PART_BOTH;
	if (is_stem || (!spelled.given && names->suffixing[lang] &&
			fit.is_longer))
		part->is |= PART_INFLECTED;
	/* "Maxime" and "Nino" are other names than Maxim and Nina */
	if (latin && !is_stem && !spelled.given && !fit.ends_alike) {
		part->given = 0;
		return;
	}
	if (spelled.given)
		part->given = spelled.given;
	if (spelled.given || (!latin && part->given) ||
	    (!latin && !languages_know(names->languages, lang, word)))
		part->is |= PART_GIVEN;
	if (spelled.given || part->given) {
		part->gender = person_gender(names->given, part->given - 1);
		return;
	}
	if (!latin && !is_stem) { /* no form of it: Камиль is not Камила */
		if (fit.ends_alike)
			part->gender = person_gender(names->given, first - 1);
		return;
	}
	part->given = first;
	part->gender = given_gender(names, known, lower, 0);
	if (first == known->given && known->of_gender[part->gender])
		part->given = known->of_gender[part->gender];
}

bool person_names_is_apart(const struct person_names *names,
			   const struct scan *scan, size_t token)
{
	return person_names_ending(names,
			   words_text(scan->words, scan_fold(scan, token)),
			   ENDING_WORD, 0) != NULL;
}

bool person_names_is_adjective(struct person_names *names,
			       const struct scan *scan, size_t token)
{
	struct str lower = words_text(scan->words, scan_fold(scan, token));
	const struct ending *e = person_names_ending(names, lower,
						     ENDING_SURNAME, 0);

	/* "Садыковой" is no adjective, as Садыкова is none */
	if (e && e->base.len > 0) {
		strbuf_clear(&names->buf);
		strbuf_add(&names->buf, str_slice(lower, 0, lower.len -
							    e->text.len));
		strbuf_add(&names->buf, e->base);
		lower = strbuf_view(&names->buf);
	}
	return person_names_ending(names, lower, ENDING_ADJECTIVE, 0) != NULL;
}
