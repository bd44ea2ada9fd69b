/* What each stage costs as a library call:
 * bench_stages ROUNDS COPIES DATABASE NAMES FOLDER
 *
 * The reports of a folder, read once, go through all stages of one chain,
 * COPIES times over under other ids; the copies' words are known from the
 * first ones, as in a large corpus they mostly are. Each round opens the
 * stages and makes the database again. Shown is the CPU time of each stage,
 * the median of the rounds. What is opened when it is first needed belongs to
 * the stage that needs it, the rest to `open`. */
#include "bench.h"

#include "inputs.h"
#include "programs.h"

#include <unistd.h>

enum { STAGES_MAX = 16, ROUNDS_MAX = 100 };

struct bench {
	const char *database, *names;
	struct inputs inputs;
	size_t rounds, copies, bytes;
	size_t tokens;               /* of a round */
	void *settings[STAGES_MAX];
	size_t stages;
	double open[ROUNDS_MAX], all[ROUNDS_MAX];
	double stage[STAGES_MAX][ROUNDS_MAX];
};

static void fail(const struct err *err)
{
	fprintf(stderr, "bench_stages: %s\n", err->text);
	exit(1);
}

static void complain(void *data, const struct err *err)
{
	(void)data;
	fail(err);
}

static void set(const struct program *program, void *settings,
		const char *name, const char *value)
{
	for (const struct program_option *option = program->options;
	     option && option->name; option++)
		if (!strcmp(option->name, name))
			*(const char **)(void *)((char *)settings +
						 option->offset) = value;
}

static void make_settings(struct bench *bench)
{
	for (; all_stages[bench->stages]; bench->stages++) {
		const struct program *program =
			&all_stages[bench->stages]->program;
		void *settings = memory_get(program->settings_size + 1);

		memset(settings, 0, program->settings_size + 1);
		set(program, settings, "output", bench->database);
		set(program, settings, "names", bench->names);
		bench->settings[bench->stages] = settings;
	}
}

/* The input as the first stage gets it, under an id of its own. */
static void open_copy(struct bench *bench, struct chain *chain,
		      const struct input *input, size_t copy)
{
	struct document *doc = &chain->doc;
	struct strbuf id = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (inputs_open(&bench->inputs, input, doc, DOCUMENT_LIMIT, &err) < 0)
		fail(&err);
	strbuf_addf(&id, "%.*s-%zu", STR_ARGS(input->id), copy);
	doc->id = str_copy(&doc->arena, strbuf_view(&id));
	document_set_meta(doc, STR("source"), doc->id);
	strbuf_release(&id);
}

static void run_copy(struct bench *bench, struct chain *chain, size_t round)
{
	double before = cpu_seconds(), now;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < bench->stages; i++) {
		if (chain->stages[i]->document(chain->states[i], &chain->doc,
					       &err) < 0)
			fail(&err);
		now = cpu_seconds();
		bench->stage[i][round] += now - before;
		before = now;
	}
	if (round == 0)
		bench->tokens += chain->doc.tokens.count;
	words_trim(&chain->words);
}

/* What a stage does after the last document belongs to it too. */
static void finish(struct bench *bench, struct chain *chain, size_t round)
{
	struct err err = ERR_INIT;

	for (size_t i = 0; i < bench->stages; i++) {
		double before = cpu_seconds();

		if (chain->stages[i]->finish &&
		    chain->stages[i]->finish(chain->states[i], &err) < 0)
			fail(&err);
		bench->stage[i][round] += cpu_seconds() - before;
	}
}

static void run_round(struct bench *bench, size_t round)
{
	struct err err = ERR_INIT;
	struct stage_context context = {
		.program = "bench_stages", .max_document = DOCUMENT_LIMIT,
		.warn = complain
	};
	struct chain chain;
	double start;

	unlink(bench->database);
	start = cpu_seconds();
	if (chain_open(&chain, all_stages, bench->stages, bench->settings,
		       NULL, &context, &err) < 0)
		fail(&err);
	bench->open[round] = cpu_seconds() - start;
	for (size_t copy = 0; copy < bench->copies; copy++)
		for (size_t i = 0; i < bench->inputs.list.count; i++) {
			open_copy(bench, &chain, &bench->inputs.list.items[i],
				  copy);
			run_copy(bench, &chain, round);
		}
	finish(bench, &chain, round);
	chain_close(&chain);
	for (size_t i = 0; i < bench->stages; i++)
		bench->all[round] += bench->stage[i][round];
}

static void print_rows(struct bench *bench)
{
	double bytes = (double)(bench->bytes * bench->copies);

	printf("%-24s %8s %9s %14s\n", "stage, as a call", "CPU s", "MB/s",
	       "1000 tokens/s");
	print_rate("open", median(bench->open, bench->rounds), 0);
	putchar('\n');
	for (size_t i = 0; i < bench->stages; i++) {
		double seconds = median(bench->stage[i], bench->rounds);

		print_rate(all_stages[i]->program.name, seconds, bytes);
		printf(" %14.0f\n", (double)bench->tokens / seconds / 1e3);
	}
	print_rate("all stages", median(bench->all, bench->rounds), bytes);
	putchar('\n');
}

int main(int argc, char **argv)
{
	static struct bench bench;
	struct strings folder = { NULL, 0, 0 };

	if (argc != 6 || (bench.rounds = strtoul(argv[1], NULL, 10)) < 1 ||
	    bench.rounds > ROUNDS_MAX) {
		fputs("usage: bench_stages ROUNDS COPIES DATABASE NAMES "
		      "FOLDER\n", stderr);
		return 2;
	}
	bench.copies = strtoul(argv[2], NULL, 10);
	bench.database = argv[3];
	bench.names = argv[4];
	strings_add(&folder, argv[5]);
	inputs_find(&bench.inputs, &folder, complain, NULL);
	bench.bytes = bench.inputs.total_size;
	make_settings(&bench);
	for (size_t round = 0; round < bench.rounds; round++)
		run_round(&bench, round);
	print_rows(&bench);
	while (bench.stages > 0)
		free(bench.settings[--bench.stages]);
	inputs_release(&bench.inputs);
	LIST_RELEASE(&folder);
	return 0;
}
