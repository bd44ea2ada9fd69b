/* How far the frequencies of a word differ between parts of a corpus. */
#ifndef ESEP_STATISTICS_H
#define ESEP_STATISTICS_H

#include <stddef.h>
#include <stdint.h>

/* G2, the log-likelihood ratio of a word's counts in `parts` parts of
 * `sizes[i]` words: 2 * sum(O * ln(O / E)), where E is the share of the word's
 * whole count that the part's size gives. 0 where the shares are equal, the
 * word does not occur or all parts are empty. For two parts 3.84, 6.63 and
 * 10.83 are the 5, 1 and 0.1 percent points (chi-square, parts - 1 degrees of
 * freedom).
 * source  Dunning 1993, Computational Linguistics 19(1); Rayson and Garside
 *         2000 */
double statistics_g2(const uint64_t *counts, const uint64_t *sizes,
		     size_t parts);

/* Log Ratio: the binary logarithm of the quotient of two relative frequencies.
 * 1: twice as frequent in the first; -1: half. A count of zero is taken as
 * 0.5. 0 where a part has no words.
 * source  Hardie 2014, cass.lancs.ac.uk/log-ratio-an-informal-introduction */
double statistics_log_ratio(uint64_t count, uint64_t size,
			    uint64_t other_count, uint64_t other_size);

/* Occurrences in a million words; 0 for a part without words. */
double statistics_per_million(uint64_t count, uint64_t size);

#endif
