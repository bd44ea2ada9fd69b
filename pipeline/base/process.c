#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	CHUNK = 256 * 1024,
	PIPE = 1 << 20,        /* bytes that may wait, where the system lets */
	BATCH_NAP = 2000000,   /* ns, while more of a long output comes */
	EXIT_NAP = 200000
};

struct child {
	pid_t pid;
	int out, said, failed; /* our ends of its pipes; -1: closed */
	size_t taken;          /* bytes of its output */
};

static int64_t now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int process_file(struct str bytes, struct err *err)
{
	int fd = memfd_create("input", MFD_CLOEXEC);
	size_t done = 0;

	while (fd >= 0 && done < bytes.len) {
		ssize_t n = write(fd, bytes.data + done, bytes.len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			close(fd);
			fd = -1;
			break;
		}
		done += (size_t)n;
	}
	if (fd < 0 || lseek(fd, 0, SEEK_SET) < 0)
		return err_set(err, ERR_SYSTEM, "cannot keep %zu bytes: %s",
			       bytes.len, strerror(errno));
	return fd;
}

/* Our environment, but with messages in English: an array of pointers into
 * it. */
static char **plain_environment(void)
{
	static char plain[] = "LC_ALL=C";
	char **variables;
	size_t count = 0, kept = 0;

	while (environ[count])
		count++;
	variables = memory_get((count + 2) * sizeof *variables);
	for (size_t i = 0; i < count; i++)
		if (strncmp(environ[i], "LC_ALL=", 7) != 0)
			variables[kept++] = environ[i];
	variables[kept++] = plain;
	variables[kept] = NULL;
	return variables;
}

/* In the child, which another thread's locks may hold: only system calls, and
 * never a return. The pipe `failed` closes when the program begins, or carries
 * the reason why it does not. */
static void become(const struct process *process, char **environment,
		   const int pipes[3][2])
{
	struct rlimit none = { 0, 0 };
	/* At the first it is told by SIGXCPU, at the second it is killed. */
	struct rlimit seconds = { process->seconds, process->seconds + 1 };
	struct rlimit memory = { process->memory, process->memory };
	sigset_t blocked;
	int reason;

	sigemptyset(&blocked);
	sigprocmask(SIG_SETMASK, &blocked, NULL); /* load blocks some */
	if (process->input == STDIN_FILENO) /* as when ours was closed */
		fcntl(STDIN_FILENO, F_SETFD, 0);
	dup2(process->input, STDIN_FILENO);
	dup2(pipes[0][1], STDOUT_FILENO);
	dup2(pipes[1][1], STDERR_FILENO);
	signal(SIGPIPE, SIG_DFL);
	setrlimit(RLIMIT_CORE, &none);
	setrlimit(RLIMIT_CPU, &seconds);
	setrlimit(RLIMIT_AS, &memory); /* last: nothing here may need memory */
	execvpe(process->arguments[0],
		(char *const *)(uintptr_t)process->arguments, environment);
	reason = errno;
	if (write(pipes[2][1], &reason, sizeof reason) < 0)
		_exit(126);
	_exit(127);
}

static int start(const struct process *process, struct child *child,
		 struct err *err)
{
	char **environment;
	int pipes[3][2], reason = 0;

	for (int i = 0; i < 3; i++)
		if (pipe2(pipes[i], O_CLOEXEC) < 0) {
			reason = errno;
			while (i-- > 0) {
				close(pipes[i][0]);
				close(pipes[i][1]);
			}
			return err_set(err, ERR_SYSTEM, "pipe: %s",
				       strerror(reason));
		}
	fcntl(pipes[0][0], F_SETPIPE_SZ, PIPE);
	environment = plain_environment();
	child->pid = fork();
	if (child->pid == 0)
		become(process, environment, pipes);
	reason = errno;
	free(environment);
	for (int i = 0; i < 3; i++)
		close(pipes[i][1]);
	child->out = pipes[0][0];
	child->said = pipes[1][0];
	child->failed = pipes[2][0];
	if (child->pid > 0)
		return 0;
	for (int i = 0; i < 3; i++)
		close(pipes[i][0]);
	return err_set(err, ERR_SYSTEM, "fork: %s", strerror(reason));
}

/* Why the program did not begin; 0 when it did. */
static int check_begun(const struct process *process, struct child *child,
		       struct err *err)
{
	int reason = 0;
	ssize_t n;

