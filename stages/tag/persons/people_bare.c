#include "persons_internal.h"

#include "utf8.h"

/* Words alone that are the name of a person of the document, or of something
 * else. */

enum {
	SHORT_NAME = 6,       /* letters of one whose forms change one */
	LONG_NAME = 7,        /* the same, three ("Заречного", "Заречным") */
	ACRONYM = 5           /* capitals that are no name: NGO */
};

/* A name and its case forms: in Cyrillic the ending changes, in Latin nothing.
 * Keys are coarser ("Boko" and "Bock" share one). */
static bool is_exact_word(struct str word, struct str name, bool cyrillic)
{
	size_t chars = utf8_chars(name);
	size_t kept = chars - (chars > LONG_NAME ? 3 : chars > SHORT_NAME ? 2 : 1);

	/* "Ким", of whom the text said "Лаура Кимге" */
	return cyrillic ? utf8_common(word, name) >= kept ||
				  str_has_prefix(name, word)
			: utf8_common(word, name) == chars &&
				  utf8_chars(word) == chars;
}

/* "Зайца" of "Заяц": a vowel that comes and goes. */
static bool is_case_form(const struct persons *p, const struct scan *scan,
			 const struct name_part *part, struct str name)
{
	struct strbuf lower = STRBUF_INIT;
	bool is;

	utf8_add_fold(&lower, name);
	is = person_names_cases(p->names,
				words_text(scan->words,
					   scan_fold(scan, part->first)),
				strbuf_view(&lower), GENDER_UNKNOWN) != 0;
	strbuf_release(&lower);
	return is;
}

/* The same; names of two scripts are told by their keys alone. */
static bool is_exact(const struct persons *p, const struct scan *scan,
		     const struct name_part *part, struct str name)
{
	struct str word = persons_part_text(scan, part);
	bool cyrillic = scan_shape(scan, part->first) & SHAPE_CYRILLIC;
	size_t at = 0, hyphen = str_find(name, STR("-"), 0);
	size_t other = str_find(word, STR("-"), 0);

	if (name.len == 0 || utf8_is_cyrillic(utf8_next(name, &at)) != cyrillic)
		return true;
	/* each half of a name changes: "Полозова-Рудного" */
	if (hyphen < name.len && other < word.len)
		return is_exact_word(str_slice(word, 0, other),
				     str_slice(name, 0, hyphen), cyrillic) &&
		       is_exact_word(str_slice(word, other, word.len),
				     str_slice(name, hyphen, name.len),
				     cyrillic);
	return is_exact_word(word, name, cyrillic) ||
	       (cyrillic && is_case_form(p, scan, part, name));
}

/* Whether a word is the person's name and no place or acronym. */
bool people_stands_for(const struct persons *p, const struct scan *scan,
		       const struct name_part *part, const struct human *human)
{
	const struct token_mark *mark = &scan->marks.items[part->first];
	bool surname = human->surname_key == part->key;

	if (mark->flags & MARK_PLACE ||
	    surroundings_lead_to_place(p, scan, part->first) ||
	    (scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL &&
	     !human->is_capital &&
	     utf8_chars(persons_part_text(scan, part)) <= ACRONYM))
		return false;
	return is_exact(p, scan, part,
			surname ? human->surname :
			human->middle_key == part->key ? human->between :
							 human->given);
}

/* A word with a capital that is part of no mention or role, and nobody's name
 * ("Байсалова Оразымбетпен кездесе алмады"). */
static bool is_other_name(struct persons *p, const struct scan *scan,
			  size_t token)
{
	return scan_is_name_word(scan, token) && !scan_settled(scan, token) &&
	       !p->marks.items[token].ends &&
	       !(scan->marks.items[token].flags & MARK_START) &&
	       !(scan_shape(scan, token) & SHAPE_CYRILLIC &&
		 people_have(p, scan, token));
}

/* "«Соколов»", "Береке Банк", "Nuevo León": alone in quotation marks, or beside
 * another word of a name, it names something else. */
static bool names_other(struct persons *p, const struct scan *scan,
			size_t first, size_t end)
{
	return scan_is_quoted(scan, first, end) ||
	       (end < scan_sentence_end(scan, first) &&
		is_other_name(p, scan, end)) ||
	       (first > scan_sentence_start(scan, first) &&
		is_other_name(p, scan, first - 1));
}

/* A word of the language, whose lemma is known or that the document writes in
 * lower case too. */
static bool is_common_word(const struct persons *p, const struct scan *scan,
			   size_t token)
{
	lang_id lang = scan_lang(scan, token);

	return scan->marks.items[token].flags & MARK_LOWER ||
	       (lang != LANG_UND &&
		languages_find_stem(p->languages, lang,
				    scan_fold(scan, token))->is_lemma);
}

/* Whether one word of a name may be another word. A given name alone is one
 * more often than not (Will, Вера): such a one counts only inside a sentence. A
 * surname that is a word counts at its beginning only behind the full name, but
 * in a heading. `human` is NULL where nobody has the name. */
bool people_is_doubtful(struct persons *p, const struct scan *scan,
			const struct found_person *found,
			const struct human *human)
{
	const struct document *doc = scan->doc;
	const struct token_mark *mark = &scan->marks.items[found->first];
	size_t paragraph = doc->sentences.items[mark->sentence].paragraph;

	if (names_other(p, scan, found->first, found->end) ||
	    (mark->flags & MARK_START && scan_is_stopword(scan, found->first)))
		return true;
	if (!persons_has(&found->surname))
		return mark->flags & MARK_LOWER ||
		       (mark->flags & MARK_START &&
			(is_common_word(p, scan, found->first) ||
			 languages_know(p->languages,
					scan_lang(scan, found->first),
					doc->tokens.items[found->first].form)));
	return (!human || found->first < human->named) && mark->flags & MARK_START &&
	       is_common_word(p, scan, found->first) &&
	       doc->paragraphs.items[paragraph].kind == PARAGRAPH_TEXT;
}
