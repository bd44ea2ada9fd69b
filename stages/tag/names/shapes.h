/* Names that no table has, by their shape: what stands in quotation marks
 * beside a cue (газета «…»), capitals round a head (Ministry of …, … region),
 * and a body or organisation together with its place. */
#ifndef ESEP_SHAPES_H
#define ESEP_SHAPES_H

#include "chains.h"
#include "persons.h"
#include "slug.h"

/* After scan_sort. `roles` are the marks of roles_mark; the ids are made of
 * the text. */
void shapes_find(struct scan *scan, const struct chains *chains,
		 const struct persons *persons, const struct role_marks *roles,
		 const struct romanisation *romanisation);

#endif
