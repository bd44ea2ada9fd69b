/* Of which act an article is that is cited without one. */
#ifndef ESEP_CITED_ACTS_H
#define ESEP_CITED_ACTS_H

#include "gazetteer.h"
#include "interned.h"

/* What the document tells of a number. */
struct told_number {
	struct str first, last; /* acts that were told with it, or empty */
	struct str listed;      /* what cited_acts_listed found */
	bool is_looked_up;
};

struct cited_acts {
	const struct gazetteer *names;
	struct interned begins;  /* of ids of acts and articles: what stands
	                            before a "_" */
	size_t read;             /* so many entities were */
	struct interned numbers; /* of the document's articles */
	LIST(struct told_number) told; /* of each */
	struct interned ids;     /* the document's acts that may be listed with
	                            articles, each once */
	LIST(uint32_t) last;     /* of each candidate: the last act up to it,
	                            from 1, or 0 */
};

void cited_acts_init(struct cited_acts *acts, const struct gazetteer *names);
void cited_acts_release(struct cited_acts *acts);

/* Begin with a document whose candidates are sorted; what is added behind them
 * may be articles alone. */
void cited_acts_begin(struct cited_acts *acts, const struct scan *scan);

/* An article as it was read, in text order; `act` may be empty. All are told
 * before the first is settled. */
void cited_acts_tell(struct cited_acts *acts, struct str number,
		     struct str act);

/* What the next article of that number is of, in text order. */
void cited_acts_settle(struct cited_acts *acts, struct str number,
		       struct str act);

/* The act of the same number in the document, the nearest before first. */
struct str cited_acts_same(const struct cited_acts *acts, struct str number);

/* The act of the document that the lexicon has the article of, if it is one. */
struct str cited_acts_listed(struct cited_acts *acts, struct scan *scan,
			     struct str number);

/* The act that was named last before a token, in its sentence or the one
 * before. */
struct str cited_acts_beside(const struct cited_acts *acts,
			     const struct scan *scan, size_t token,
			     size_t sentence);

#endif