	do
		n = read(child->failed, &reason, sizeof reason);
	while (n < 0 && errno == EINTR);
	close(child->failed);
	if (n <= 0)
		return 0;
	return err_set(err, reason == ENOENT ? ERR_MISSING : ERR_SYSTEM,
		       "%s: %s", process->arguments[0], strerror(reason));
}

/* Keeps what fits, takes the rest off the pipe all the same. */
static void hear(struct child *child, struct process_end *end, char *chunk)
{
	size_t have = strlen(end->said), room = PROCESS_SAID - 1 - have;
	ssize_t n = read(child->said, chunk, CHUNK);

	if (n < 0 && errno == EINTR)
		return;
	if (n <= 0) {
		close(child->said);
		child->said = -1;
		return;
	}
	if ((size_t)n < room)
		room = (size_t)n;
	memcpy(end->said + have, chunk, room);
	end->said[have + room] = '\0';
}

static int take(const struct process *process, struct child *child, char *chunk,
		struct err *err)
{
	ssize_t n = read(child->out, chunk, CHUNK);

	if (n < 0 && errno == EINTR)
		return 0;
	if (n > 0) {
		child->taken += (size_t)n;
		return process->take(process->data,
				     (struct str){ chunk, (size_t)n }, err);
	}
	close(child->out);
	child->out = -1;
	return 0;
}

/* Of a long output more is let come together: to be woken for each piece of
 * 4 KB, as programs write them, costs it and us more than to read it. */
static void let_come(const struct child *child, size_t taken_before)
{
	const struct timespec nap = { .tv_nsec = BATCH_NAP };

	if (child->out >= 0 && child->taken > CHUNK &&
	    child->taken - taken_before < CHUNK / 4)
		nanosleep(&nap, NULL);
}

static int read_all(const struct process *process, struct child *child,
		    int64_t deadline, struct process_end *end, struct err *err)
{
	char *chunk = memory_get(CHUNK);
	int rc = 0;

	while (rc == 0 && (child->out >= 0 || child->said >= 0)) {
		struct pollfd polls[2] = {
			{ .fd = child->out, .events = POLLIN },
			{ .fd = child->said, .events = POLLIN }
		};
		int64_t left = deadline - now_ms();

		if (left <= 0) {
			end->timed_out = true;
			break;
		}
		if (poll(polls, 2, (int)left) <= 0)
			continue;
		if (polls[1].revents)
			hear(child, end, chunk);
		if (polls[0].revents) {
			size_t before = child->taken;

			rc = take(process, child, chunk, err);
			let_come(child, before);
		}
	}
	free(chunk);
	return rc;
}

/* A program that has closed its outputs mostly ends at once; one that does not
 * is killed by the clock all the same. */
static int wait_until(struct child *child, int64_t deadline,
		      struct process_end *end)
{
	const struct timespec nap = { .tv_nsec = EXIT_NAP };
	int status = 0;

	while (waitpid(child->pid, &status, WNOHANG) == 0) {
		if (now_ms() < deadline) {
			nanosleep(&nap, NULL);
			continue;
		}
		end->timed_out = true;
		kill(child->pid, SIGKILL);
		while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
			;
		break;
	}
	return status;
}

static void finish(struct child *child, int64_t deadline,
		   struct process_end *end)
{
	char *line_end = strchr(end->said, '\n');
	int status;

	if (child->out >= 0)
		close(child->out);
	if (child->said >= 0)
		close(child->said);
	status = wait_until(child, deadline, end);
	end->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	if (line_end)
		*line_end = '\0';
}

int process_run(const struct process *process, struct process_end *end,
		struct err *err)
{
	int64_t deadline = now_ms() + (int64_t)process->seconds * 1000;
	struct child child = { -1, -1, -1, -1, 0 };
	int rc = start(process, &child, err);

	*end = (struct process_end){ .status = -1 };
	if (rc < 0)
		return rc;
	rc = check_begun(process, &child, err);
	if (rc == 0)
		rc = read_all(process, &child, deadline, end, err);
	if (rc < 0 || end->timed_out)
		kill(child.pid, SIGKILL);
	finish(&child, deadline, end);
	if (end->signal == SIGXCPU)
		end->timed_out = true;
	return rc;
}
