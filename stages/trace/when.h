/* When: the date of an act, of those that its sentence tells, and where else
 * it may come from. */
#ifndef ESEP_WHEN_H
#define ESEP_WHEN_H

#include "scene.h"
#include "setting.h"

struct day {                 /* a date of the sentence */
	size_t first, end;   /* tokens, half-open */
	struct str value;    /* EDTF; empty: it was not read */
	struct str from;     /* "stated"; "carried": the next day */
	size_t named, named_end; /* tokens of what it is counted from, or none:
	                            an act there is of the day `base` */
	struct str base;     /* what it is counted from; may be empty */
	bool foreign;        /* of something else: an article, a birth */
	bool leads;          /* its clause begins with it and goes on */
	bool closed;         /* it stands in a clause that is put in: who …, */
	bool aside;          /* in an apposition: editor since 2015, */
};
struct days { struct day *items; size_t count, capacity; };

struct told {                /* a date and how well it fits */
	size_t day;          /* its number among the sentence's */
	struct str date, from; /* as of an incident */
	bool in_clause, in_sentence, beside, carried;
	bool before;           /* it stands in the sentence before the act */
};

/* Set `days` to the dates of a sentence; those in quotation marks are left out.
 * "The next day" is one that is counted from the date before it, also of the
 * sentence before.
 * cost  bounded by SCENE_TOKENS */
void when_days(struct days *days, const struct scene *scene,
	       const struct setting *setting);
void when_release(struct days *days);

/* The date of what a trigger names: the one in its clause; else one that
 * stands before it, as a date holds until another comes; else the last one of
 * the paragraph, that of the section, the month of a footnote or of an event,
 * the period of the report. Empty where the sentence has a date that was not
 * read and none for the act.
 * cost  linear in the sentence's dates */
struct told when_told(const struct days *days, const struct scene *scene,
		      const struct cue *trigger,
		      const struct setting *setting);

/* Go on behind a sentence, of which doc->incidents from `first` on tell. */
void when_move(struct setting *setting, const struct days *days,
	       const struct scene *scene, size_t first);

#endif
