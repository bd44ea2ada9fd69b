/* All that `esep` can be told to do: stages, queries, and the commands that it
 * alone knows, as one list. */
#ifndef ESEP_COMMANDS_H
#define ESEP_COMMANDS_H

#include "program.h"

/* The row of number `index` from 0, or NULL behind the last; the row of a name
 * without "esep-", or NULL. The options that stages, or queries, have in common
 * are not in it, and none of run's. */
const struct program *program_at(size_t index);
const struct program *program_named(const char *name);

/* The same with all options; released with program_release. False: there is no
 * program of that name. */
bool program_whole(struct program *extended, const char *name);

/* Run the program of that name, which is there, with its own argv. Returns its
 * exit status. */
int program_run(const char *name, int argc, char **argv);

#endif
