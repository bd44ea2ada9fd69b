#include "stage.h"

#include "inputs.h"
#include "progress.h"
#include "stream.h"

#include <errno.h>
#include <stdlib.h>

/* What every stage can be told, behind its own settings. */
struct common {
	const char *lexicons;
	size_t max_document;
	bool partial;
	bool explain;
};

struct job {
	const struct stage *stage;
	struct chain chain;
	struct progress progress;
	struct strbuf out;
	struct output *table; /* instead of the stream; or NULL */
	uint64_t values;
	size_t max_document;
	bool partial;
	int status;
};

static const struct program_option common_options[] = {
	{ 0, "lexicons", OPT_STRING, offsetof(struct common, lexicons), "DIR",
	  "take the lexicons from DIR",
	  VALUE_FOLDER, NULL },
	{ 0, "max-document", OPT_SIZE, offsetof(struct common, max_document),
	  "SIZE", "refuse larger documents (default: 256M)",
	  VALUE_ANY, NULL },
	/* for those that read a stream: */
	{ 0, "partial", OPT_FLAG, offsetof(struct common, partial), NULL,
	  "take documents of which paragraphs or sentences were left out",
	  VALUE_ANY, NULL },
	/* for those that tell why: */
	{ 0, "explain", OPT_FLAG, offsetof(struct common, explain), NULL,
	  "print what was found and why, as a table, instead of the stream",
	  VALUE_ANY, NULL },
};

/* The common options that a stage has; `own` has room for all. */
static size_t choose_options(const struct stage *stage,
			     struct program_option *own)
{
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(common_options); i++) {
		size_t offset = common_options[i].offset;

		if ((offset == offsetof(struct common, partial) &&
		     stage->role == STAGE_SOURCE) ||
		    (offset == offsetof(struct common, explain) &&
		     !stage->explain))
			continue;
		own[count++] = common_options[i];
	}
	return count;
}

static void complain(void *data, const struct err *err)
{
	struct job *job = data;

	progress_clear(&job->progress);
	program_complain(&job->stage->program, err);
	if (err->code < 0)
		job->status = EXIT_FAILED;
}

static bool put_document(struct job *job)
{
	if (job->table) {
		job->stage->explain(job->chain.states[0], &job->chain.doc,
				    job->table);
		return true;
	}
	return job->stage->role == STAGE_SINK ||
	       program_check_put(stream_put(stdout, &job->out,
					    &job->chain.doc, &job->values),
				 complain, job);
}

static bool do_document(struct job *job)
{
	struct err err = ERR_INIT;
	bool go_on = true;

	if (chain_run(&job->chain, &err) < 0)
		complain(job, &err);
	else
		go_on = put_document(job);
	progress_step(&job->progress, job->chain.doc.source_text.len,
		      job->chain.doc.id);
	words_trim(&job->chain.words);
	return go_on;
}

static void run_source(struct job *job, const struct strings *arguments)
{
	struct inputs inputs;
	bool go_on = true;

	inputs_find(&inputs, arguments, complain, job);
	job->progress.total = inputs.total_size;
	for (size_t i = 0; go_on && i < inputs.list.count; i++) {
		struct err err = ERR_INIT;

		if (inputs_open(&inputs, &inputs.list.items[i],
				&job->chain.doc, job->max_document, &err) < 0)
			complain(job, &err);
		else
			go_on = do_document(job);
	}
	inputs_release(&inputs);
}

static int check_order(struct job *job, const struct stream_reader *reader,
		       const char *name, struct err *err)
{
	int rc = stage_check(job->stage, &job->chain.doc, err);

	return rc < 0 ? err_wrap(err, rc, "%s:%zu", name,
				 stream_reader_line(reader)) : 0;
}

