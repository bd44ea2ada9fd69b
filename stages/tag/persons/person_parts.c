#include "person_names_internal.h"

#include "utf8.h"

/* Parts of names in a text. What a word says is computed once. */

enum { PART_JOINS = 2 /* hyphens in one part */ };

enum word_class {             /* of a word as it is written */
	WORD_NEW,
	WORD_OTHER,
	WORD_INITIAL,
	WORD_NAME,            /* with a capital */
	WORD_JOINED,          /* ар-Рашвани */
	WORD_PARTICLE         /* al, van, in small letters */
};

/* Letters with a full stop each, "Zh." among them: what romanisation makes of
 * one letter. */
static bool is_initial(const struct person_names *names, struct str form)
{
	size_t at = 0, letters = 0;

	while (at < form.len) {
		size_t start = at, stop = str_find(form, STR("."), at);

		if (stop == form.len || !utf8_is_upper(utf8_next(form, &at)))
			return false;
		if (at < stop &&
		    !romanisation_is_letter(names->romanisation,
					    str_slice(form, start, stop)))
			return false;
		at = stop + 1;
		letters++;
	}
	return letters > 0 && letters <= 3;
}

/* "ар-Рашвани" in one word */
static bool has_particle(const struct person_names *names, struct str form)
{
	size_t hyphen = str_find(form, STR("-"), 0), at = hyphen + 1;

	return at < form.len && utf8_is_upper(utf8_next(form, &at)) &&
	       person_names_ending(names, str_slice(form, 0, hyphen),
				   ENDING_PARTICLE, 0);
}

static enum word_class class_of(const struct person_names *names,
				const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);

	if (scan_kind(scan, token) != KIND_WORD)
		return is_initial(names, form) ? WORD_INITIAL : WORD_OTHER;
	if (scan_shape(scan, token) & SHAPE_CAPITAL)
		return is_initial(names, form)		? WORD_INITIAL :
		       scan_is_name_word(scan, token)	? WORD_NAME :
							  WORD_OTHER;
	if (has_particle(names, form))
		return WORD_JOINED;
	return person_names_ending(names, form, ENDING_PARTICLE, 0) ?
		       WORD_PARTICLE :
		       WORD_OTHER;
}

static inline enum word_class word_class(struct person_names *names,
					 const struct scan *scan, size_t token)
{
	uint32_t *class = word_cache_at(&names->classes, names->words,
					scan->doc->tokens.items[token].form);

	if (*class == WORD_NEW)
		*class = class_of(names, scan, token);
	return (enum word_class)*class;
}

/* The name that a particle in small letters stands before ("al-Rashwani", "van
 * Dijk"), or the token itself. */
static size_t behind_particle(struct person_names *names,
			      const struct scan *scan, size_t token)
{
	size_t limit = scan_sentence_end(scan, token), next = token + 1;

	if (next < limit && scan_is_form(scan, next, "-"))
		next++;
	return next < limit && word_class(names, scan, next) == WORD_NAME ?
		       next :
		       token;
}

/* What a hyphen joins to a name: a capital, or in Latin script a word that the
 * language does not know ("Seo-hwan", but "Kremlin-backed"). */
static bool joins_name(struct person_names *names, const struct scan *scan,
		       size_t token)
{
	return scan_is_name_word(scan, token) ||
	       (scan_kind(scan, token) == KIND_WORD &&
		scan_shape(scan, token) & SHAPE_LATIN &&
		scan_shape(scan, token - 2) & SHAPE_LATIN &&
		!languages_know(names->languages, scan_lang(scan, token),
				scan->doc->tokens.items[token].form));
}

/* Words joined by hyphens without blanks, each with a capital. */
static size_t part_end(struct person_names *names, const struct scan *scan,
		       size_t token)
{
	const struct token *tokens = scan->doc->tokens.items;
	size_t end = token + 1, limit = scan_sentence_end(scan, token);

	for (int i = 0; i < PART_JOINS && end + 1 < limit; i++) {
		if (!(tokens[end - 1].flags & tokens[end].flags &
		      TOKEN_GLUED) ||
		    !scan_is_form(scan, end, "-") ||
		    !joins_name(names, scan, end + 1))
			break;
		end += 2;
	}
	return end;
}

/* Of whom a surname is by its ending; 0 where that tells nothing. `plain`: where
 * a nominative has it, it is one (Kazakh has no "Омарова" of Омаров). */
static unsigned genders_of(const struct person_names *names, struct str lower,
			   size_t len, bool plain)
{
	unsigned genders = 0, both = 1u << GENDER_M | 1u << GENDER_F;
	unsigned nominative = 0;

	for (size_t i = 0; i < names->endings.count; i++) {
		const struct ending *e = &names->endings.items[i];

		if (e->kind != ENDING_SURNAME || e->text.len != len ||
		    !str_has_suffix(lower, e->text))
			continue;
		genders |= e->gender ? 1u << e->gender : both;
		if (e->base.len == 0)
			nominative |= e->gender ? 1u << e->gender : both;
	}
	return plain && nominative ? nominative : genders;
}

/* "Полозов-Рудный": each half has its cases, so that the name is known by the
 * keys of both. 0 where one has none. */
static word_id key_of_halves(struct person_names *names, struct str text)
{
	struct strbuf key = STRBUF_INIT;
	bool has = true;
	word_id word = 0;

	for (size_t at = 0; has && at <= text.len;) {
		size_t end = str_find(text, STR("-"), at);
		word_id half = languages_key(names->languages,
			words_add(names->words, str_slice(text, at, end)));

		has = half != 0;
		if (at > 0)
			strbuf_add_char(&key, '-');
		if (has)
			strbuf_add(&key, words_text(names->words, half));
		at = end + 1;
	}
	if (has)
		word = words_add(names->words, strbuf_view(&key));
	strbuf_release(&key);
	return word;
}

