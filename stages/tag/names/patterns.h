/* Names that are recognised by how they are put together, such as "Article
 * 174 of the Criminal Code" or "закон о …": lexicons/name_patterns.tsv.
 *
 * A pattern is words with blanks between, at least one of them literal; `word*`
 * is a prefix. In braces:
 *   {law} {place} {date}  a name or date that was found there
 *   {year}                four digits
 *   {n}                   a number, also 174-1; {n-баб}: with that behind it
 *   {quote}               what stands in quotation marks, with these
 *   {words}               words of the subject of a law: of any that the
 *                         lexicon's laws have in their names
 *   {name}                before the rest: words with capitals in Latin letters,
 *                         a place in its base form in others
 *   {local-ск}            before the rest: an adjective with these letters before
 *                         its ending that no dictionary has, as is made of the
 *                         name of a place
 * The id is the pattern's, or that of {law} with {n}, or made of the text. */
#ifndef ESEP_PATTERNS_H
#define ESEP_PATTERNS_H

#include "err.h"
#include "scan.h"
#include "slug.h"

struct patterns;

/* name_patterns.tsv; the words of {words} are those of names/laws.tsv.
 * errors: of lexicons_load; ERR_FORMAT (file:line) an unknown type or slot, no
 * literal word, too many words */
int patterns_open(struct patterns **patterns,
		  const struct knowledge *knowledge,
		  const struct romanisation *romanisation, struct err *err);
void patterns_close(struct patterns *patterns);

/* Whether a word of a text in a language occurs in the names of laws. */
bool patterns_is_subject(struct patterns *patterns, lang_id lang, word_id form);

/* After scan_sort. */
void patterns_find(struct patterns *patterns, struct scan *scan);

#endif
