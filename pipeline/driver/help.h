/* The programs as `esep help` and the README list them, by groups. */
#ifndef ESEP_HELP_H
#define ESEP_HELP_H

#include "program.h"

extern const struct program driver_row; /* of `esep` itself */

/* The groups in the order of lists, `place` from 0 to below PROGRAM_GROUPS. */
enum program_group group_at(int place);

/* "Make a corpus"; "Other" for GROUP_NONE. */
const char *group_title(enum program_group group);

void help_print(void);
void help_print_markdown(void);  /* the README's table */

#endif
