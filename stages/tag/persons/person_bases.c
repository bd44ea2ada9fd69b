#include "person_names_internal.h"

#include "utf8.h"

/* Nominatives of names. */

struct str person_names_lower(const struct scan *scan,
			      const struct name_part *part, struct strbuf *buf)
{
	const struct token *tokens = scan->doc->tokens.items;

	strbuf_clear(buf);
	for (size_t t = part->first; t < part->end; t++) {
		if (t > part->first && !(tokens[t - 1].flags & TOKEN_GLUED))
			strbuf_add_char(buf, ' '); /* "de Gaulle" */
		utf8_add_fold(buf, scan_form(scan, t));
	}
	return strbuf_view(buf);
}

static struct str plain_of(const struct scan *scan,
			   const struct name_part *part, struct strbuf *buf)
{
	strbuf_clear(buf);
	for (size_t t = part->first; t < part->end; t++)
		person_names_fold(buf, scan_form(scan, t));
	return strbuf_view(buf);
}

/* Whether two spellings differ in ё alone, if at all. */
static bool is_same(struct str a, struct str b)
{
	struct strbuf one = STRBUF_INIT, other = STRBUF_INIT;
	bool same;

	person_names_fold(&one, a);
	person_names_fold(&other, b);
	same = str_equal(strbuf_view(&one), strbuf_view(&other));
	strbuf_release(&one);
	strbuf_release(&other);
	return same;
}

static bool is_cyrillic(struct str text)
{
	size_t at = 0;

	return text.len > 0 && utf8_is_cyrillic(utf8_next(text, &at));
}

bool person_names_is_suffixing(const struct person_names *names, lang_id lang)
{
	return names->suffixing[lang];
}

bool person_names_is_base(const struct person_names *names, lang_id lang,
			  struct str lower)
{
	struct strbuf base = STRBUF_INIT;
	bool is = true;

	if (is_cyrillic(lower) && !names->suffixing[lang]) {
		person_cases_base(names->cases, lower, GENDER_UNKNOWN,
				  CASES_ALL & ~CASE_N, &base);
		is = str_equal(strbuf_view(&base), lower);
	}
	strbuf_release(&base);
	return is;
}

unsigned person_names_form_cases(const struct person_names *names,
				 struct str lower)
{
	return person_cases_any(names->cases, lower);
}

unsigned person_names_noun_cases(const struct person_names *names,
				 struct str lower)
{
	unsigned cases = person_cases_any(names->cases, lower);

	/* "журналисты" too; but "журналистов" is neither */
	return cases == CASE_G ? CASES_ALL :
	       cases == 0      ? CASES_ALL & ~(unsigned)CASE_N :
				 cases;
}

void person_names_join(struct person_names *names, const struct scan *scan,
		       struct name_part *part)
{
	part->key = languages_key(names->languages,
				  person_names_word(names, scan, part->first,
						    part->end));
	part->is = PART_PATRONYMIC;
}

/* What `plural` makes of a surname in the plural for one of a gender. */
static void add_singular(const struct person_names *names, struct str lower,
			 enum gender gender, struct strbuf *out)
{
	const struct ending *e = person_names_ending(names, lower,
						     ENDING_PLURAL, gender);

	strbuf_clear(out);
	if (e)
		strbuf_add(out, str_slice(lower, 0,
					  lower.len - e->text.len));
	strbuf_add(out, e ? e->base : lower);
}

void person_names_singular(struct person_names *names, const struct scan *scan,
			   struct name_part *part, enum gender gender)
{
	struct strbuf lower = STRBUF_INIT, one = STRBUF_INIT;

	add_singular(names, person_names_lower(scan, part, &lower), gender, &one);
	part->key = languages_key(names->languages,
				  words_add(names->words, strbuf_view(&one)));
	part->gender = gender;
	strbuf_release(&lower);
	strbuf_release(&one);
}

uint32_t person_names_next_spelling(const struct table *table, uint32_t first,
			      uint32_t after, bool cyrillic)
{
	int id = table_column(table, "id"), name = table_column(table, "name");
	struct str same = table_cell(table, first - 1, id);

	for (uint32_t row = after ? after + 1 : first;
	     row - 1 < table->row_count &&
	     str_equal(table_cell(table, row - 1, id), same); row++)
		if (is_cyrillic(table_cell(table, row - 1, name)) == cyrillic)
			return row;
	return 0;
}

