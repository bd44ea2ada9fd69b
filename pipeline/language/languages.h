/* What esep knows of languages, loaded from lexicons/languages.tsv and the
 * folder of each: words and sentences of a text, its language, stems, and the
 * cross-script key of names. Stages and queries use the same functions, so
 * that a query's words meet a report's. */
#ifndef ESEP_LANGUAGES_H
#define ESEP_LANGUAGES_H

#include "err.h"
#include "lexicons.h"
#include "pieces.h"

struct languages;

/* The languages of languages.tsv get their numbers in `words`; nothing else is
 * loaded before languages_need. errors: those of lexicons_languages; ERR_LIMIT
 * more than LANG_MAX - 1 languages */
int languages_open(struct languages **languages, struct words *words,
		   struct lexicons *lexicons, struct err *err);
void languages_close(struct languages *languages);

/* What can be asked of the languages, bits. Each is loaded once, when it is
 * first needed. */
enum {
	LANGUAGES_STOPWORDS = 1, /* languages_is_stopword */
	LANGUAGES_GUESS = 2,     /* guess, weigh, decide, of_word, of_words;
	                            it brings SPLIT and STEM */
	LANGUAGES_SPLIT = 4,     /* split, split_sentence; sentences, which finds
	                            quotations in other languages with GUESS */
	LANGUAGES_STEM = 8,      /* stem, find_stem, root */
	LANGUAGES_KEY = 16,      /* languages_key */
	LANGUAGES_SPELLINGS = 32, /* languages_shared, languages_other_spelling */
	LANGUAGES_ALL = 63
};
int languages_need(struct languages *languages, unsigned parts,
		   struct err *err);

/* LANGUAGES_STEM and LANGUAGES_SPELLINGS for one language alone. */
int languages_need_asked(struct languages *languages, lang_id lang,
			 struct err *err);

/* The number of a code that languages.tsv has a row for, else LANG_UND. */
lang_id languages_find(const struct languages *languages, struct str code);

/* Append the words of a text (UD's conventions for the language on the base of
 * UAX #29); cost linear in text.len. LANG_UND is split by the common rules. */
void languages_split(struct languages *languages, lang_id lang, struct str text,
		     struct pieces *out);

/* The same for a whole sentence: what tells its end is known not to belong to
 * the word before. */
void languages_split_sentence(struct languages *languages, lang_id lang,
			      struct str text, struct pieces *out);

/* Append the ends (byte offsets, ascending, the last is text.len without
 * trailing blanks) of the sentences of a paragraph (UAX #29 sentence
 * boundaries, abbreviations, initials, quotes). `lang` may be LANG_UND. What
 * is quoted from another language is cut by its abbreviations. */
void languages_sentences(struct languages *languages, lang_id lang,
			 struct str text, struct offsets *out);

/* Whether a word is a verb, or another word that a sentence may have in its
 * place (закрыт, известен), as far as the dictionary and tokens.tsv of the
 * language tell; LANGUAGES_SPLIT is needed. */
bool languages_is_predicate(struct languages *languages, lang_id lang,
			    struct str word);

/* Whether a word and the one that the dictionary has it under end as adjectives
 * do. */
bool languages_is_adjective(struct languages *languages, lang_id lang,
			    struct str word);

/* What few texts ask for, a dictionary and names of people and places, is
 * loaded when a sentence first does. ERR: why it could not be, if so. */
int languages_failed(const struct languages *languages, struct err *err);

/* The language of a text, or LANG_UND when nothing speaks for any: by its
 * letters and, where these leave doubt, by which languages know its words.
 * `hint` is the language of the surroundings (LANG_UND: none) and decides
 * doubtful cases. Names say little, a list of them nothing. */
lang_id languages_guess(struct languages *languages, struct str text,
			lang_id hint);

/* The same, by codes: "und" where nothing speaks for any. */
struct str languages_guess_code(struct languages *languages, struct str text,
				struct str hint);

/* The same in two steps, by the words of a text (`pieces`) as they were split,
 * in whatever language, and much faster: what a word says is computed once. The
 * first fills the evidence, all zero before, from the first 256 words, and
 * says whether words of a text in `lang` may be in another language: if not,
 * languages_of_words would find none. `around`: the hint is of a text that the
 * words stand in, not of one before them. */
struct guess_evidence;
bool languages_weigh(struct languages *languages, const struct piece *pieces,
		     size_t count, lang_id lang,
		     struct guess_evidence *evidence);
lang_id languages_decide(struct languages *languages,
			 const struct piece *pieces, size_t count,
			 const struct guess_evidence *evidence, lang_id hint,
			 bool around);

/* What tells languages by their letters, for who weighs something else. */
struct guesser;
const struct guesser *languages_guesser(const struct languages *languages);

/* The language of a word in a sentence of `lang`: another one where the word
 * holds a letter that `lang` does not write with. Cached by word. */
