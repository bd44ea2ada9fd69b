#include "statistics.h"

#include <math.h>

double statistics_g2(const uint64_t *counts, const uint64_t *sizes,
		     size_t parts)
{
	double count = 0, size = 0, sum = 0;

	for (size_t i = 0; i < parts; i++) {
		count += (double)counts[i];
		size += (double)sizes[i];
	}
	for (size_t i = 0; i < parts; i++) {
		double observed = (double)counts[i];

		if (counts[i] > 0 && sizes[i] > 0)
			sum += observed * log(observed * size /
					      ((double)sizes[i] * count));
	}
	return sum > 0 ? 2 * sum : 0; /* not -0.0 where rounding gives it */
}

static double share(uint64_t count, uint64_t size)
{
	return (count > 0 ? (double)count : 0.5) / (double)size;
}

double statistics_log_ratio(uint64_t count, uint64_t size,
			    uint64_t other_count, uint64_t other_size)
{
	if (size == 0 || other_size == 0)
		return 0;
	return log2(share(count, size) / share(other_count, other_size));
}

double statistics_per_million(uint64_t count, uint64_t size)
{
	return size > 0 ? (double)count * 1e6 / (double)size : 0;
}
