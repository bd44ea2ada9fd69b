#include "run.h"

#include "fingerprint.h"
#include "inputs.h"
#include "programs.h"
#include "progress.h"
#include "stream.h"

#include <stdlib.h>

enum { STAGES_MAX = 16, SLOTS_MAX = 48 };

/* The value of one option. Stages that share an option's name share its
 * value. */
union slot {
	bool flag;
	const char *string;
	size_t number;
	struct strings list;
};

struct run_settings {
	bool stream;
	const char *lexicons;
	size_t max_document;
	union slot slots[SLOTS_MAX];
};

struct counts {
	size_t unchanged, documents, paragraphs, sentences, tokens, incidents;
	struct words entities; /* the ids seen */
	size_t entities_before;
};

struct job {
	struct program program;
	const struct run_settings *settings;
	struct chain chain;
	struct progress progress;
	struct counts counts;
	struct fingerprint print;
	struct strbuf out;
	uint64_t values;
	int status;
};

const struct program run_row = {
	.name = "run",
	.summary = "read reports, do all stages, load the database",
	.is_command = true,
	.group = GROUP_CORPUS,
	.arguments = "FILE|FOLDER…",
	.description =
"Take reports through all stages (read, mend, tokenize, stem, tag, trace, load) in one process, and load them into a database, which is made if it is not there. This does the same, to the byte, as the stage programs with pipes between.\n"
"\n"
"Every option of every stage can be given. A file that cannot be used is told on standard error and left out; the others are loaded. Running again over the same files changes nothing: what this program made of the same file with the same lexicons and options is not made again.\n"
"\n"
"What a corrections.tsv beside the reports says, or a file that --corrections names, is applied to all documents of the database, also to those that are there already: see esep-load(1).",
	.examples =
"  esep run -o corpus.db reports/\n"
"      make or bring up to date the database of a folder of reports\n"
"  esep run --stream report.txt | grep '^# incident'\n"
"      look at what the stages find, without a database\n",
};

static const struct program_option own_options[] = {
	{ 0, "stream", OPT_FLAG, offsetof(struct run_settings, stream), NULL,
	  "write the stream to standard output and load nothing",
	  VALUE_ANY, NULL },
	{ 0, "lexicons", OPT_STRING, offsetof(struct run_settings, lexicons),
	  "DIR", "take the lexicons from DIR",
	  VALUE_FOLDER, NULL },
	{ 0, "max-document", OPT_SIZE,
	  offsetof(struct run_settings, max_document), "SIZE",
	  "refuse larger documents (default: 256M)",
	  VALUE_ANY, NULL },
};

/* The stages' options, each name once, in the order of the stages; their
 * offsets are those of the slots. Returns how many. */
static size_t collect_options(struct program_option *options)
{
	size_t count = 0;

	for (size_t i = 0; all_stages[i]; i++)
		for (const struct program_option *option =
			     all_stages[i]->program.options;
		     option && option->name; option++) {
			size_t at = 0;

			while (at < count &&
			       strcmp(options[at].name, option->name))
				at++;
			if (at < count || count == SLOTS_MAX)
				continue;
			options[count] = *option;
			options[count].offset =
				offsetof(struct run_settings, slots) +
				count * sizeof(union slot);
			count++;
		}
	return count;
}

void run_program(struct program *extended)
{
	struct program_option options[SLOTS_MAX + COUNT_OF(own_options)];
	size_t count = collect_options(options);

	memcpy(options + count, own_options, sizeof own_options);
	program_extend(extended, &run_row, options,
		       count + COUNT_OF(own_options),
		       sizeof(struct run_settings));
}

static const union slot *find_slot(const struct program *program,
				   const struct run_settings *settings,
				   const char *name)
{
	for (const struct program_option *option = program->options;
	     option->name; option++)
		if (!strcmp(option->name, name))
			return (const void *)((const char *)settings +
					      option->offset);
	return NULL;
}

/* A stage's settings from the slots; lists are shared, not copied. */
static void *stage_settings(const struct program *program,
			    const struct run_settings *settings,
			    const struct stage *stage)
{
	size_t size = stage->program.settings_size;
	char *own = memory_get(size);

	memset(own, 0, size);
	for (const struct program_option *option = stage->program.options;
	     option && option->name; option++) {
		const union slot *slot =
			find_slot(program, settings, option->name);
		void *field = own + option->offset;

		switch (option->type) {
		case OPT_FLAG:
			*(bool *)field = slot->flag;
			break;
		case OPT_STRING:
		case OPT_WHEN:
			*(const char **)field = slot->string;
			break;
		case OPT_NUMBER:
		case OPT_LIMIT:
		case OPT_SIZE:
			*(size_t *)field = slot->number;
			break;
		case OPT_LIST:
			*(struct strings *)field = slot->list;
			break;
		}
	}
	return own;
}

static void complain(void *data, const struct err *err)
{
	struct job *job = data;

	progress_clear(&job->progress);
	program_complain(&job->program, err);
	if (err->code < 0) {
		job->status = EXIT_FAILED;
		job->chain.doc.made = STR_NONE; /* to be told again */
	}
}

static void count_document(struct counts *counts, const struct document *doc)
{
	counts->documents++;
	counts->paragraphs += doc->paragraphs.count;
	counts->sentences += doc->sentences.count;
	counts->tokens += doc->tokens.count;
	counts->incidents += doc->incidents.count;
	for (size_t i = 0; i < doc->mentions.count; i++)
		words_add(&counts->entities, doc->mentions.items[i].id);
}

