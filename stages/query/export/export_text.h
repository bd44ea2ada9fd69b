/* Texts on their way into a format: every one that a report or a user wrote
 * goes through one of these, or through output_add_json or output_add_csv. */
#ifndef ESEP_EXPORT_TEXT_H
#define ESEP_EXPORT_TEXT_H

#include "str.h"

/* Append a text between XML tags or in "…" of an attribute, for readers that
 * know the five entities alone. A control character, which XML has no way to
 * write, becomes U+FFFD, line ends and tabs blanks. */
void export_add_xml(struct strbuf *out, struct str text);

/* Append a text as a part of an id of FollowTheMoney, [0-9a-zA-Z.-]: each
 * other byte as `.` and two hexadecimal digits. `dash` is the character that
 * is written as `-`; a dash itself, if that is another one, is coded too. Two
 * texts never give one id. */
void export_add_id(struct strbuf *out, struct str text, char dash);

#endif
