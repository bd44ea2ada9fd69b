#include "pager.h"

#include "str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct pager {
	FILE *file;
	char *command;        /* its words, a NUL behind each */
	LIST(char *) words;   /* NULL ends them */
	bool started;         /* or tried to */
};

/* For the handler of signals, which is told nothing else: the pager that runs,
 * and our end of its pipe. */
static struct {
	pid_t pid;            /* 0: none */
	int fd;
} running;

static const int ending[] = { SIGINT, SIGHUP, SIGTERM, SIGQUIT };

static void wait_for_pager(void)
{
	close(running.fd);
	while (waitpid(running.pid, NULL, 0) < 0 && errno == EINTR)
		;
	running.pid = 0;
}

/* Else the shell and the pager would read the keyboard both. */
static void end_behind_pager(int number)
{
	if (running.pid > 0)
		wait_for_pager();
	signal(number, SIG_DFL);
	raise(number);
}

static void take_signals(void)
{
	for (size_t i = 0; i < COUNT_OF(ending); i++)
		if (signal(ending[i], end_behind_pager) == SIG_IGN)
			signal(ending[i], SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
}

static void leave_signals(void)
{
	for (size_t i = 0; i < COUNT_OF(ending); i++)
		if (signal(ending[i], SIG_DFL) == SIG_IGN)
			signal(ending[i], SIG_IGN);
	signal(SIGPIPE, SIG_DFL);
}

/* What this program was started with, and how less and lv show colours. */
static char **surroundings(void)
{
	static char less[] = "LESS=FRX", lv[] = "LV=-c";
	size_t count = 0;
	char **all;

	while (environ[count])
		count++;
	all = memory_get((count + 3) * sizeof *all);
	memcpy(all, environ, count * sizeof *all);
	if (!getenv("LESS"))
		all[count++] = less;
	if (!getenv("LV"))
		all[count++] = lv;
	all[count] = NULL;
	return all;
}

/* Returns 0 or what errno calls the reason. */
static int spawn(const struct pager *pager, int from)
{
	posix_spawn_file_actions_t actions;
	char **around = surroundings();
	int reason = posix_spawn_file_actions_init(&actions);

	if (reason == 0) {
		reason = posix_spawn_file_actions_adddup2(&actions, from, 0);
		if (reason == 0)
			reason = posix_spawnp(&running.pid,
					      pager->words.items[0], &actions,
					      NULL, pager->words.items,
					      around);
		posix_spawn_file_actions_destroy(&actions);
	}
	free(around);
	return reason;
}

/* Without a pager the text goes to the terminal as it is. */
static void start(struct pager *pager)
{
	int ends[2], reason;

	pager->started = true;
	if (pipe2(ends, O_CLOEXEC) < 0) {
		reason = errno;
	} else {
		reason = spawn(pager, ends[0]);
		close(ends[0]);
		running.fd = ends[1];
	}
	if (reason == 0) {
		take_signals();
		return;
	}
	running.pid = 0;
	fprintf(stderr, "esep: no pager '%s': %s\n", pager->words.items[0],
		strerror(reason));
}

static ssize_t take_text(void *cookie, const char *text, size_t size)
{
	struct pager *pager = cookie;
	size_t done = 0;

	if (!pager->started)
		start(pager);
	if (running.pid == 0)
		return (ssize_t)fwrite(text, 1, size, stdout);
	while (done < size) {
		ssize_t put = write(running.fd, text + done, size - done);

		if (put < 0 && errno != EINTR)
			return 0;
		done += put > 0 ? (size_t)put : 0;
	}
	return (ssize_t)size;
}

static void split(struct pager *pager, const char *command)
{
	char *word;

	pager->command = memory_get(strlen(command) + 1);
	strcpy(pager->command, command);
	for (char *rest = pager->command; (word = strtok_r(rest, " \t", &rest));)
		*LIST_ADD(&pager->words) = word;
	*LIST_ADD(&pager->words) = NULL;
}

struct pager *pager_open(void)
{
	const char *command = getenv("PAGER"), *term = getenv("TERM");
	struct pager *pager;

	if (!isatty(STDOUT_FILENO) || !term || !strcmp(term, "dumb"))
		return NULL;
	pager = memory_get_zeroed(sizeof *pager);
	split(pager, command ? command : "less");
	pager->file = pager->words.items[0] &&
		      strcmp(pager->words.items[0], "cat") != 0
		? fopencookie(pager, "w", (cookie_io_functions_t){
			      .write = take_text }) : NULL;
	if (!pager->file) {
		pager_close(pager);
		return NULL;
	}
	return pager;
}

FILE *pager_file(struct pager *pager)
{
	return pager->file;
}

void pager_close(struct pager *pager)
{
	if (!pager)
		return;
	if (pager->file)
		fclose(pager->file);
	if (running.pid > 0) {
		wait_for_pager();
		leave_signals();
	}
	LIST_RELEASE(&pager->words);
	free(pager->command);
	free(pager);
}
