/* What years a document is about, as its title or its text says. */
#ifndef ESEP_COVERS_H
#define ESEP_COVERS_H

#include "document.h"
#include "knowledge.h"

struct covers_rules;

/* covers.tsv, and the months of CODE/dates.tsv. errors: those of
 * lexicons_table and regex_compile; ERR_FORMAT a place, a group or a value
 * that is none */
int covers_rules_open(struct covers_rules **rules, struct lexicons *lexicons,
		      struct err *err);
void covers_rules_close(struct covers_rules *rules); /* NULL too */

/* Put blanks in the place of the years in a title that are another thing's than
 * the document's: of a law, "закон 1999 года". */
void covers_blank_others(const struct covers_rules *rules, struct strbuf *title);

/* Append the period (EDTF) of the first row of covers.tsv that is found at all,
 * in the title, the lines below it or the first paragraphs; nothing where none
 * is. *in_title, where it was the title, is the part that told it;
 * else it is empty. */
void covers_said(const struct covers_rules *rules, const struct document *doc,
		 struct str title, struct strbuf *period,
		 struct str *in_title);

/* The first number of four digits from 1900 to 2099; empty if there is none. */
struct str find_year(struct str text);

#endif
