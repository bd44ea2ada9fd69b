#include "persons_internal.h"

#include "utf8.h"

#include <stdlib.h>

/* A person's names in the nominative. Each mention says which nominatives its
 * forms may have; the one that most of them can be forms of counts. */

enum {
	BASES_MAX = 8,        /* nominatives of a name that are weighed */
	MENTIONS_MAX = 64,    /* of a person that are looked at */
	SURE = 4              /* weight of a mention that tells its case */
};

enum { NAMES_TOLD = 2048 /* of a document; each is looked for among them */ };

struct tally {                /* nominatives of one part of a name */
	struct str base[BASES_MAX];
	unsigned weight[BASES_MAX];
	size_t count;
};

struct mentions {             /* of one person, in text order */
	const struct found_person *items[MENTIONS_MAX];
	size_t count;
};

static struct str part_lower(struct scan *scan, const struct name_part *part)
{
	person_names_lower(scan, part, &scan->buf);
	return str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

static void add_base(struct tally *tally, struct str base)
{
	for (size_t i = 0; i < tally->count; i++)
		if (str_equal(tally->base[i], base))
			return;
	if (tally->count < BASES_MAX) {
		tally->weight[tally->count] = 0;
		tally->base[tally->count++] = base;
	}
}

/* The heaviest; of several the first. */
static struct str best_base(const struct tally *tally)
{
	size_t best = 0;

