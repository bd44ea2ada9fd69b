#include "persons_internal.h"

#include <stdlib.h>

enum {
	WORDS_MAX = 4,        /* of the person's name */
	HEAD_BACK = 4         /* from "имени" to what is named */
};

/* Values of the phrases: side and type. */
enum { NAMED_NONE, NAMED_PLACE, NAMED_ORG, NAMED_PERSON, NAMED_BEHIND = 8 };

struct named_after {
	struct phrases *words; /* value: type + 1, with NAMED_BEHIND */
};

static int add_row(struct named_after *named, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const types[] = {
		[NAMED_NONE] = "none", [NAMED_PLACE] = "place",
		[NAMED_ORG] = "org", [NAMED_PERSON] = "person", NULL
	};
	static const char *const sides[] = { "before", "behind", NULL };
	unsigned type = 0, behind = 0;
	lang_id lang;
	int rc = table_choice(table, row, "type", types, &type, err);

	if (rc == 0)
		rc = table_choice(table, row, "side", sides, &behind, err);
	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc < 0)
		return rc;
	phrases_add_forms(named->words, lang,
			  table_named_cell(table, row, "word"),
			  type + 1 + (behind ? NAMED_BEHIND : 0u));
	table_take(table, row);
	return 0;
}

int named_after_open(struct named_after **out,
		     const struct knowledge *knowledge, struct err *err)
{
	struct named_after *named = memory_get(sizeof *named);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "named_after.tsv", &table,
				err);

	named->words = phrases_new(knowledge);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(named, knowledge, table, row, err);
	if (rc < 0) {
		named_after_close(named);
		named = NULL;
	}
	*out = named;
	return rc;
}

void named_after_close(struct named_after *named)
{
	if (!named)
		return;
	phrases_free(named->words);
	free(named);
}

/* A word of a name: a capital or an initial. */
static bool is_name(const struct persons *p, const struct scan *scan,
		    size_t token)
{
	struct name_part part;

	return person_names_part(p->names, scan, token, &part) &&
	       !p->marks.items[token].starts;
}

static size_t name_end(const struct persons *p, const struct scan *scan,
		       size_t first)
{
	size_t limit = scan_sentence_end(scan, first), end = first;
	struct name_part part;
	bool ended = false; /* who comes next is another one */

	while (end < limit && end < first + WORDS_MAX &&
	       is_name(p, scan, end) &&
	       person_names_part(p->names, scan, end, &part) &&
	       !(ended && part.is & (PART_GIVEN | PART_SPELLED))) {
		ended = part.is & (PART_SURNAME | PART_ENDING);
		end = part.end;
	}
	return end;
}

/* "Сейітова Абай көшесінде": a surname before a given name is somebody's who is
 * there. */
static bool is_another(const struct persons *p, const struct scan *scan,
		       const struct name_part *before, size_t token)
{
	struct name_part part;

	return before->is & PART_ENDING && !(before->is & PART_GIVEN) &&
	       person_names_part(p->names, scan, token, &part) &&
	       part.is & PART_GIVEN && part.is & PART_SPELLED;
}

/* Back from a word to where the name before it begins; a word of the language
 * at the beginning of the sentence is none of it, nor whose the place is:
 * «Айгүл Мұратқызының Абай көшесіндегі үйі». */
static size_t name_start(const struct persons *p, const struct scan *scan,
			 size_t end)
{
	size_t start = scan_sentence_start(scan, end), first = end;
	bool ended = false;

	while (first > start && end - first < WORDS_MAX &&
	       is_name(p, scan, first - 1) &&
	       !scan_is_stopword(scan, first - 1) &&
	       !(first - 1 == start &&
		 languages_know(p->languages, scan_lang(scan, end),
				scan->doc->tokens.items[start].form) &&
		 first < end)) {
		struct name_part part;

		/* "Ордабеков Сызғанов атындағы": two persons; "Әсел Қаратайдың
		 * Абай көшесіндегі": whose flat there */
		if (!person_names_part(p->names, scan, first - 1, &part) ||
		    (ended && part.is & PART_ENDING) ||
		    (first < end &&
		     (person_names_is_suffixed(p->names, scan, &part) ||
		      is_another(p, scan, &part, first))))
			break;
		ended |= part.is & PART_ENDING;
		first--;
	}
	return first;
}