lang_id languages_of_word(struct languages *languages, lang_id lang,
			  word_id form);

/* The languages of all words of a sentence of `lang`, one a piece: those of
 * runs of words that are clearly in another one or in none of ours (LANG_UND),
 * and else as above. A name in
 * another script is in the sentence's language unless its words are clearly of
 * one that is written so. */
void languages_of_words(struct languages *languages, lang_id lang,
			const struct piece *pieces, size_t count,
			lang_id *langs);

/* The name, acronym, number or address that an ending of the language was put
 * behind as it stands, glued or hyphened (Facebookта, ҚР-да, Orda.kz-тің); else
 * the word itself. Its stem is the stem of all of it; so is its key. */
word_id languages_head(struct languages *languages, lang_id lang, word_id form);

/* The stem of a word in a language, by its lower-case form; the lower-case
 * form itself where the language has no stemmer; 0 where the language's tables
 * say that it is no term ('s). Cached in the word. */
word_id languages_stem(struct languages *languages, lang_id lang, word_id form);

/* The word of a form, with its stem in `lang` and whether that is the lemma, as
 * Universal Dependencies have it (ё as е), and can be no other. Valid until
 * the next words_add. */
const struct word *languages_find_stem(struct languages *languages,
				       lang_id lang, word_id form);

/* The same, with a look for the words of `languages` that have their stem. */
static inline const struct word *languages_stemmed(struct languages *languages,
						   struct words *words,
						   lang_id lang, word_id form)
{
	const struct word *word = words_get(words, form);

	return word->stem && word->stem_lang == lang
		? word : languages_find_stem(languages, lang, form);
}

/* Whether a word of this shape has letters of the usual script of `lang`, or
 * none of another one. */
bool languages_may_write(const struct languages *languages, lang_id lang,
			 uint8_t shape);

/* Whether a language is written in a second script. */
bool languages_may_also(const struct languages *languages, lang_id lang);

/* Whether a word of this shape is in a script that `lang` is also written in,
 * and not in its usual one. */
bool languages_is_also(const struct languages *languages, lang_id lang,
		       uint8_t shape);

/* The stem of such a word in a text that is written so: that of its spelling
 * in the usual script, where this has a known root. Without knowing the text,
 * languages_stem leaves words alone that may be of any language. */
word_id languages_stem_also(struct languages *languages, lang_id lang,
			    word_id form);

/* Whether a word is a stop word, or its dictionary or roots have it. */
bool languages_know(struct languages *languages, lang_id lang, word_id form);

/* The stem of a word that begins with two capitals, in a sentence that has
 * small letters too, or 0: it is that of languages_stem. It is in capitals,
 * where the word in small letters is another word (US, ИГ, БАҚ-тың) or the
 * same in no capitals (NOT). Cached by word. */
word_id languages_acronym(struct languages *languages, lang_id lang,
			  word_id form);

/* A stem in the spelling that others of the language share with it (color of
 * colour), or the stem. Takes time: for queries, not for texts. */
word_id languages_shared(struct languages *languages, lang_id lang,
			 word_id stem);

/* The other spellings of a stem, one after the other; *row is 0 at first. False
 * at the end. */
bool languages_other_spelling(struct languages *languages, lang_id lang,
			      word_id stem, size_t *row, word_id *other);

/* Whether the stem of a word may begin with other letters than the word, by its
 * first two: it is short, or one of the forms that the tables name. */
bool languages_may_shift(struct languages *languages, lang_id lang,
			 struct str word);

/* Whether a lemma ends as those of the language's verbs do (объявить). */
bool languages_is_verb(struct languages *languages, lang_id lang,
		       word_id lemma);

/* What a word has in common with the words derived from it, as words.tsv has
 * it: its stem by the Snowball algorithm alone; where the language has none, as
 * languages_stem. */
word_id languages_root(struct languages *languages, lang_id lang, word_id form);

/* Append the root of a word in lower case. */
void languages_add_root(struct languages *languages, struct strbuf *out,
			lang_id lang, struct str word);

/* The name key: one for a name in Cyrillic (Russian, Kazakh) or any usual
 * romanisation, in any case form, masculine and feminine; 0 for a form without
 * letters. Cached in the word. */
word_id languages_key(struct languages *languages, word_id form);

/* The same of a text that need not be a word of the table, into `out`
 * (replaced). */
void languages_make_key(struct languages *languages, struct str text,
			struct strbuf *out);

/* names_key_base of a name, into `out` (replaced). */
void languages_name_base(struct languages *languages, struct str name,
			 struct strbuf *out);

/* The function words of a language: rows with a column `word`, or NULL. */
const struct table *languages_stopwords(const struct languages *languages,
					lang_id lang);

bool languages_is_stopword(struct languages *languages, lang_id lang,
			   word_id form);

#endif
