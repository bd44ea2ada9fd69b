#include "progress.h"

#include "utf8.h"

#include <stdio.h>
#include <unistd.h>

static double seconds_between(struct timespec a, struct timespec b)
{
	return (double)(b.tv_sec - a.tv_sec) +
	       (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static struct timespec now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time;
}

void progress_init(struct progress *progress, const char *program, size_t total)
{
	*progress = (struct progress){ .program = program, .total = total,
				       .start = now(), .on = isatty(2) };
	progress->last = progress->start;
}

double progress_seconds(const struct progress *progress)
{
	return seconds_between(progress->start, now());
}

static void draw(struct progress *progress, struct str name)
{
	double seconds = progress_seconds(progress);
	double rate = seconds > 0 ? (double)progress->done / seconds : 0;

	fprintf(stderr, "\r\033[K%s: %zu documents, %.1f MB, %.1f MB/s",
		progress->program, progress->documents,
		(double)progress->done / 1e6, rate / 1e6);
	if (progress->total > progress->done && rate > 0) {
		double left = (double)(progress->total - progress->done) / rate;

		fprintf(stderr, ", %.0f:%02.0f left", left / 60,
			(double)((long)left % 60));
	}
	if (utf8_columns(name) < 40 && utf8_valid_until(name) == name.len)
		fprintf(stderr, "  %.*s", STR_ARGS(name));
	fflush(stderr);
	progress->shown = true;
}

void progress_step(struct progress *progress, size_t bytes, struct str name)
{
	struct timespec time = now();

	progress->done += bytes;
	progress->documents++;
	if (!progress->on || seconds_between(progress->last, time) < 0.1)
		return;
	progress->last = time;
	draw(progress, name);
}

void progress_clear(struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
	progress->shown = false;
}