/* The Kazakh case of the last part of a name. */
static bool take_kazakh(const struct person_names *names,
			const struct scan *scan, const struct name_part *part,
			struct str lower, struct strbuf *out)
{
	if (!names->suffixing[scan_lang(scan, part->first)] ||
	    part->is & PART_SPELLED)
		return false;
	languages_name_base(names->languages, lower, out);
	return out->len > 0 && out->len < lower.len &&
	       str_has_prefix(lower, strbuf_view(out));
}

/* The ending of a surname in one of the cases: without a base it is the
 * nominative's. */
static const struct ending *surname_ending(const struct person_names *names,
					   struct str lower,
					   const struct wanted_base *wanted)
{
	struct ending_search search = ending_rows_of(&names->by_ending, lower);
	const struct ending *best = NULL;
	uint32_t row;

	while ((row = ending_rows_next(&search))) {
		const struct ending *e = &names->endings.items[row - 1];
		unsigned cases = e->base.len > 0 ? CASES_ALL & ~CASE_N :
						   CASE_N;

		if (e->kind == ENDING_SURNAME && (cases & wanted->in) &&
		    !(wanted->gender && e->gender &&
		      e->gender != wanted->gender) &&
		    lower.len >= e->text.len + 3 &&
		    (!best || e->text.len > best->text.len))
			best = e;
	}
	return best;
}

uint32_t person_names_row_of(struct person_names *names, lang_id lang,
			     uint32_t first, struct str form,
			     enum gender gender)
{
	struct strbuf name = STRBUF_INIT, base = STRBUF_INIT;
	int column = table_column(names->given, "name");
	uint32_t found = 0;

	if (names->suffixing[lang])
		languages_name_base(names->languages, form, &base);
	for (uint32_t id = first; id && !found && is_cyrillic(form);
	     id = names->next_given.items[id - 1]) {
		uint32_t row = 0;

		while (!found &&
		       (row = person_names_next_spelling(names->given, id,
							 row, true))) {
			strbuf_clear(&name);
			person_names_fold(&name, table_cell(names->given,
							    row - 1, column));
			if (gender && person_gender(names->given, row - 1) !=
					      gender)
				continue;
			if (person_cases_of(names->cases, form,
					    strbuf_view(&name),
					    person_gender(names->given,
							  row - 1)) ||
			    str_equal(strbuf_view(&name), strbuf_view(&base)))
				found = id;
		}
	}
	strbuf_release(&name);
	strbuf_release(&base);
	return found;
}

void person_names_as(struct person_names *names, const struct scan *scan,
		     struct name_part *part, enum gender gender)
{
	struct strbuf lower = STRBUF_INIT;
	uint32_t string = part->key ? interned_of_word(&names->keys,
						       names->words, part->key)
				    : 0, row = 0;

	if (string && part->gender != gender &&
	    names->of_key.items[string].given)
		row = person_names_row_of(names, scan_lang(scan, part->first),
					  names->of_key.items[string].given,
					  plain_of(scan, part, &lower),
					  gender);
	if (row) {
		part->is &= ~(unsigned)PART_SPELLED;
		part->given = row;
		part->gender = gender;
	}
	strbuf_release(&lower);
}

bool person_names_is_suffixed(const struct person_names *names,
			      const struct scan *scan,
			      const struct name_part *part)
{
	struct strbuf lower = STRBUF_INIT, base = STRBUF_INIT;
	bool is = take_kazakh(names, scan, part,
			      person_names_lower(scan, part, &lower), &base);

	strbuf_release(&lower);
	strbuf_release(&base);
	return is;
}

bool person_names_is_where(const struct person_names *names,
			   const struct scan *scan, size_t token)
{
	struct str lower = words_text(names->words, scan_fold(scan, token));

	return person_names_is_place(names, lower) ||
	       (person_names_is_suffixing(names, scan_lang(scan, token)) &&
		person_names_ending(names, lower, ENDING_WHERE, 0) != NULL);
}

bool person_names_is_place(const struct person_names *names, struct str lower)
{
	return person_names_ending(names, lower, ENDING_PLACE, 0) != NULL;
}

