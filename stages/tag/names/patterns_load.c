#include "patterns_internal.h"

#include "utf8.h"

#include <stdlib.h>

static const char *const slot_names[SLOTS] = {
	[SLOT_LAW] = "{law}",	  [SLOT_PLACE] = "{place}",
	[SLOT_DATE] = "{date}",	  [SLOT_YEAR] = "{year}",
	[SLOT_NUMBER] = "{n}",	  [SLOT_QUOTE] = "{quote}",
	[SLOT_WORDS] = "{words}", [SLOT_NAME] = "{name}",
	[SLOT_LOCAL] = "{local}"
};

static struct str lower(struct patterns *p, struct str text)
{
	struct strbuf buf = STRBUF_INIT;
	struct str copy;

	utf8_add_fold(&buf, text);
	copy = str_copy(&p->arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return copy;
}

/* A slot with letters of the word that it stands for: {n-баб}. */
static bool read_with(struct patterns *p, struct str word, const char *begin,
		      enum slot slot, struct element *element)
{
	struct str name = str_of(begin);

	if (!str_has_prefix(word, name) || !str_has_suffix(word, STR("}")))
		return false;
	element->slot = slot;
	element->text = lower(p, str_slice(word, name.len, word.len - 1));
	return true;
}

static bool read_element(struct patterns *p, struct str word,
			 struct element *element)
{
	if (!str_has_prefix(word, STR("{"))) {
		bool open = str_has_suffix(word, STR("*"));

		element->slot = open ? SLOT_PREFIX : SLOT_LITERAL;
		element->text = lower(p, str_slice(word, 0, word.len - open));
		return element->text.len > 0;
	}
	for (unsigned slot = SLOT_LAW; slot < SLOTS; slot++)
		if (str_equal(word, str_of(slot_names[slot]))) {
			element->slot = (enum slot)slot;
			return true;
		}
	return read_with(p, word, "{n-", SLOT_NUMBER, element) ||
	       read_with(p, word, "{local-", SLOT_LOCAL, element);
}

static bool read_pattern(struct patterns *p, struct str text,
			 struct pattern *pattern)
{
	struct str word;

	pattern->anchor = ELEMENTS_MAX;
	while (str_split(&text, ' ', &word)) {
		struct element *element;

		if (pattern->count == ELEMENTS_MAX)
			return false;
		element = &pattern->elements[pattern->count];
		element->text = STR_NONE;
		if (!read_element(p, word, element))
			return false;
		if (element->slot <= SLOT_PREFIX &&
		    pattern->anchor == ELEMENTS_MAX)
			pattern->anchor = pattern->count;
		pattern->count++;
	}
	return pattern->count > 1;
}

static void add_anchor(struct patterns *p, const struct pattern *pattern,
		       uint32_t number)
{
	const struct element *anchor;
	struct strbuf word = STRBUF_INIT;

	if (pattern->anchor == ELEMENTS_MAX) {
		/* {law} {n-баб}: the number stands for a literal */
		phrases_add(p->anchors, LANG_UND, STR("*"), number);
		return;
	}
	anchor = &pattern->elements[pattern->anchor];
	strbuf_add(&word, anchor->text);
	if (anchor->slot == SLOT_PREFIX)
		strbuf_add_char(&word, '*');
	phrases_add(p->anchors, LANG_UND, strbuf_view(&word), number);
	strbuf_release(&word);
}

static int load_pattern(struct patterns *p, const struct knowledge *knowledge,
			struct table *table, size_t row, struct err *err)
{
	struct pattern pattern = { .count = 0 };
	struct str text = table_named_cell(table, row, "pattern");
	lang_id lang;
	int rc = knowledge_mention_type(knowledge, table, row, &pattern.type,
					err);

	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc == 0 && !read_pattern(p, text, &pattern))
		rc = table_refuse(table, row, err, "'%.*s' is no pattern",
				  STR_ARGS(text));
	if (rc < 0)
		return rc;
	pattern.id = table_named_cell(table, row, "id");
	pattern.text = text;
	add_anchor(p, &pattern, (uint32_t)p->list.count);
	*LIST_ADD(&p->list) = pattern;
	table_take(table, row);
	return 0;
}

