#include "help.h"

#include "commands.h"

static const char *const titles[PROGRAM_GROUPS] = {
	[GROUP_NONE] = "Other",
	[GROUP_CORPUS] = "Make a corpus",
	[GROUP_LOOK] = "Look at what there is",
	[GROUP_ASK] = "Ask",
	[GROUP_OUT] = "Take out for other tools",
	[GROUP_ORDER] = "Keep in order",
	[GROUP_STAGE] = "Make a corpus stage by stage",
	[GROUP_SHELL] = "At the terminal",
};

enum program_group group_at(int place)
{
	return (enum program_group)((place + 1) % PROGRAM_GROUPS);
}

const char *group_title(enum program_group group)
{
	return titles[group];
}

static bool has_any(enum program_group group)
{
	const struct program *program;

	for (size_t i = 0; (program = program_at(i)); i++)
		if (program->group == group)
			return true;
	return false;
}

static int longest_name(void)
{
	const struct program *program;
	size_t longest = 0;

	for (size_t i = 0; (program = program_at(i)); i++)
		if (strlen(program->name) > longest)
			longest = strlen(program->name);
	return (int)longest;
}

static void print_group(enum program_group group, bool markdown, int width)
{
	const struct program *program;

	if (!has_any(group))
		return;
	printf(markdown ? "| **%s** | |\n" : "\n%s:\n", titles[group]);
	for (size_t i = 0; (program = program_at(i)); i++) {
		if (program->group != group)
			continue;
		if (markdown)
			printf("| `esep %s` | %s |\n", program->name,
			       program->summary);
		else
			printf("  %-*s  %s\n", width, program->name,
			       program->summary);
	}
}

void help_print_markdown(void)
{
	puts("| command | what it does |\n|---|---|");
	for (int place = 0; place < PROGRAM_GROUPS; place++)
		print_group(group_at(place), true, 0);
}

void help_print(void)
{
	int width = longest_name();

	program_print_usage(&driver_row, stdout);
	for (int place = 0; place < PROGRAM_GROUPS; place++)
		print_group(group_at(place), false, width);
	printf("\nexamples:\n%s", driver_row.examples);
	puts("\nwhat leaves the team: '--mask persons' puts letters for the "
	     "names of persons.");
	puts("\n'esep help COMMAND' tells of one command and its options, "
	     "'man esep' how to\nbegin; 'esep --version' shows the version.");
}
