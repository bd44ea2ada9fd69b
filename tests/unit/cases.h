/* For tests that are tables: a row is a test of its own, named by the row. */
#ifndef ESEP_TEST_CASES_H
#define ESEP_TEST_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define CASE(row, function)                                                   \
	((struct CMUnitTest){ .name = (row).name, .test_func = (function),    \
			      .initial_state = &(row) })

#endif