/* Of a name of two halves the one whose ending tells its case, else the last. */
static struct str telling_half(const struct person_names *names,
			       struct str form)
{
	size_t hyphen = str_find(form, STR("-"), 0);
	struct str first = str_slice(form, 0, hyphen), last = form;

	if (hyphen < form.len)
		last = str_slice(form, hyphen + 1, form.len);
	return person_names_ending(names, last, ENDING_SURNAME, 0) ? last
								   : first;
}

bool person_names_is_oblique(const struct person_names *names,
			     const struct scan *scan,
			     const struct name_part *part)
{
	struct strbuf lower = STRBUF_INIT;
	struct wanted_base nominative = { GENDER_UNKNOWN, CASE_N, true };
	struct wanted_base any = { GENDER_UNKNOWN, CASES_ALL, true };
	struct str form = telling_half(names, person_names_lower(scan, part,
								 &lower));
	const struct ending *e = surname_ending(names, form, &any);
	bool is = e && e->base.len > 0 &&
		  !surname_ending(names, form, &nominative);

	strbuf_release(&lower);
	return is && !names->suffixing[scan_lang(scan, part->first)];
}

static void add_base(struct str lower, const struct ending *ending,
		     struct strbuf *out)
{
	size_t kept = lower.len;

	strbuf_clear(out);
	if (ending && ending->base.len > 0)
		kept -= ending->text.len;
	strbuf_add(out, str_slice(lower, 0, kept));
	if (ending)
		strbuf_add(out, ending->base);
}

unsigned person_names_genders_in(const struct person_names *names,
				 const struct scan *scan,
				 const struct name_part *part, unsigned in)
{
	struct strbuf lower = STRBUF_INIT, base = STRBUF_INIT;
	struct str form = telling_half(names, person_names_lower(scan, part,
								 &lower));
	unsigned genders = 0;

	for (int gender = GENDER_M; gender <= GENDER_F; gender++) {
		struct wanted_base wanted = { (enum gender)gender, in, true };
		const struct ending *e = surname_ending(names, form, &wanted);

		if (!(part->genders & 1u << gender) || !e)
			continue;
		add_base(form, e, &base);
		if (person_cases_of(names->cases, form, strbuf_view(&base),
				    (enum gender)gender) & in)
			genders |= 1u << gender;
	}
	strbuf_release(&lower);
	strbuf_release(&base);
	return genders ? genders : part->genders;
}

enum gender person_names_gender(const struct person_names *names,
				struct str surname)
{
	struct wanted_base wanted = { GENDER_UNKNOWN, CASE_N, true };
	const struct ending *e = surname_ending(names, surname, &wanted);

	return e ? e->gender : GENDER_UNKNOWN;
}

static unsigned known_cases(const struct person_names *names,
			    const struct scan *scan,
			    const struct name_part *part,
			    const struct table *table, uint32_t first,
			    enum gender gender)
{
	struct strbuf lower = STRBUF_INIT, name = STRBUF_INIT;
	struct str form = plain_of(scan, part, &lower);
	int column = table_column(table, "name");
	unsigned cases = 0;
	uint32_t row = 0;

	while (first && is_cyrillic(form) &&
	       (row = person_names_next_spelling(table, first, row, true))) {
		strbuf_clear(&name);
		person_names_fold(&name, table_cell(table, row - 1, column));
		cases |= person_cases_of(names->cases, form, strbuf_view(&name),
					 gender);
	}
	strbuf_release(&lower);
	strbuf_release(&name);
	return cases;
}

unsigned person_names_given_cases(const struct person_names *names,
				  const struct scan *scan,
				  const struct name_part *part)
{
	return known_cases(names, scan, part, names->given, part->given,
			   part->gender);
}

unsigned person_names_surname_cases(const struct person_names *names,
				    const struct scan *scan,
				    const struct name_part *part,
				    enum gender gender)
{
	return known_cases(names, scan, part, names->surnames, part->surname,
			   gender);
}

/* Of the spellings of an id the one that the form is nearest to: a case form of
 * it, with the longest common beginning, then the shortest. */
static struct str nearest_spelling(const struct person_names *names,
				   const struct table *table, uint32_t first,
				   struct str form, enum gender gender)
{
	int column = table_column(table, "name");
	struct str best = STR_NONE;
	struct strbuf lower = STRBUF_INIT;
	size_t most = 0;
	uint32_t row = 0;

