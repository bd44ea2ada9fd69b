/* What a hyphen parts from a name within one word. */
#ifndef ESEP_NAME_SUFFIXES_H
#define ESEP_NAME_SUFFIXES_H

#include "scan.h"
#include "slug.h"

/* Bytes at the end of a settled candidate's last word that are an ending or
 * another word and not of the name, the hyphen with them ("YouTube-канал",
 * "ҚР-да"); else 0. They are written small, in other letters than the name or
 * behind capitals; an article's number is no name. */
uint32_t suffix_of(const struct scan *scan, const struct candidate *c,
		   const struct romanisation *romanisation);

#endif
