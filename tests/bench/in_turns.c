/* Runs commands in turns, A B A B…, and tells the median time, CPU time, peak
 * memory and bytes written of each:
 * in_turns ROUNDS BYTES NAME COMMAND [NAME COMMAND]…
 *
 * A command is a line of sh; its standard output is thrown away. In turns,
 * since a machine is not as fast at one time as at another: what is compared
 * must be measured together, and how many times the CPU of the first one another
 * takes is the median of the rounds. BYTES is what MB/s are of; with 0 there are
 * none, and with - no row is compared. */
#include "bench.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS_MAX = 100, COMMANDS_MAX = 16 };

struct command {
	const char *name, *line;
	double seconds[ROUNDS_MAX], cpu[ROUNDS_MAX], peak[ROUNDS_MAX];
	double written[ROUNDS_MAX];
};

static void fail(const char *what)
{
	fprintf(stderr, "in_turns: %s failed\n", what);
	exit(1);
}

static double seconds_of(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double wall_seconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run(struct command *command, size_t round)
{
	double start = wall_seconds();
	struct rusage usage;
	int status, null;
	pid_t child = fork();

	if (child == 0) {
		null = open("/dev/null", O_WRONLY | O_CLOEXEC);
		dup2(null, STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", command->line, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0)
		fail(command->line);
	command->seconds[round] = wall_seconds() - start;
	command->cpu[round] = seconds_of(usage.ru_utime) +
			      seconds_of(usage.ru_stime);
	command->peak[round] = (double)usage.ru_maxrss / 1024; /* KiB */
	command->written[round] = (double)usage.ru_oublock * 512 / 1e6;
}

static double times_the_first(const struct command *commands, size_t which,
			      size_t rounds)
{
	double times[ROUNDS_MAX];

	for (size_t i = 0; i < rounds; i++)
		times[i] = commands[which].cpu[i] / commands[0].cpu[i];
	return median(times, rounds);
}

static void print_rows(struct command *commands, size_t count, size_t rounds,
		       const char *bytes)
{
	double times[COMMANDS_MAX], size = strtod(bytes, NULL);

	for (size_t i = 0; i < count; i++)
		times[i] = times_the_first(commands, i, rounds);
	printf("%-24s %8s %9s %8s %8s %8s\n", "program, in turns", "CPU s",
	       size > 0 ? "MB/s" : "", "wall s", "peak MB", "wrote MB");
	for (size_t i = 0; i < count; i++) {
		print_rate(commands[i].name, median(commands[i].cpu, rounds),
			   size);
		printf(" %8.3f %8.1f %8.2f",
		       median(commands[i].seconds, rounds),
		       median(commands[i].peak, rounds),
		       median(commands[i].written, rounds));
		if (i > 0 && strcmp(bytes, "-") != 0)
			printf("  CPU %.2f x", times[i]);
		putchar('\n');
	}
}

int main(int argc, char **argv)
{
	static struct command commands[COMMANDS_MAX];
	size_t count = argc > 4 ? (size_t)(argc - 3) / 2 : 0;
	size_t rounds = count > 0 ? strtoul(argv[1], NULL, 10) : 0;

	if (rounds < 1 || rounds > ROUNDS_MAX || argc % 2 == 0 ||
	    count > COMMANDS_MAX) {
		fputs("usage: in_turns ROUNDS BYTES NAME COMMAND "
		      "[NAME COMMAND]...\n", stderr);
		return 2;
	}
	for (size_t i = 0; i < count; i++) {
		commands[i].name = argv[3 + 2 * i];
		commands[i].line = argv[4 + 2 * i];
	}
	for (size_t round = 0; round < rounds; round++)
		for (size_t i = 0; i < count; i++)
			run(&commands[i], round);
	print_rows(commands, count, rounds, argv[2]);
	return 0;
}
