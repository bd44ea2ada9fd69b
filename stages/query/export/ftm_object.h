/* An object of FollowTheMoney as a line of JSON: an id, a schema, and
 * properties, each a list of texts. An empty text is no value, and a property
 * without values is left out. */
#ifndef ESEP_FTM_OBJECT_H
#define ESEP_FTM_OBJECT_H

#include "edtf.h"
#include "mask.h"
#include "str.h"

struct ftm_object {
	struct strbuf *out;    /* where lines are appended */
	struct mask *mask;     /* of all texts; NULL: none */
	struct strbuf masked;  /* what ftm_mask returned last, released as id */
	struct strbuf id;      /* of the next object, or of one that a value
	                          refers to; whoever uses it releases it */
	size_t property;       /* where the last one begins */
};

/* A text as it may leave, valid until the next call. */
struct str ftm_mask(struct ftm_object *object, struct str text);

/* An object whose id is in object->id, which is cleared. */
void ftm_begin(struct ftm_object *object, const char *schema);
void ftm_end(struct ftm_object *object);

void ftm_begin_property(struct ftm_object *object, const char *name);
void ftm_add_value(struct ftm_object *object, struct str value); /* masked,
			and only if the property has it not yet */
void ftm_add_reference(struct ftm_object *object); /* to object->id */
void ftm_end_property(struct ftm_object *object);

/* A property of one value. */
void ftm_add(struct ftm_object *object, const char *name, struct str value);

/* The property `country`: a code of ISO 3166-1, in small letters. One that the
 * standard leaves to users is none, but for XK, Kosovo. */
void ftm_add_country(struct ftm_object *object, struct str code);

/* Whether a date is one of the model: a year, a month or a day, for certain. */
bool ftm_is_date(const struct edtf_date *date);
void ftm_add_date(struct ftm_object *object, const char *name,
		  const struct edtf_date *date);

/* A date in EDTF as `date`, or `startDate` and `endDate`. False for one that
 * the model cannot tell; an empty text is none to be told. */
bool ftm_add_dates(struct ftm_object *object, struct str text);

#endif
