/* For tests that are tables: a row is a test of its own, named by the row. */
#ifndef ESEP_TEST_CASES_H
#define ESEP_TEST_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sys/time.h>

#include <cmocka.h>

#define CASE(row, function)                                                   \
	((struct CMUnitTest){ .name = (row).name, .test_func = (function),    \
			      .initial_state = &(row) })

/* For what would take minutes if some step took the square of a size: the
 * program is ended when it takes so many seconds of CPU from here on, however
 * busy the machine is; 0: no more. */
static inline void limit_cpu(time_t seconds)
{
	struct itimerval limit = { .it_value = { .tv_sec = seconds } };

	setitimer(ITIMER_PROF, &limit, NULL);
}

#endif
