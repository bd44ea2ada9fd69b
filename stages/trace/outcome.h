/* What an act led to, and under which law: terms, fines, a case dropped. */
#ifndef ESEP_OUTCOME_H
#define ESEP_OUTCOME_H

#include "when.h"

/* The outcome of what a trigger names, as of an incident: the terms, amounts
 * and words of its clause that stand nearer to it than to another act; of what
 * acts.tsv says that it may have. A time that tells when is none.
 * cost  linear in the cues and mentions of the sentence */
struct str outcome_told(const struct scene *scene, const struct cue *trigger,
			const struct days *days);

/* The id of the law that an act is told under: the nearest one, an article
 * rather than its act; or empty.
 * cost  linear in the mentions of the sentence */
struct str outcome_law(const struct scene *scene, const struct cue *trigger);

#endif
