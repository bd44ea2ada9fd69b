#include "persons_internal.h"

static enum tag_rule rule_of(const struct found_person *found)
{
	bool given = found->given.is & PART_GIVEN;
	bool surname = found->surname.is & (PART_SURNAME | PART_ENDING);

	if (found->by_father || persons_has(&found->patronymic))
		return RULE_FATHER;
	if (persons_has(&found->initial))
		return RULE_INITIAL;
	if (!persons_has(&found->given) || !persons_has(&found->surname))
		return RULE_SINGLE;
	return given && surname ? RULE_FULL :
	       given ? RULE_GIVEN : surname ? RULE_SURNAME : RULE_STRANGER;
}

static const char *kind_of(const struct name_part *part)
{
	if (part->is & PART_GIVEN)
		return "given name";
	if (part->is & PART_SURNAME)
		return "surname";
	return part->is & (PART_ENDING | PART_PATRONYMIC) ?
		       "surname by its ending" : "in no table";
}

/* "Асель (given name), Омарова (surname by its ending)" */
static void add_part(struct strbuf *out, const struct scan *scan,
		     const struct name_part *part, const char *kind)
{
	if (!persons_has(part))
		return;
	strbuf_addf(out, "%s%.*s (%s)", out->len > 0 ? ", " : "",
		    STR_ARGS(persons_part_text(scan, part)), kind);
}

/* How many tokens of a role or deed that may tell a type begin at a token. */
static size_t telling_words(const struct role_mark *mark,
			    enum mention_type type)
{
	unsigned other = type == MENTION_JOURNALIST ? ROLE_OFFICIAL
						    : ROLE_JOURNALIST;

	return mark->starts & ~(ROLE_PERSON | other) ? mark->start_len
						     : mark->deed_len;
}

/* The words of the role or deed that stands nearest to a mention; nothing where
 * its sentence has none. */
static struct extent nearest_role(const struct persons *p,
				  const struct scan *scan, size_t token,
				  enum mention_type type)
{
	size_t start = scan_sentence_start(scan, token);
	size_t end = scan_sentence_end(scan, token), least = end - start;
	struct extent nearest = { scan->marks.items[token].sentence, 0, 0 };

	for (size_t t = start; t < end; t++) {
		size_t away = t < token ? token - t : t - token;
		size_t len = telling_words(&p->marks.items[t], type);

		if (len == 0 || away >= least)
			continue;
		least = away;
		nearest.first = t;
		nearest.end = t + len < end ? t + len : end;
	}
	return nearest;
}

/* "; of Асель Омарова in report-p4-s2": where the full name stands. */
static void add_whole(struct strbuf *out, const struct persons *p,
		      const struct scan *scan,
		      const struct found_person *found)
{
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *other = &p->found.items[i];
		size_t sentence = scan->marks.items[other->first].sentence;

		if (other == found || other->who != found->who ||
		    other->end - other->first < 2)
			continue;
		strbuf_addf(out, "; of %.*s in %.*s", STR_ARGS(extent_text(
			scan->doc, (struct extent){ sentence, other->first,
						    other->end })),
			    STR_ARGS(scan->doc->sentences.items[sentence].id));
		return;
	}
}

/* "; official by министр in report-p4-s2" */
static void add_type(struct strbuf *out, const struct persons *p,
		     const struct scan *scan, const struct candidate *c,
		     const struct human *human)
{
	struct str type = mention_types_name(&scan->words->types, c->type);
	struct extent role;

	if (!human->told) {
		strbuf_addf(out, "; %.*s%s", STR_ARGS(type),
			    c->type != MENTION_PERSON ? " by what is cited" :
			    human->roles ? "" : ": no role is told");
		return;
	}
	role = nearest_role(p, scan, human->told - 1, c->type);
	strbuf_addf(out, "; %.*s by %.*s%sin %.*s", STR_ARGS(type),
		    STR_ARGS(extent_text(scan->doc, role)),
		    role.first < role.end ? " " : "what is told ",
		    STR_ARGS(scan->doc->sentences.items[role.sentence].id));
}

void person_reasons_tell(const struct persons *p, struct scan *scan,
			 struct candidate *c, const struct found_person *found)
{
	const struct human *human = &p->people.items[found->who - 1];
	struct strbuf out = STRBUF_INIT;

	if (c->rule != RULE_BARE)
		c->rule = rule_of(found);
	if (!scan->explains)
		return;
	add_part(&out, scan, &found->initial, "initials");
	add_part(&out, scan, &found->given, kind_of(&found->given));
	add_part(&out, scan, &found->middle, kind_of(&found->middle));
	if (!found->by_father)
		add_part(&out, scan, &found->patronymic,
			 "patronymic by its ending");
	add_part(&out, scan, &found->surname, found->by_father ? "patronymic by its ending"
		 : kind_of(&found->surname));
	if (found->end - found->first < 2)
		add_whole(&out, p, scan, found);
	add_type(&out, p, scan, c, human);
	scan_because(scan, c, "%.*s", STR_ARGS(strbuf_view(&out)));
	strbuf_release(&out);
}
