#include "patterns_internal.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdlib.h>

static const char *const slot_names[SLOTS] = {
	[SLOT_LAW] = "{law}",	  [SLOT_PLACE] = "{place}",
	[SLOT_DATE] = "{date}",	  [SLOT_YEAR] = "{year}",
	[SLOT_NUMBER] = "{n}",	  [SLOT_QUOTE] = "{quote}",
	[SLOT_WORDS] = "{words}"
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
	if (!str_has_prefix(word, STR("{n-")) ||
	    !str_has_suffix(word, STR("}")))
		return false;
	element->slot = SLOT_NUMBER;
	element->text = lower(p, str_slice(word, 3, word.len - 1));
	return true;
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

static int load_patterns(struct patterns *p, const char *folder,
			 struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "name_patterns.tsv",
			       "type lang pattern id", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table.row_count; row++) {
		struct pattern pattern = { .count = 0 };
		struct str text = table_cell(&table, row,
					     table_column(&table, "pattern"));

		if (!mention_type_find(table_cell(&table, row,
						  table_column(&table, "type")),
				       &pattern.type) ||
		    !read_pattern(p, text, &pattern)) {
			rc = err_set(err, ERR_FORMAT,
				     "%s:%u: '%.*s' is no pattern",
				     table.path.data, table.lines.items[row],
				     STR_ARGS(text));
			break;
		}
		pattern.id = str_copy(&p->arena,
				      table_cell(&table, row,
						 table_column(&table, "id")));
		add_anchor(p, &pattern, (uint32_t)p->list.count);
		*LIST_ADD(&p->list) = pattern;
	}
	table_release(&table);
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

static int load_subjects(struct patterns *p, const char *folder,
			 struct err *err)
{
	struct table table;
	struct strbuf key = STRBUF_INIT;
	struct pieces pieces = { NULL, 0, 0 };
	int rc = lexicons_load(&table, folder, "names/laws.tsv", "lang name",
			       err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table.row_count; row++) {
		lang_id lang = words_lang(
			p->words, table_cell(&table, row,
					     table_column(&table, "lang")));

		pieces.count = 0;
		languages_split(p->languages, lang,
				table_cell(&table, row,
					   table_column(&table, "name")),
				&pieces);
		for (size_t i = 0; i < pieces.count; i++)
			interned_add(&p->subjects,
				     subject_key(p, &key, lang,
						 pieces.items[i].form));
	}
	strbuf_release(&key);
	list_free(pieces.items);
	table_release(&table);
	return 0;
}

bool patterns_is_subject(struct patterns *p, lang_id lang, word_id form)
{
	struct strbuf key = STRBUF_INIT;
	bool found = interned_find(&p->subjects,
				   subject_key(p, &key, lang, form)) != 0;

	strbuf_release(&key);
	return found;
}

int patterns_open(struct patterns **out, struct languages *languages,
		  struct words *words, const char *folder,
		  const struct romanisation *romanisation, struct err *err)
{
	struct patterns *p = memory_get(sizeof *p);
	int rc;

	*p = (struct patterns){ .languages = languages, .words = words,
				.romanisation = romanisation };
	p->anchors = phrases_new(languages, words);
	interned_init(&p->subjects);
	rc = load_patterns(p, folder, err);
	if (rc == 0)
		rc = load_subjects(p, folder, err);
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
	arena_release(&p->arena);
	list_free(p->matches.items);
	free(p);
}
