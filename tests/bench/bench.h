/* What the benchmarks share: clocks and medians. Each of them ends the program
 * when something fails. */
#ifndef ESEP_BENCH_H
#define ESEP_BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double cpu_seconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static inline int compare_doubles(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* Of an even count the mean of the two in the middle; `values` get sorted. */
static inline double median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, compare_doubles);
	return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

/* "name  seconds  MB/s", as all rows of scripts/bench begin; without bytes
 * there is no rate. */
static inline void print_rate(const char *name, double seconds, double bytes)
{
	printf("%-24s %8.3f ", name, seconds);
	if (bytes > 0 && seconds > 0)
		printf("%9.2f", bytes / seconds / 1e6);
	else
		printf("%9s", "");
}

#endif
