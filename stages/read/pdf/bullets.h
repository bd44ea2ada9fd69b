/* Letters of symbol fonts that stand for bullets. */
#ifndef ESEP_BULLETS_H
#define ESEP_BULLETS_H

#include "pages.h"

/* Find them, into pages.bullets: small letters and signs that stand alone
 * before the text of many lines, and hardly anywhere else. To be called when
 * the lines are ordered. */
void bullets_find(struct pages *pages);

/* Whether a character is a bullet, of these or in any document. */
bool bullets_has(const struct pages *pages, uint32_t c);

#endif
