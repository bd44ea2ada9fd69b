#include "role_endings.h"
#include "roles.h"

#include <stdlib.h>

struct roles {
	struct phrases *phrases; /* value: class */
	struct role_endings *endings;
};

/* Values of the phrases behind the classes of roles, which are bits. */
enum { VALUE_LINK = 256, VALUE_ALSO, VALUE_FROM, VALUE_PART,
       VALUE_MODIFIER, VALUE_MEDIUM, VALUE_STATE,
       VALUE_POINTS, VALUE_WHERE, VALUE_WHENCE, VALUE_PEER, VALUE_SERVES,
       VALUE_PRONOUN, VALUE_BOTH, VALUE_ITS, VALUE_DEEDS = 512,
       LANG_SHIFT = 16, /* above: the row's language */
       MODIFIER_NAMES = 2 /* words of a name between a modifier and a role */ };

/* A table of phrases by class; `values` has the phrases' values. */
struct classes {
	const char *file, *column;
	const char *const *names;
	const uint32_t *values;
};

static int add_row(struct roles *roles, const struct knowledge *knowledge,
		   const struct classes *classes, struct table *table,
		   size_t row, struct err *err)
{
	unsigned class = 0;
	lang_id lang;
	int rc = table_choice(table, row, "class", classes->names, &class, err);

	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc < 0)
		return rc;
	phrases_add(roles->phrases, lang,
		    table_named_cell(table, row, classes->column),
		    classes->values[class] | (uint32_t)lang << LANG_SHIFT);
	table_take(table, row);
	return 0;
}

static int add_table(struct roles *roles, const struct knowledge *knowledge,
		     const struct classes *classes, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, classes->file, &table,
				err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(roles, knowledge, classes, table, row, err);
	return rc;
}

int roles_open(struct roles **out, const struct knowledge *knowledge,
	       struct err *err)
{
	static const char *const roles_names[] = {
		"modifier", "journalist", "official", "person", "head",
		"chief", "owner", "agent", "office", NULL
	};
	static const uint32_t roles_values[] = {
		VALUE_MODIFIER, ROLE_JOURNALIST, ROLE_OFFICIAL, ROLE_PERSON,
		ROLE_HEAD, ROLE_CHIEF, ROLE_OWNER, ROLE_AGENT, ROLE_OFFICE
	};
	static const char *const deeds_names[] = {
		"runs", "makes", "runs_last", "does", "joins", "medium",
		"state", "points", "where", "whence", "link", "also",
		"from", "part", "modifier", "peer", "pronoun", "both", "for", "does_for",
		"by", "its", "heads", "heads_last", NULL
	};
	static const uint32_t deeds_values[] = {
		VALUE_DEEDS + DEED_RUNS, VALUE_DEEDS + DEED_MAKES,
		VALUE_DEEDS + DEED_RUNS_LAST, VALUE_DEEDS + DEED_DOES,
		VALUE_DEEDS + DEED_JOINS,
		VALUE_MEDIUM, VALUE_STATE, VALUE_POINTS, VALUE_WHERE,
		VALUE_WHENCE, VALUE_LINK, VALUE_ALSO, VALUE_FROM,
		VALUE_PART, VALUE_MODIFIER, VALUE_PEER, VALUE_PRONOUN,
		VALUE_BOTH, VALUE_SERVES, VALUE_DEEDS + DEED_FOR,
		VALUE_DEEDS + DEED_BY, VALUE_ITS, VALUE_DEEDS + DEED_HEADS,
		VALUE_DEEDS + DEED_HEADS_LAST
	};
	struct roles *roles = memory_get(sizeof *roles);
	int rc;

	roles->endings = NULL;
	roles->phrases = phrases_new(knowledge);
	rc = add_table(roles, knowledge, &(struct classes){
		"roles.tsv", "role", roles_names, roles_values }, err);
	if (rc == 0)
		rc = add_table(roles, knowledge, &(struct classes){
			"deeds.tsv", "phrase", deeds_names, deeds_values },
			err);
	if (rc == 0)
		rc = role_endings_open(&roles->endings, knowledge, err);
	if (rc < 0) {
		roles_close(roles);
		roles = NULL;
	}
	*out = roles;
	return rc;
}

void roles_close(struct roles *roles)
{
	if (!roles)
		return;
	phrases_free(roles->phrases);
	role_endings_close(roles->endings);
	free(roles);
}

/* The longest role counts; of two as long, that of the sentence's language: in
 * Kazakh "депутаты" is one deputy. */
static void mark_role(struct role_marks *marks, const struct phrase_match *m,
		      bool own)
{
	struct role_mark *first = &marks->items[m->first];
	struct role_mark *last = &marks->items[m->end - 1];
	uint8_t len = (uint8_t)(m->end - m->first), class = (uint8_t)m->value;

	last->end_exact |= own && m->exact;
	if (len == first->start_len && own &&
	    (!first->own || (m->exact && !first->exact))) {
		first->exact = m->exact;
		first->own = true;
		first->starts = class;
		if (len >= last->end_len)
			last->ends = class;
	}
	if (len <= first->start_len)
		return;
	first->starts = class;
	first->start_len = len;
	first->exact = m->exact;
	first->own = own;
	if (len >= last->end_len) {
		last->ends = class;
		last->end_len = len;
	}
}

