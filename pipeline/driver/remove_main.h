/* `esep remove`: documents out of a database. */
#ifndef ESEP_REMOVE_MAIN_H
#define ESEP_REMOVE_MAIN_H

#include "program.h"

extern const struct program remove_row;
int remove_main(int argc, char **argv);

#endif
