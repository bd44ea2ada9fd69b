/* Articles of laws as texts name them: `Article 274`, `Art. 274`, «ст. 274»,
 * «по 274-й статье», «274-бап». The words are those of lexicons/articles.tsv. */
#ifndef ESEP_ARTICLES_H
#define ESEP_ARTICLES_H

#include "knowledge.h"

struct articles;

/* What a word counts: the articles of an act, its sections (a word that other
 * texts have too), parts of an article; or it joins the numbers of a list. */
enum law_unit {
	UNIT_NONE, UNIT_ARTICLE, UNIT_SECTION, UNIT_PART, UNIT_JOIN
};

/* errors: those of lexicons_table; ERR_FORMAT for an unknown language or side */
int articles_open(struct articles **articles, const struct knowledge *knowledge,
		  struct err *err);
void articles_close(struct articles *articles); /* NULL too */

/* Whether a word may be the number: it begins with a digit. */
bool articles_is_number(struct str text);

/* Whether two words are an article and its number: one of the words in any form,
 * and a number on a side where it stands. The stems of the languages that are
 * written in the word's script are needed. */
bool articles_is_pair(struct articles *articles, struct str first,
		      struct str second);

/* The number of such a pair with a blank between, or of a word that has both
 * with a hyphen (274-бабымен); empty for another text. */
struct str articles_number(struct articles *articles, struct str text);

/* What a word of a text counts, whatever language it is in, and on which sides
 * of the number it stands. Stems are needed as above; cost: a look at each row of
 * the table, with a stem where the script is the row's. */
enum law_unit articles_unit(struct articles *articles, struct str word,
			    bool *before, bool *behind);

/* What an article may be called: the words, by number from 0 on. Sections and
 * parts are not among them. */
struct article_word {
	struct str word;
	lang_id lang;
	enum law_unit unit;
	bool before, behind; /* the number */
	bool by_form;        /* no other form is meant: «20 статей» are many */
};
size_t articles_count(const struct articles *articles);
const struct article_word *articles_word(const struct articles *articles,
					 size_t index);

#endif
