/* The title lines of a document: what stands before its first paragraph,
 * without letterhead, addresses and numbers of a publisher. */
#ifndef ESEP_TITLE_H
#define ESEP_TITLE_H

#include "document.h"
#include "knowledge.h"

struct title_rules;

struct title {
	LIST(struct str) lines; /* the document's */
	struct strbuf text;     /* all, a blank between; "2 0 2 3" is 2023 */
};

void title_release(struct title *title);

/* no_titles.tsv, and the headings of report_words.tsv. errors: those of
 * lexicons_table and regex_compile */
int title_rules_open(struct title_rules **rules, struct lexicons *lexicons,
		     struct err *err);
void title_rules_close(struct title_rules *rules); /* NULL too */

void title_find(const struct title_rules *rules, struct document *doc,
		struct title *title);

#endif