static bool run_stream(struct job *job, FILE *file, const char *name)
{
	struct stream_reader *reader = stream_reader_new(
		file, name, stream_limit(job->max_document));
	struct err err = ERR_INIT;
	struct strbuf id = STRBUF_INIT;
	bool go_on = true;
	int rc;

	inputs_add_id(&id, str_of(file == stdin ? "-" : name));
	stream_reader_name(reader, strbuf_view(&id));
	strbuf_release(&id);
	if (job->partial)
		stream_reader_take_parts(reader);
	while (go_on &&
	       (rc = stream_read(reader, &job->chain.doc, &err)) != 0) {
		if (rc > 0 && check_order(job, reader, name, &err) == 0)
			go_on = do_document(job);
		else
			complain(job, &err);
		if (rc == ERR_SYSTEM)
			break;
	}
	stream_reader_free(reader);
	return go_on;
}

static void run_streams(struct job *job, const struct strings *arguments)
{
	bool go_on = true;

	for (size_t i = 0; go_on && i < arguments->count; i++) {
		const char *name = arguments->items[i];
		bool is_stdin = !strcmp(name, "-");
		FILE *file = is_stdin ? stdin : fopen(name, "rb");
		struct err err = ERR_INIT;

		if (!file) {
			err_set(&err, ERR_SYSTEM, "%s: %s", name,
				strerror(errno));
			complain(job, &err);
			continue;
		}
		go_on = run_stream(job, file,
				   is_stdin ? "standard input" : name);
		if (!is_stdin)
			fclose(file);
	}
}

static int run_stage(struct job *job, void *settings,
		     const struct common *common, struct strings *arguments,
		     struct err *err)
{
	char name[64];
	struct stage_context context = {
		.program = name, .warn = complain, .data = job,
		.max_document = common->max_document ? common->max_document
						     : DOCUMENT_LIMIT,
		.explains = common->explain
	};
	int rc;

	snprintf(name, sizeof name, "esep-%s", job->stage->program.name);
	rc = chain_open(&job->chain, &job->stage, 1, &settings,
			common->lexicons, &context, err);
	if (rc < 0)
		return rc;
	if (common->explain) {
		struct output_look look = { .format = OUTPUT_TSV };

		rc = output_suit(&look, stdout, NULL, NULL, err);
		job->table = output_new(stdout, &look);
		if (rc == 0)
			rc = output_columns(job->table, job->stage->explained,
					    job->stage->explained_count, err);
	}
	progress_init(&job->progress, name, 0);
	job->max_document = context.max_document;
	job->partial = common->partial;
	if (arguments->count == 0)
		strings_add(arguments, "-");
	if (job->stage->role == STAGE_SOURCE)
		run_source(job, arguments);
	else
		run_streams(job, arguments);
	program_check_put(stream_flush(stdout, &job->out), complain, job);
	progress_clear(&job->progress);
	if (job->table)
		output_close(job->table, NULL);
	rc = chain_finish(&job->chain, err);
	if (rc == 0 && job->status == EXIT_DONE)
		rc = program_check_stdout(err);
	chain_close(&job->chain);
	strbuf_release(&job->out);
	return rc;
}

void stage_program(const struct stage *stage, struct program *extended)
{
	struct program_option own[COUNT_OF(common_options)];

	program_extend(extended, &stage->program, own,
		       choose_options(stage, own), sizeof(struct common));
}

int stage_main(const struct stage *stage, int argc, char **argv)
{
	struct program program;
	struct job job = { .stage = stage };
	struct strings arguments = { NULL, 0, 0 };
	struct strbuf description = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct common *common;
	void *settings;
	int rc;

	program_start();
	stage_program(stage, &program);
	strbuf_add_z(&description, program.description);
	stage_tell_order(&description, stage);
	program.description = description.data;
	settings = memory_get(program.settings_size);
	memset(settings, 0, program.settings_size);
	common = (void *)((char *)settings + program.settings_size -
			  sizeof *common);
	rc = program_parse(&program, argc, argv, settings, &arguments, &err);
	if (rc == 0) {
		rc = run_stage(&job, settings, common, &arguments, &err);
	} else if (rc == 1) {
		rc = program_check_stdout(&err);
	}
	if (rc < 0) {
		program_complain(&program, &err);
		job.status = program_exit_status(rc);
	}
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep-%s --help'\n", program.name);
	LIST_RELEASE(&arguments);
	program_free_settings(&program, settings);
	free(settings);
	program_release(&program);
	strbuf_release(&description);
	return job.status;
}