	for (size_t i = 1; i < tally->count; i++)
		if (tally->weight[i] > tally->weight[best])
			best = i;
	return tally->count > 0 ? tally->base[best] : STR_NONE;
}

/* The cases that a mention can stand in: by its given name's form and by the
 * role before it. */
static unsigned cases_of(const struct persons *p, const struct scan *scan,
			 const struct found_person *found)
{
	unsigned given = persons_has(&found->given) ?
		person_names_given_cases(p->names, scan, &found->given) : 0;

	/* who stands first and alone is the subject as a rule */
	if (!persons_has(&found->given) &&
	    scan->marks.items[found->first].flags & MARK_START)
		return CASE_N;
	if (given == 0 && persons_has(&found->given) &&
	    persons_has(&found->surname) && found->in & CASE_N) {
		unsigned in = person_names_surname_cases(
			p->names, scan, &found->surname, found->given.gender);

		if (in)
			return in;
	}
	if (given == 0 && persons_has(&found->surname) &&
	    person_names_is_oblique(p->names, scan, &found->surname))
		return found->in & ~(unsigned)CASE_N;
	if (given == 0)
		return found->in;
	return given & found->in ? given & found->in : given;
}

/* "против Путина": of a bare surname that a man has in an oblique case and a
 * woman in the nominative, inside a sentence, nothing else is known. */
static bool is_mans(const struct persons *p, const struct scan *scan,
		    const struct human *human,
		    const struct found_person *found)
{
	return !human->gender && human->given.len == 0 &&
	       human->initial.len == 0 &&
	       found->surname.genders == (1u << GENDER_M | 1u << GENDER_F) &&
	       !(scan->marks.items[found->first].flags & MARK_START) &&
	       !surroundings_is_base(p, scan, found->first);
}

static struct wanted_base wanted_of(const struct persons *p,
				    const struct scan *scan,
				    const struct human *human,
				    const struct found_person *found,
				    const struct name_part *part)
{
	size_t last = persons_has(&found->given) ? found->given.first : 0;

	if (persons_has(&found->surname) && found->surname.first > last)
		last = found->surname.first;
	if (is_mans(p, scan, human, found))
		return (struct wanted_base){ GENDER_M, CASES_ALL & ~CASE_N,
					     part->first >= last };
	return (struct wanted_base){ human->gender,
				     cases_of(p, scan, found),
				     part->first >= last };
}

/* The part of a mention that a tally is of. */
enum which { GIVEN, SURNAME };

static const struct name_part *part_of(const struct found_person *found,
				       enum which which)
{
	return which == GIVEN ? &found->given : &found->surname;
}

static struct str base_of(struct persons *p, struct scan *scan,
			  const struct human *human,
			  const struct found_person *found, enum which which)
{
	const struct name_part *part = part_of(found, which);
	struct wanted_base wanted = wanted_of(p, scan, human, found, part);

	if (which == GIVEN)
		person_names_given_base(p->names, scan, part, &wanted,
					&scan->buf);
	else if (found->by_father)
		person_names_father_base(p->names, scan, part, &scan->buf);
	else
		person_names_surname_base(p->names, scan, part, &wanted,
					  &scan->buf);
	return str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

static bool is_counted(const struct human *human,
		       const struct found_person *found, enum which which,
		       bool full)
{
	return persons_has(part_of(found, which)) &&
	       !(which == SURNAME && found->by_father && !human->by_father) &&
	       (!full || (persons_has(&found->given) && persons_has(&found->surname)));
}

/* What a mention says for each nominative: as much as it is sure of its case
 * where its form can be of it. */
static void weigh(const struct persons *p, struct scan *scan,
		  const struct human *human, const struct found_person *found,
		  enum which which, struct str own, struct tally *tally)
{
	unsigned in = cases_of(p, scan, found);
	bool bare = !persons_has(&found->given) || !persons_has(&found->surname);
	unsigned weight = bare || (in & CASE_N && in != CASE_N) ? 1 : SURE;
	struct str form = part_lower(scan, part_of(found, which));

	for (size_t i = 0; i < tally->count; i++)
		if (str_equal(tally->base[i], own) ||
		    person_names_cases(p->names, form, tally->base[i],
				       human->gender) & in)
			tally->weight[i] += weight;
}

static struct str nominative(struct persons *p, struct scan *scan,
			     const struct human *human,
			     const struct mentions *mentions, enum which which,
			     bool full)
{
	struct tally tally = { .count = 0 };
	struct str own[MENTIONS_MAX];

	for (size_t i = 0; i < mentions->count; i++)
		if (is_counted(human, mentions->items[i], which, full)) {
			own[i] = base_of(p, scan, human, mentions->items[i],
					 which);
			add_base(&tally, own[i]);
			if (which == SURNAME)
				add_base(&tally, part_lower(scan,
					&mentions->items[i]->surname));
		}
	for (size_t i = 0; tally.count > 1 && i < mentions->count; i++) {
		const struct found_person *found = mentions->items[i];

		if (is_counted(human, found, which, full))
			weigh(p, scan, human, found, which, own[i], &tally);
		else if (is_counted(human, found, which, false) &&
			 scan->marks.items[found->first].flags & MARK_START)
			weigh(p, scan, human, found, which, STR_NONE, &tally);
	}
	return best_base(&tally);
}

/* The further names of a mention, in the nominative as far as they tell it. */
static struct str middle_of(struct persons *p, struct scan *scan,
			    const struct human *human,
			    const struct found_person *found)
{
	struct strbuf all = STRBUF_INIT;
	const struct wanted_base wanted = { human->gender,
					    cases_of(p, scan, found), false };
	struct name_part part;
	struct str text;

	for (size_t t = found->middle.first; t < found->middle.end;) {
		if (all.len > 0)
			strbuf_add_char(&all, ' ');
		if (!person_names_part(p->names, scan, t, &part)) {
			utf8_add_fold(&all, scan_form(scan, t++));
			continue;
		}
		person_names_given_base(p->names, scan, &part, &wanted,
					&scan->buf);
		strbuf_add(&all, strbuf_view(&scan->buf));
		t = part.end;
	}
	text = str_copy(&scan->doc->arena, strbuf_view(&all));
	strbuf_release(&all);
	return text;
}

static void name_human(struct persons *p, struct scan *scan,
		       struct human *human, const struct mentions *mentions)
{
	bool full = human->given.len > 0 && human->surname.len > 0;

	if (human->given.len > 0)
		human->given = nominative(p, scan, human, mentions, GIVEN,
					  full);
	if (human->surname.len > 0)
		human->surname = nominative(p, scan, human, mentions, SURNAME,
					    full);
	if (!human->gender && human->surname.len > 0)
		human->gender = person_names_gender(p->names, human->surname);
	for (size_t i = 0; i < mentions->count; i++) {
		const struct found_person *found = mentions->items[i];

		if (persons_has(&found->middle) && human->middle.len == 0)
			human->middle = middle_of(p, scan, human, found);
		if (!persons_has(&found->patronymic))
			continue;
		person_names_father_base(p->names, scan, &found->patronymic,
					 &scan->buf);
		human->patronymic = str_copy(&scan->doc->arena,
					     strbuf_view(&scan->buf));
	}
}

static void make_id(struct persons *p, struct scan *scan, struct human *human)
{
	struct strbuf *id = &scan->buf;

	strbuf_clear(id);
	if (human->given.len > 0)
		person_names_given_id(p->names, id, human->given_row,
				      human->given);
	else if (human->initial.len > 0)
		person_names_given_id(p->names, id, 0, human->initial);
	if (human->middle.len > 0) {
		strbuf_add_char(id, '_');
		person_names_given_id(p->names, id, 0, human->middle);
	}
	if (id->len > 0 && human->surname.len > 0)
		strbuf_add_char(id, '_');
	if (human->surname.len > 0)
		person_names_surname_id(p->names, id, human->surname_row,
					human->gender, human->surname);
	human->id = str_copy(&scan->doc->arena, strbuf_view(id));
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2bc;
}

/* Capitals where a name has them, but for what the form has of its own
 * ("МакКейна"). */
static void add_shown(struct strbuf *out, struct str base, struct str form,
		      bool keeps)
{
	bool begins = true;
	size_t other = 0;

	for (size_t at = 0; at < base.len;) {
		uint32_t c = utf8_next(base, &at), own = 0;

		if (other < form.len)
			own = utf8_next(form, &other);
		if (keeps && own && (utf8_fold_char(own) == c ||
				     (is_apostrophe(own) && is_apostrophe(c)))) {
			c = own; /* of a particle too */
		} else {
			other = form.len;
			c = begins ? utf8_upper_char(c) : c;
		}
		utf8_add(out, c);
		begins = c == '-' || c == ' ' || is_apostrophe(c);
	}
}

static struct str form_of(const struct scan *scan, const struct name_part *part)
{
	return persons_has(part) ? extent_text(scan->doc, (struct extent){
				   scan->marks.items[part->first].sentence,
				   part->first, part->end }) :
			   STR_NONE;
}

/* Add a part of the shown name; false where the mention has it otherwise. */
static bool show_part(const struct scan *scan, struct str base,
		      const struct name_part *part, struct strbuf *out)
{
	struct str form = form_of(scan, part);
	bool capitals = persons_has(part) && (scan_shape(scan, part->first) &
				      SHAPE_ALL_CAPITAL);
	size_t from;

	if (base.len == 0)
		return !persons_has(part);
	if (out->len > 0)
		strbuf_add_char(out, ' ');
	from = out->len;
	add_shown(out, base, form, !capitals);
	return str_equal(str_slice(strbuf_view(out), from, out->len), form);
}

/* The nominative of a mention's parts; whether it is the mention. */
static bool show(const struct scan *scan, const struct human *human,
		 const struct found_person *found, struct strbuf *out)
{
	bool same = true;

	strbuf_clear(out);
	if (persons_has(&found->given))
		same = show_part(scan, human->given, &found->given, out);
	else if (persons_has(&found->initial))
		strbuf_add(out, form_of(scan, &found->initial));
	if (persons_has(&found->middle))
		same &= show_part(scan, human->middle, &found->middle, out);
	if (persons_has(&found->patronymic) && !found->by_father)
		same &= show_part(scan, human->patronymic, &found->patronymic,
				  out);
	if (persons_has(&found->surname))
		same &= show_part(scan, human->surname, &found->surname, out);
	return same && found->end - found->first > 0;
}

static size_t parts_of(const struct found_person *found)
{
	return (size_t)persons_has(&found->given) + persons_has(&found->initial) +
	       persons_has(&found->middle) +
	       (persons_has(&found->patronymic) && !found->by_father) +
	       persons_has(&found->surname);
}

/* The document says the name of a person whom it names most fully in other cases
 * or in capitals too: nobody shall be shown so. */
static void tell_name(struct scan *scan, const struct human *human,
		      const struct mentions *mentions)
{
	struct strbuf name = STRBUF_INIT, told = STRBUF_INIT;
	size_t most = 0;
	bool plain = true;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct found_person *found = mentions->items[i];
		size_t parts = parts_of(found);
		bool same = show(scan, human, found, &name);

		if (parts < most)
			continue;
		plain = same && (plain || parts > most);
		if (parts > most || same) {
			strbuf_clear(&told);
			strbuf_add(&told, strbuf_view(&name));
		}
		most = parts;
	}
	if (!plain && scan->doc->meta.count < NAMES_TOLD) {
		strbuf_clear(&name);
		strbuf_add_z(&name, META_NAME);
		strbuf_add(&name, human->id);
		document_set_meta(scan->doc, strbuf_view(&name),
				  strbuf_view(&told));
	}
	strbuf_release(&name);
	strbuf_release(&told);
}

static int by_person(const void *left, const void *right)
{
	const struct found_person *const *a = left, *const *b = right;

	if ((*a)->who != (*b)->who)
		return (*a)->who < (*b)->who ? -1 : 1;
	return (*a)->first < (*b)->first ? -1 : (*a)->first > (*b)->first;
}

void people_give_names(struct persons *p, struct scan *scan)
{
	size_t count = 0, next = 0;
	const struct found_person **all =
		memory_get((p->found.count + 1) * sizeof *all);

	for (size_t i = 1; i < p->found.count; i++)
		if (p->found.items[i].who)
			all[count++] = &p->found.items[i];
	if (count > 1)
		qsort(all, count, sizeof *all, by_person);
	for (uint32_t who = 1; who <= p->people.count; who++) {
		struct human *human = &p->people.items[who - 1];
		struct mentions mentions = { .count = 0 };

		for (; next < count && all[next]->who == who; next++)
			if (mentions.count < MENTIONS_MAX)
				mentions.items[mentions.count++] = all[next];
		name_human(p, scan, human, &mentions);
		make_id(p, scan, human);
		tell_name(scan, human, &mentions);
	}
	free(all);
}
