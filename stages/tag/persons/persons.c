#include "persons_internal.h"

#include <stdlib.h>

static int add_title(struct persons *p, const struct knowledge *knowledge,
		     struct table *table, size_t row, struct err *err)
{
	static const char *const genders[] = {
		[GENDER_UNKNOWN] = "", [GENDER_M] = "m", [GENDER_F] = "f",
		[TITLE_ANY] = "u", [TITLE_KIN_M] = "m_of",
		[TITLE_KIN_F] = "f_of", NULL
	};
	unsigned gender = 0;
	lang_id lang;
	int rc = table_choice(table, row, "gender", genders, &gender, err);

	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc == 0 && gender == GENDER_UNKNOWN)
		rc = table_refuse(table, row, err, "no gender");
	if (rc < 0)
		return rc;
	phrases_add(p->titles, lang, table_named_cell(table, row, "word"),
		    gender);
	table_take(table, row);
	return 0;
}

static int open_titles(struct persons *p, const struct knowledge *knowledge,
		       struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "titles.tsv", &table,
				err);

	p->titles = phrases_new(knowledge);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_title(p, knowledge, table, row, err);
	return rc;
}

int persons_open(struct persons **out, const struct knowledge *knowledge,
		 const struct romanisation *romanisation, struct err *err)
{
	struct persons *p = memory_get(sizeof *p);
	int rc;

	*p = (struct persons){ .languages = knowledge->languages,
			       .words = knowledge->words,
			       .romanisation = romanisation };
	rc = person_names_open(&p->names, knowledge, romanisation, err);
	if (rc == 0)
		rc = roles_open(&p->roles, knowledge, err);
	if (rc == 0)
		rc = open_titles(p, knowledge, err);
	if (rc == 0)
		rc = named_after_open(&p->named_after, knowledge, err);
	if (rc < 0) {
		persons_close(p);
		p = NULL;
	}
	*out = p;
	return rc;
}

void persons_close(struct persons *p)
{
	if (!p)
		return;
	person_names_close(p->names);
	roles_close(p->roles);
	phrases_free(p->titles);
	named_after_close(p->named_after);
	LIST_RELEASE(&p->honoured);
	LIST_RELEASE(&p->titled);
	LIST_RELEASE(&p->marks);
	LIST_RELEASE(&p->covered);
	LIST_RELEASE(&p->found);
	LIST_RELEASE(&p->people);
	LIST_RELEASE(&p->only);
	word_cache_release(&p->by_key);
	LIST_RELEASE(&p->keys);
	word_cache_release(&p->pairs);
	word_cache_release(&p->alone);
	free(p);
}

bool persons_may_name(const struct persons *p, const struct scan *scan,
		      size_t token)
{
	struct name_part part;

	return person_names_part(p->names, scan, token, &part) &&
	       part.is & (PART_SPELLED | PART_ENDING | PART_PATRONYMIC);
}

bool persons_is_given(const struct persons *p, const struct scan *scan,
		      size_t token)
{
	struct name_part part;

	return person_names_part(p->names, scan, token, &part) &&
	       part.is & PART_GIVEN &&
	       (part.is & PART_SPELLED ||
		person_names_given_cases(p->names, scan, &part));
}

bool persons_is_inflected(const struct persons *p, const struct scan *scan,
			  size_t token)
{
	const unsigned known = PART_GIVEN | PART_GIVEN_KEY | PART_SURNAME |
			       PART_ENDING | PART_PATRONYMIC;
	struct name_part part;

	return person_names_part(p->names, scan, token, &part) &&
	       part.is & known &&
	       person_names_is_suffixed(p->names, scan, &part);
}

static void cover(struct persons *p, const struct scan *scan)
{
	LIST_ZERO(&p->covered, scan->doc->tokens.count);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		for (size_t t = c->first;
		     c->rank != RANK_MINOR && t < c->end; t++)
			p->covered.items[t] = 1;
	}
}

static bool is_surname(const struct persons *p, const struct scan *scan,
		       size_t token)
{
	struct name_part part;

	return person_names_part(p->names, scan, token, &part) &&
	       part.is & PART_ENDING &&
	       !(scan->marks.items[token].flags & MARK_START);
}

static void mark_titles(struct persons *p, struct scan *scan)
{
	LIST_ZERO(&p->titled, scan->doc->tokens.count);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		scan->matches.count = 0;
		phrases_match(p->titles, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		for (size_t i = 0; i < scan->matches.count; i++) {
			const struct phrase_match *m = &scan->matches.items[i];

			/* Майоров is no form of the title */
			if (m->exact || !is_surname(p, scan, m->end - 1))
				p->titled.items[m->end - 1] =
					(uint8_t)m->value;
		}
	}
}

const struct role_marks *persons_mark(struct persons *p, struct scan *scan)
{
	roles_mark(p->roles, scan, &p->marks);
	mark_titles(p, scan);
	return &p->marks;
}

/* "Грищук-Белов": a part of a word is no name. */
static size_t behind_word(const struct persons *p, const struct scan *scan,
			  size_t token)
{
	struct name_part part;

	return scan_is_name_word(scan, token) &&
			       person_names_part(p->names, scan, token, &part)
		       ? part.end : token + 1;
}

void persons_find(struct persons *p, struct scan *scan)
{
	size_t t = 0;

	cover(p, scan);
	named_after_find(p, scan);
	LIST_CLEAR(&p->found);
	LIST_ADD(&p->found);
	while (t < scan->doc->tokens.count) {
		struct found_person *found;

		if (!person_shapes_at(p, scan, t)) {
			t = behind_word(p, scan, t);
			continue;
		}
		found = &p->found.items[p->found.count - 1];
		found->is_author = person_lists_is_author(scan, found->first,
							  found->end);
		t = found->end;
	}
}