static void add(struct persons *p, struct scan *scan, size_t first, size_t end,
		enum mention_type type)
{
	struct candidate *c = scan_add(scan, first, end, type, RANK_SHAPE,
				       RULE_HONOUR);

	strbuf_clear(&scan->buf);
	romanisation_slug(p->romanisation, &scan->buf,
			  extent_text(scan->doc, (struct extent){
				  scan->marks.items[first].sentence, first,
				  end }));
	c->id = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

static void honour(struct persons *p, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		p->honoured.items[t] = 1;
}

/* "университета имени Абылая Токшина": from the head on, with the adjectives
 * that stand before it. */
static size_t head_before(const struct persons *p, const struct scan *scan,
			  size_t word)
{
	size_t start = scan_sentence_start(scan, word), first = word;
	unsigned heads = 1u << MENTION_ORG | 1u << MENTION_BODY;

	for (; first > start && word - first < HEAD_BACK; first--) {
		const struct token_mark *mark = &scan->marks.items[first - 1];

		if (scan_is_form(scan, first - 1, ",") ||
		    scan_is_form(scan, first - 1, "."))
			return word;
		if ((mark->head_starts | mark->head_ends) & heads)
			break;
	}
	if (first == start || word - first >= HEAD_BACK)
		return word;
	first--;
	for (size_t t = first; t > start && first - t < HEAD_BACK &&
	     scan_kind(scan, t - 1) == KIND_WORD &&
	     person_names_is_adjective(p->names, scan, t - 1); t--)
		if (scan_is_name_word(scan, t - 1))
			return t - 1;
	return first;
}

static void named_before(struct persons *p, struct scan *scan,
			 const struct phrase_match *m, unsigned type)
{
	size_t limit = scan_sentence_end(scan, m->first), from = m->end, end;
	size_t head;

	/* "площадь имени Ахмета Байтурсынова" */
	if (type == NAMED_PLACE && from < limit &&
	    (scan->marks.items[from].flags & MARK_LINK))
		from++;
	end = from < limit ? name_end(p, scan, from) : from;
	if (end == from)
		return;
	honour(p, from, end);
	if (type == NAMED_PLACE)
		add(p, scan, m->first, end, MENTION_PLACE);
	head = head_before(p, scan, m->first);
	if (type == NAMED_NONE && head < m->first)
		add(p, scan, head, end, MENTION_ORG);
}

static void named_behind(struct persons *p, struct scan *scan,
			 const struct phrase_match *m, unsigned type)
{
	size_t first = name_start(p, scan, m->first);
	bool latin = scan_shape(scan, m->first) & SHAPE_LATIN;

	if (first == m->first ||
	    (latin && !(scan_shape(scan, m->first) & SHAPE_CAPITAL)))
		return;
	honour(p, first, m->end);
	if (type == NAMED_PLACE)
		add(p, scan, first, m->end, MENTION_PLACE);
	else if (type == NAMED_ORG)
		add(p, scan, first, m->end, MENTION_ORG);
}

void named_after_find(struct persons *p, struct scan *scan)
{
	LIST_ZERO(&p->honoured, scan->doc->tokens.count);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		struct phrase_match m;
		unsigned type;

		scan->matches.count = 0;
		phrases_match(p->named_after->words, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		if (scan->matches.count == 0)
			continue;
		m = scan->matches.items[0];
		type = (m.value & ~(unsigned)NAMED_BEHIND) - 1;
		if (type == NAMED_PERSON) /* "по имени" is no "имени" */
			t = m.end - 1;
		else if (m.value & NAMED_BEHIND)
			named_behind(p, scan, &m, type);
		else
			named_before(p, scan, &m, type);
	}
}
