/* Names of persons masked, in material that leaves the team: each becomes a
 * letter, ‹A› in a text and person_a where an id, an address or a word in small
 * letters stands. The marks are of no alphabet and no report has them; letters
 * need no case ending, and read the same in any language.
 *
 * A word is masked that is a name of a person as the database has it, in any
 * case; that has the cross-script key of one, and a capital or the length of a
 * surname; or that begins with a surname of five letters or more. Within
 * addresses, handles and hashtags names are looked for anywhere in a word, and
 * a few letters may follow a key (vrublevskogo). What follows a name with a
 * hyphen stays (‹A›-ның). A name that several persons share is ‹A/B›, that of
 * more than MASK_SHARED ‹?›. A part of a name that is also a short word of a
 * dictionary (May), or a given name that a place has in its name, is masked
 * beside another name or an initial of the person, and where the same text
 * surely names the person. One of two letters (Li) is masked alone if it is in
 * no dictionary or was met alone, and has one capital. */
#ifndef ESEP_MASK_H
#define ESEP_MASK_H

#include "database.h"
#include "document.h"
#include "languages.h"
#include "output.h"

struct mask;

enum { MASK_SHARED = 3 };

/* No person yet. `languages` needs STOPWORDS, STEM and KEY; it and its words
 * are borrowed. */
struct mask *mask_new(struct languages *languages, struct words *words);
void mask_free(struct mask *mask); /* NULL is fine */

/* A person of that id, which gets the next letter if there is none; texts are
 * copied. Returns its number, from 0. */
size_t mask_add_person(struct mask *mask, struct str id);

/* A name of it: "Yerlan Kumtasov", "Kumtasov, Yerlan", in any case form. */
void mask_add_name(struct mask *mask, size_t person, struct str name);

/* A person that no id stands for, as the author of a footnote has it. It is one
 * that is there already, if its names say so. As a cell of its own the text is
 * always masked, elsewhere its words are, if there are several and they are in
 * no dictionary. Before it mask_settle must be called, and behind it again. */
void mask_add_author(struct mask *mask, struct str name);

/* The name of something else (a place, an outlet): words of it are no form of a
 * person's name, unless they are that name itself. */
void mask_protect(struct mask *mask, struct str name);

/* All names are told; what is asked below is known from here on. */
void mask_settle(struct mask *mask);

/* All persons of a database: entities of the types journalist, official and
 * person, in the order in which documents, by name, first name them; then
 * those who are referred to but nowhere named; then authors of footnotes and
 * those who made corrections. errors: ERR_DATABASE */
int mask_read(struct mask *mask, struct database *db, struct err *err);

/* How many persons there are. */
size_t mask_persons(const struct mask *mask);

/* Append a text, masked; hits are moved: those that a mask swallowed are empty.
 * Equal texts give equal ones. This is output_mask.add, `data` the mask.
 * cost  linear in text.len: for each letter of a word at most the longest
 *       surname */
void mask_add(void *data, struct strbuf *out, struct str text,
	      struct output_hit *hits, size_t count);

/* Mask all texts of a document. It keeps its words: each of a name is masked by
 * itself. The source becomes its masked paragraphs, since names lie broken
 * across lines there. */
void mask_document(struct mask *mask, struct document *doc);

#endif