/* The ending of a surname that the first half of a name has, which tells of whom
 * the other cannot: "Мартюшевой-Лис". */
static void read_half(const struct person_names *names, lang_id lang,
		      struct str lower, struct name_part *part)
{
	struct str half = str_slice(lower, 0, str_find(lower, STR("-"), 0));
	const struct ending *ending =
		person_names_ending(names, half, ENDING_SURNAME, 0);

	if (!ending)
		return;
	part->is |= PART_ENDING;
	part->genders = genders_of(names, half, ending->text.len,
				   names->suffixing[lang]);
	if (!part->gender)
		part->gender = ending->gender;
}

/* "Anne-Marie": two given names that the tables spell so are one. */
static bool are_given(struct person_names *names, lang_id lang, struct str text,
		      struct name_part *part)
{
	size_t hyphen = str_find(text, STR("-"), 0);
	struct str halves[] = { str_slice(text, 0, hyphen),
				str_slice(text, hyphen + 1, text.len) };
	struct name_part half = { .end = 0 };
	enum gender gender = GENDER_UNKNOWN;

	for (size_t i = 0; i < COUNT_OF(halves); i++) {
		half = (struct name_part){ .end = 0 };
		person_names_look_up(names, lang,
				     words_add(names->words, halves[i]), &half);
		if (!(half.is & PART_GIVEN) || !(half.is & PART_SPELLED))
			return false;
		gender = i == 0 ? half.gender : gender;
	}
	part->is = PART_GIVEN | PART_SPELLED;
	part->gender = gender;
	return true;
}

/* What a word says, but for where it stands. */
static void read_word(struct person_names *names, lang_id lang, word_id word,
		      struct name_part *part)
{
	const struct ending *ending;
	struct str lower;

	*part = (struct name_part){ .first = 0 };
	person_names_look_up(names, lang, word, part);
	lower = words_text(names->words, words_fold(names->words, word));
	ending = person_names_ending(names, lower, ENDING_PATRONYMIC, 0);
	if (ending) {
		part->is |= PART_PATRONYMIC;
	} else if ((ending = person_names_ending(names, lower, ENDING_SURNAME,
						 0))) {
		part->is |= PART_ENDING;
		part->genders = genders_of(names, lower, ending->text.len,
					   names->suffixing[lang]);
	}
	if (ending && !part->gender)
		part->gender = ending->gender;
	if (person_names_ending(names, lower, ENDING_PLURAL, 0))
		part->is |= PART_PLURAL;
	if (str_find(lower, STR("-"), 0) == lower.len ||
	    part->is & (PART_GIVEN | PART_GIVEN_KEY | PART_SURNAME))
		return;
	if (are_given(names, lang, words_text(names->words, word), part))
		return;
	if (!ending)
		read_half(names, lang, lower, part);
	part->key = key_of_halves(names, words_text(names->words, word));
}

static void forget(struct person_names *names)
{
	names->generation = names->words->generation;
	LIST_CLEAR(&names->said);
	LIST_ADD(&names->said);
}

static struct name_part said_of(struct person_names *names, lang_id lang,
				word_id word)
{
	uint32_t *number;
	struct name_part part;

	if (names->said.count == 0 ||
	    names->generation != names->words->generation)
		forget(names);
	number = word_cache_at(&names->said_of[lang], names->words, word);
	if (*number == 0) {
		read_word(names, lang, word, &part);
		*LIST_ADD(&names->said) = part;
		number = word_cache_at(&names->said_of[lang], names->words,
				       word);
		*number = (uint32_t)names->said.count - 1;
	}
	return names->said.items[*number];
}

/* "К.-Ж. Токаев": initials of a name that has a hyphen are one part. */
static size_t initials_end(struct person_names *names, const struct scan *scan,
			   size_t token)
{
	const struct token *tokens = scan->doc->tokens.items;
	size_t end = token + 1;

	if (end + 1 < scan_sentence_end(scan, token) &&
	    tokens[token].flags & tokens[end].flags & TOKEN_GLUED &&
	    scan_is_form(scan, end, "-") &&
	    word_class(names, scan, end + 1) == WORD_INITIAL)
		end += 2;
	return end;
}

bool person_names_may_begin(struct person_names *names, const struct scan *scan,
			    size_t token)
{
	return word_class(names, scan, token) != WORD_OTHER;
}

bool person_names_part(struct person_names *names, const struct scan *scan,
		       size_t token, struct name_part *part)
{
	enum word_class class = word_class(names, scan, token);
	size_t name = token, end;
	word_id word;

	if (class == WORD_OTHER)
		return false;
	*part = (struct name_part){ .first = token, .end = token + 1 };
	if (class == WORD_INITIAL) {
		part->is = PART_INITIAL;
		part->end = initials_end(names, scan, token);
		return true;
	}
	if (class == WORD_PARTICLE &&
	    (name = behind_particle(names, scan, token)) == token)
		return false;
	end = part_end(names, scan, name);
	word = end == token + 1 ?
		       scan->doc->tokens.items[token].form :
		       person_names_word(names, scan, token, end);
	*part = said_of(names, scan_lang(scan, token), word);
	part->first = token;
	part->end = end;
	return true;
}
