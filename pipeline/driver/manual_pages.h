/* Pages of the manual beside those of the programs: what `esep` is for, what a
 * database has; and what stands at the end of a program's page. */
#ifndef ESEP_MANUAL_PAGES_H
#define ESEP_MANUAL_PAGES_H

/* esep --man: esep(1); --man database: esep-database(5); --man see-also NAME:
 * the last part of the page of a program. argv begins with "--man". Returns an
 * exit status. */
int manual_print(int argc, char **argv);

void manual_print_database(void);

#endif
