#include "commands.h"

#include "completion_main.h"
#include "lexicons_main.h"
#include "merge_main.h"
#include "optimize_main.h"
#include "programs.h"
#include "remove_main.h"
#include "run.h"

/* What is neither a stage nor a query. */
struct command {
	const struct program *program;
	int (*main)(int argc, char **argv);
};

static const struct command commands[] = {
	{ &run_row, run_main },
	{ &merge_row, merge_main },
	{ &remove_row, remove_main },
	{ &optimize_row, optimize_main },
	{ &lexicons_program, lexicons_main },
	{ &completion_row, completion_main },
	{ NULL, NULL }
};

const struct program *program_at(size_t index)
{
	for (size_t i = 0; all_stages[i]; i++)
		if (index-- == 0)
			return &all_stages[i]->program;
	for (size_t i = 0; all_queries[i]; i++)
		if (index-- == 0)
			return &all_queries[i]->program;
	return index < COUNT_OF(commands) ? commands[index].program : NULL;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; commands[i].program; i++)
		if (!strcmp(commands[i].program->name, name))
			return &commands[i];
	return NULL;
}

const struct program *program_named(const char *name)
{
	const struct program *program;

	for (size_t i = 0; (program = program_at(i)); i++)
		if (!strcmp(program->name, name))
			return program;
	return NULL;
}

bool program_whole(struct program *extended, const char *name)
{
	const struct stage *stage = find_stage(name);
	const struct query *query = find_query(name);
	const struct command *command = find_command(name);

	if (stage)
		stage_program(stage, extended);
	else if (query)
		query_program(query, extended);
	else if (command && command->program == &run_row)
		run_program(extended);
	else if (command)
		program_extend(extended, command->program, NULL, 0, 0);
	return stage || query || command;
}

int program_run(const char *name, int argc, char **argv)
{
	const struct stage *stage = find_stage(name);
	const struct query *query = find_query(name);

	if (stage)
		return stage_main(stage, argc, argv);
	if (query)
		return query_main(query, argc, argv);
	return find_command(name)->main(argc, argv);
}
