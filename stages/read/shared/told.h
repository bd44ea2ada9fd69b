/* What a manifest tells of a report: understood, or refused where it cannot be
 * so. */
#ifndef ESEP_TOLD_H
#define ESEP_TOLD_H

#include "stage.h"

struct told;

/* The context outlives it. */
struct told *told_new(const struct stage_context *context);
void told_free(struct told *told); /* NULL too */

/* Load the tables that told_check loads when it first needs them. errors:
 * those of lexicons_table; ERR_SYSTEM */
int told_load(struct told *told, struct err *err);

/* Check the metadata of a document that has META_ROW, which is taken off; of
 * others nothing is checked. A country in words or small letters becomes its
 * code. A series that no table knows is told as a note, once.
 * errors: ERR_FORMAT, with the manifest's file and line, for
 *   lang      that languages.tsv has no row for
 *   country   that is neither a code of ISO 3166-1, of those which it leaves
 *             to users (AA, QM to QZ, XA to XZ, ZZ) nor a name of a country;
 *             INT is one that it does not have
 *   edition   that is no year, or none of a report
 *   covers    that is no EDTF, or begins after the year of the edition
 *   series    that is nearly a known one; and as told_load */
int told_check(struct told *told, struct document *doc, struct err *err);

#endif