static bool put_document(struct job *job)
{
	count_document(&job->counts, &job->chain.doc);
	return !job->settings->stream ||
	       program_check_put(stream_put(stdout, &job->out,
					    &job->chain.doc, &job->values),
				 complain, job);
}

static void run_inputs(struct job *job, const struct inputs *inputs)
{
	size_t max = job->settings->max_document;
	bool go_on = true;

	for (size_t i = 0; go_on && i < inputs->list.count; i++) {
		const struct input *input = &inputs->list.items[i];
		struct err err = ERR_INIT;
		int rc = inputs_open(inputs, input, &job->chain.doc,
				     max ? max : DOCUMENT_LIMIT, &err);
		bool known = false;

		if (rc == 0) {
			fingerprint_document(&job->print, &job->chain.doc);
			rc = chain_knows(&job->chain, &known, &err);
		}
		if (rc == 0 && !known)
			rc = chain_run(&job->chain, &err);
		if (rc < 0)
			complain(job, &err);
		else if (known)
			job->counts.unchanged++;
		else
			go_on = put_document(job);
		progress_step(&job->progress, input->size, input->id);
		words_trim(&job->chain.words);
	}
}

static void print_summary(struct job *job)
{
	const struct counts *counts = &job->counts;

	fprintf(stderr,
		"esep-run: %zu documents, %zu paragraphs, %zu sentences, "
		"%zu tokens, %zu entities, %zu incidents",
		counts->documents, counts->paragraphs, counts->sentences,
		counts->tokens,
		counts->entities.count - counts->entities_before,
		counts->incidents);
	if (counts->unchanged > 0)
		fprintf(stderr, "; %zu unchanged, not read again",
			counts->unchanged);
	fprintf(stderr, " in %.2f s\n", progress_seconds(&job->progress));
}

static int run_chain(struct job *job, void *const *settings,
		     const struct stage_context *context,
		     const struct strings *arguments, struct err *err)
{
	/* options that change nothing of what a document becomes */
	static const char *const left_out[] = {
		"output", "replace", "corrections", "stream", "lexicons",
		"max-document", NULL
	};
	struct inputs inputs;
	size_t count = 0;
	int rc;

	while (all_stages[count] &&
	       !(job->settings->stream &&
		 all_stages[count]->role == STAGE_SINK))
		count++;
	inputs_find(&inputs, arguments, complain, job);
	rc = inputs.list.count == 0 && job->status == EXIT_FAILED
		     ? 1
		     : chain_open(&job->chain, all_stages, count, settings,
				  job->settings->lexicons, context, err);
	if (rc == 0 && !job->settings->stream) {
		rc = fingerprint_open(
			&job->print, &job->program, job->settings, left_out,
			lexicons_folder(job->chain.knowledge.lexicons), err);
		if (rc < 0)
			chain_close(&job->chain);
	}
	if (rc == 0) {
		progress_init(&job->progress, "esep-run", inputs.total_size);
		run_inputs(job, &inputs);
		program_check_put(stream_flush(stdout, &job->out), complain,
				  job);
		rc = chain_finish(&job->chain, err);
		progress_clear(&job->progress);
		if (rc == 0 && job->status == EXIT_DONE)
			rc = program_check_stdout(err);
		print_summary(job);
		chain_close(&job->chain);
	}
	inputs_release(&inputs);
	return rc < 0 ? rc : 0;
}

static int run_with(struct job *job, struct run_settings *settings,
		    const struct strings *arguments, struct err *err)
{
	struct stage_context context = { .program = "esep-run",
					 .warn = complain, .data = job };
	void *stage_sets[STAGES_MAX];
	union slot *output;
	size_t count = 0;
	int rc;

	if (arguments->count == 0)
		return err_set(err, ERR_USAGE, "name a file or a folder");
	output = (union slot *)(uintptr_t)find_slot(&job->program, settings,
						    "output");
	if (output && !output->string)
		output->string = "corpus.db";
	context.max_document = settings->max_document ? settings->max_document
						      : DOCUMENT_LIMIT;
	for (; all_stages[count]; count++)
		stage_sets[count] = stage_settings(&job->program, settings,
						   all_stages[count]);
	words_init(&job->counts.entities);
	job->counts.entities_before = job->counts.entities.count;
	rc = run_chain(job, stage_sets, &context, arguments, err);
	fingerprint_release(&job->print);
	words_release(&job->counts.entities);
	strbuf_release(&job->out);
	while (count > 0)
		free(stage_sets[--count]);
	return rc;
}

int run_main(int argc, char **argv)
{
	struct run_settings *settings = memory_get(sizeof *settings);
	struct job job = { .settings = settings };
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	int rc;

	memset(settings, 0, sizeof *settings);
	run_program(&job.program);
	rc = program_parse(&job.program, argc, argv, settings, &arguments,
			   &err);
	if (rc == 0)
		rc = run_with(&job, settings, &arguments, &err);
	else if (rc == 1)
		rc = program_check_stdout(&err);
	if (rc < 0) {
		program_complain(&job.program, &err);
		job.status = program_exit_status(rc);
	}
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep run --help'\n");
	LIST_RELEASE(&arguments);
	program_free_settings(&job.program, settings);
	program_release(&job.program);
	free(settings);
	return job.status;
}
