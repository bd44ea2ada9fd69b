/* Many phrases looked for at once in tokens: names, triggers, cues.
 *
 * A pattern is words with blanks between. A word matches a token of the same
 * lower-case form, or of the same stem in the phrase's language if the stem
 * keeps three letters or all of the word; `word*`
 * matches a token whose lower-case form begins so; `*` matches one token. A token
 * with an ending behind a name as it stands (Facebookта, ҚР-да) is that name. */
#ifndef ESEP_PHRASES_H
#define ESEP_PHRASES_H

#include "document.h"
#include "knowledge.h"

struct phrases;

/* Words are split and stemmed: LANGUAGES_SPLIT and LANGUAGES_STEM are needed
 * before a pattern is added or matched. */
struct phrases *phrases_new(const struct knowledge *knowledge);
void phrases_free(struct phrases *phrases);

/* Add a pattern, which is split as text of `lang` is (LANG_UND: forms alone,
 * no stems). Several patterns may be equal; each keeps its value. */
void phrases_add(struct phrases *phrases, lang_id lang, struct str pattern,
		 uint32_t value);

/* The same, by forms alone: `lang` only says how to split the pattern, so that
 * "Sept." is one word where its language knows the abbreviation. */
void phrases_add_forms(struct phrases *phrases, lang_id lang,
		       struct str pattern, uint32_t value);

/* The same, but for the last word, which is matched by its stem in `lang`: as
 * a language inflects a name that it has from elsewhere. */
void phrases_add_foreign(struct phrases *phrases, lang_id lang,
			 struct str pattern, uint32_t value);

/* phrases_add or phrases_add_foreign of a pattern that stays as long as the
 * phrases do: it is not copied. */
void phrases_add_lasting(struct phrases *phrases, lang_id lang,
			 struct str pattern, uint32_t value, bool is_foreign);

/* The same, not foreign, of a pattern in which braces hold alternatives, as
 * alternatives.h has them; they are paired. With braces it is split blank by
 * blank. */
void phrases_add_choices(struct phrases *phrases, lang_id lang,
			 struct str pattern, uint32_t value);

/* Room for so many patterns more, all at once. */
void phrases_reserve(struct phrases *phrases, size_t more);

struct phrase_match {
	size_t first, end;  /* token indices, half-open */
	uint32_t value;
	bool exact;         /* every word by its form, not by stem or prefix */
	bool open;          /* the pattern has a `*` */
};
struct phrase_matches { struct phrase_match *items; size_t count, capacity; };

/* Append every phrase that begins at token `first` and ends at or before token
 * `end`, longest first, equal lengths in the order they were added. */
void phrases_match(struct phrases *phrases, const struct document *doc,
		   size_t first, size_t end, struct phrase_matches *out);

/* The same for a word by itself, as token 0. */
void phrases_match_word(struct phrases *phrases, lang_id lang, struct str word,
			struct phrase_matches *out);

#endif