	while ((row = person_names_next_spelling(table, first, row,
						 is_cyrillic(form)))) {
		struct str name = table_cell(table, row - 1, column);
		enum gender of = person_gender(table, row - 1);
		size_t common;

		strbuf_clear(&lower);
		person_names_fold(&lower, name);
		common = 2 * utf8_common(strbuf_view(&lower), form) +
			 (person_cases_of(names->cases, form,
					  strbuf_view(&lower), of) != 0);
		if ((of && gender && of != gender) || common < most ||
		    (common == most && best.len > 0 && name.len >= best.len))
			continue;
		best = name;
		most = common;
	}
	strbuf_release(&lower);
	return best;
}

void person_names_given_base(const struct person_names *names,
			     const struct scan *scan,
			     const struct name_part *part,
			     const struct wanted_base *wanted,
			     struct strbuf *out)
{
	struct strbuf lower = STRBUF_INIT;
	struct str form = person_names_lower(scan, part, &lower), known = STR_NONE;

	if (part->given)
		known = nearest_spelling(names, names->given, part->given,
					 form, GENDER_UNKNOWN);
	if (known.len > 0) {
		strbuf_clear(out);
		utf8_add_fold(out, is_same(known, form) ? form : known);
	} else if (!is_cyrillic(form)) {
		strbuf_clear(out);
		strbuf_add(out, form);
	} else if (!wanted->is_last ||
		   !take_kazakh(names, scan, part, form, out)) {
		person_cases_base(names->cases, form, wanted->gender,
				  wanted->in, out);
	}
	strbuf_release(&lower);
}

/* "Полозова-Рудного": each half in its nominative. */
static void add_halves(const struct person_names *names, struct str form,
		       const struct wanted_base *wanted, struct strbuf *out)
{
	struct strbuf base = STRBUF_INIT;

	strbuf_clear(out);
	for (size_t at = 0; at <= form.len;) {
		size_t end = str_find(form, STR("-"), at);
		struct str half = str_slice(form, at, end);
		const struct ending *ending = surname_ending(names, half,
							     wanted);

		if (ending)
			add_base(half, ending, &base);
		else
			person_cases_base(names->cases, half, wanted->gender,
					  wanted->in, &base);
		if (at > 0)
			strbuf_add_char(out, '-');
		strbuf_add(out, strbuf_view(&base));
		at = end + 1;
	}
	strbuf_release(&base);
}

void person_names_surname_base(const struct person_names *names,
			       const struct scan *scan,
			       const struct name_part *part,
			       const struct wanted_base *wanted,
			       struct strbuf *out)
{
	struct strbuf lower = STRBUF_INIT;
	struct str form = person_names_lower(scan, part, &lower), known = STR_NONE;
	const struct ending *ending;
	enum gender gender = wanted->gender;

	ending = surname_ending(names, form, wanted);
	if (!gender && ending)
		gender = ending->gender;
	if (part->surname)
		known = nearest_spelling(names, names->surnames,
					 part->surname, form, gender);
	if (part->is & PART_PLURAL) {
		add_singular(names, form, wanted->gender, out);
	} else if (known.len > 0) {
		strbuf_clear(out);
		utf8_add_fold(out, is_same(known, form) ? form : known);
	} else if (is_cyrillic(form) &&
		   !names->suffixing[scan_lang(scan, part->first)] &&
		   str_find(form, STR("-"), 0) < form.len) {
		add_halves(names, form, wanted, out);
	} else if (ending || !is_cyrillic(form)) {
		add_base(form, ending, out);
	} else if (!wanted->is_last ||
		   !take_kazakh(names, scan, part, form, out)) {
		person_cases_base(names->cases, form, wanted->gender,
				  wanted->in, out);
	}
	strbuf_release(&lower);
}

void person_names_father_base(const struct person_names *names,
			      const struct scan *scan,
			      const struct name_part *part,
			      struct strbuf *out)
{
	struct strbuf lower = STRBUF_INIT;
	struct str form = person_names_lower(scan, part, &lower);

	add_base(form, person_names_ending(names, form, ENDING_PATRONYMIC, 0),
		 out);
	strbuf_release(&lower);
}

unsigned person_names_cases(const struct person_names *names, struct str form,
			    struct str base, enum gender gender)
{
	return person_cases_of(names->cases, form, base, gender);
}