static void mark_word(struct role_marks *marks, const struct phrase_match *m)
{
	struct role_mark *first = &marks->items[m->first];
	struct role_mark *last = &marks->items[m->end - 1];

	switch (m->value) {
	case VALUE_LINK: last->link = true; break;
	case VALUE_ALSO: last->also = true; break;
	case VALUE_FROM: first->from = true; break;
	case VALUE_PART: first->part = true; break;
	case VALUE_MODIFIER:
		for (size_t t = m->first; t < m->end; t++)
			marks->items[t].modifier = true;
		first->own_form |= m->exact;
		break;
	case VALUE_MEDIUM:
	case VALUE_STATE:
		for (size_t t = m->first; t < m->end; t++) {
			marks->items[t].medium |= m->value == VALUE_MEDIUM;
			marks->items[t].state |= m->value == VALUE_STATE;
		}
		break;
	case VALUE_POINTS: first->points = true; break;
	case VALUE_PEER: last->peer = true; break;
	case VALUE_SERVES: first->serves = true; break;
	case VALUE_PRONOUN: first->pronoun = true; break;
	case VALUE_BOTH: first->both = true; break;
	case VALUE_ITS: first->its = true; break;
	case VALUE_WHERE: last->where = true; break;
	case VALUE_WHENCE: last->whence = true; break;
	default:
		if (!first->deed) {
			first->deed = (uint8_t)(m->value - VALUE_DEEDS);
			first->deed_len = (uint8_t)(m->end - m->first);
		}
	}
}

/* "экс-редактор", "юрист-консультант": the words of a word count. */
static void mark_compound(struct roles *roles, struct scan *scan,
			  struct role_marks *marks, size_t token)
{
	struct str form = scan_form(scan, token);
	struct role_mark *mark = &marks->items[token];
	size_t from = 0, hyphen;

	for (;;) {
		hyphen = str_find(form, STR("-"), from);
		if (from == 0 && hyphen == form.len)
			return;
		scan->matches.count = 0;
		phrases_match_word(roles->phrases, scan_lang(scan, token),
				   str_slice(form, from, hyphen),
				   &scan->matches);
		for (size_t i = 0; i < scan->matches.count; i++) {
			struct phrase_match m = scan->matches.items[i];

			m.value &= (1u << LANG_SHIFT) - 1;
			if (m.value >= VALUE_LINK)
				continue;
			mark->starts |= (uint8_t)m.value;
			mark->exact = m.exact;
		}
		if (hyphen == form.len)
			break;
		from = hyphen + 1;
	}
	mark->ends = mark->starts;
	mark->start_len = mark->end_len = mark->starts ? 1 : 0;
}

/* "deputy director", "chief U.S. correspondent": what stands before a role as
 * part of it is none itself. */
static void join_modifiers(const struct scan *scan, struct role_marks *marks)
{
	for (size_t t = 0; t < marks->count; t++) {
		struct role_mark *mark = &marks->items[t];
		size_t limit, next = t + 1;

		if (!mark->modifier || mark->start_len != 1 ||
		    mark->end_len != 1)
			continue;
		limit = scan_sentence_end(scan, t);
		while (next < limit && next < t + MODIFIER_NAMES + 1 &&
		       !marks->items[next].starts &&
		       scan_shape(scan, next) & SHAPE_ALL_CAPITAL)
			next++;
		if (next < limit && marks->items[next].starts)
			mark->starts = mark->start_len = mark->ends =
				mark->end_len = 0;
	}
}

void roles_mark(struct roles *roles, struct scan *scan,
		struct role_marks *marks)
{
	LIST_ZERO(marks, scan->doc->tokens.count);
	marks->endings = roles->endings;
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		scan->matches.count = 0;
		phrases_match(roles->phrases, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		for (size_t i = 0; i < scan->matches.count; i++) {
			struct phrase_match *m = &scan->matches.items[i];
			uint32_t lang = m->value >> LANG_SHIFT;
			bool own = lang == LANG_UND || lang == scan_lang(scan, t);

			m->value &= (1u << LANG_SHIFT) - 1;
			if (m->value < VALUE_LINK)
				mark_role(marks, m, own);
			else if (own)
				mark_word(marks, m);
		}
	}
	for (size_t t = 0; t < marks->count; t++)
		if (!marks->items[t].starts && !marks->items[t].ends &&
		    scan_shape(scan, t) & SHAPE_COMPOUND &&
		    scan_kind(scan, t) == KIND_WORD)
			mark_compound(roles, scan, marks, t);
	join_modifiers(scan, marks);
}