static int load_patterns(struct patterns *p, const struct knowledge *knowledge,
			 struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "name_patterns.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = load_pattern(p, knowledge, table, row, err);
	return rc;
}

/* The stem with its language: stems of two languages may be equal. */
static struct str subject_key(struct patterns *p, struct strbuf *buf,
			      lang_id lang, word_id form)
{
	strbuf_clear(buf);
	strbuf_add(buf, words_lang_code(p->words, lang));
	strbuf_add_char(buf, ' ');
	strbuf_add(buf, words_text(p->words,
				   languages_stem(p->languages, lang, form)));
	return strbuf_view(buf);
}

static void add_subjects(struct patterns *p, lang_id lang, struct str name,
			 struct pieces *pieces, struct strbuf *key)
{
	pieces->count = 0;
	languages_split(p->languages, lang, name, pieces);
	for (size_t i = 0; i < pieces->count; i++)
		interned_add(&p->subjects,
			     subject_key(p, key, lang, pieces->items[i].form));
}

/* The titles of articles tell what is done, not what acts are about; the
 * topics of laws.tsv are words of the main language. */
static void add_topics(struct patterns *p, struct pieces *pieces,
		       struct strbuf *key)
{
	const struct table *facts = p->facts;
	lang_id lang = languages_find(p->languages, p->main_lang);

	for (size_t row = 0; row < facts->row_count; row++) {
		struct str topic = table_named_cell(facts, row, "topic"), word;

		if (table_named_cell(facts, row, "parent").len == 0)
			string_map_add(&p->acts,
				       table_named_cell(facts, row, "id"), 1);
		while (str_split(&topic, '-', &word))
			add_subjects(p, lang, word, pieces, key);
	}
}

/* Few reports have a pattern that asks for these words. */
static void load_subjects(struct patterns *p)
{
	struct strbuf key = STRBUF_INIT;
	struct pieces pieces = { NULL, 0, 0 };
	const struct table *laws = p->laws;

	p->laws = NULL;
	add_topics(p, &pieces, &key);
	for (size_t row = 0; row < laws->row_count; row++)
		if (string_map_find(&p->acts,
				    table_named_cell(laws, row, "id")))
			add_subjects(p, languages_find(p->languages,
					       table_named_cell(laws, row,
								"lang")),
			     table_named_cell(laws, row, "name"), &pieces,
			     &key);
	string_map_release(&p->acts);
	strbuf_release(&key);
	list_free(pieces.items);
}

bool patterns_is_subject(struct patterns *p, lang_id lang, word_id form)
{
	struct strbuf key = STRBUF_INIT;
	bool found;

	if (p->laws)
		load_subjects(p);
	found = interned_find(&p->subjects,
			      subject_key(p, &key, lang, form)) != 0;
	strbuf_release(&key);
	return found;
}

int patterns_open(struct patterns **out, const struct knowledge *knowledge,
		  const struct romanisation *romanisation, struct err *err)
{
	struct patterns *p = memory_get(sizeof *p);
	struct table *laws = NULL, *facts = NULL;
	int rc;

	*p = (struct patterns){ .languages = knowledge->languages,
				.words = knowledge->words,
				.romanisation = romanisation };
	p->anchors = phrases_new(knowledge);
	interned_init(&p->subjects);
	rc = load_patterns(p, knowledge, err);
	if (rc == 0)
		rc = lexicons_table(knowledge->lexicons, "names/laws.tsv",
				    &laws, err);
	if (rc == 0)
		rc = lexicons_table(knowledge->lexicons, "laws.tsv", &facts,
				    err);
	if (rc == 0)
		rc = lexicons_main_lang(knowledge->lexicons, &p->main_lang,
					err);
	p->laws = laws;
	p->facts = facts;
	if (rc < 0) {
		patterns_close(p);
		p = NULL;
	}
	*out = p;
	return rc;
}

void patterns_close(struct patterns *p)
{
	if (!p)
		return;
	LIST_RELEASE(&p->list);
	phrases_free(p->anchors);
	interned_release(&p->subjects);
	string_map_release(&p->acts);
	arena_release(&p->arena);
	list_free(p->matches.items);
	free(p);
}
