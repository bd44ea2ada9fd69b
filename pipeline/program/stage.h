/* A stage: one row of facts and one function on a document. stage_main makes
 * a program of it; a chain runs several in one process. Only they read, write,
 * report errors and choose the exit status. */
#ifndef ESEP_STAGE_H
#define ESEP_STAGE_H

#include "document.h"
#include "knowledge.h"
#include "output.h"
#include "program.h"

enum stage_role {
	STAGE_SOURCE, /* makes documents from files (read) */
	STAGE_FILTER, /* adds to documents */
	STAGE_SINK    /* keeps documents (load) */
};

struct stage_context {
	const char *program;       /* for messages: "esep-tag" */
	struct knowledge *knowledge; /* the chain's; set by chain_open */
	size_t max_document;       /* bytes; larger documents are refused */
	bool explains;             /* stage.explain will be asked */

	/* Tell of something wrong that does not refuse the document. The exit
	 * status will be 1. */
	void (*warn)(void *data, const struct err *err);
	void *data;
};

/* What a stage finds in a document when another one came before it. */
struct stage_need {
	const char *stage;         /* its name; NULL ends a list */
	const char *what;          /* that it adds: "words" */
	bool (*there)(const struct document *doc); /* whoever added it */
};

struct stage {
	struct program program;
	enum stage_role role;

	/* What a document of a stream must have, in the order of the stages,
	 * and what it must not yet have; or NULL. A document that has been
	 * through a stage which found nothing has what it adds. */
	const struct stage_need *needs, *refuses;

	/* `settings` outlive the state. A stage without state leaves open and
	 * close NULL. */
	int (*open)(void **state, const void *settings,
		    const struct stage_context *context, struct err *err);

	/* Load what else is loaded when a document first needs it, so that all
	 * tables are read; NULL where nothing is. For who checks them. */
	int (*load_rest)(void *state, struct err *err);

	/* Whether what the stages in front would make of an input, which has
	 * its id and doc->made, is kept already: then it is done with. NULL: it
	 * never is. errors: as of `document`; *known is false then */
	int (*knows)(void *state, const struct document *doc, bool *known,
		     struct err *err);

	/* An error refuses this document; the next one comes all the same. */
	int (*document)(void *state, struct document *doc, struct err *err);

	/* For --explain, which prints a table and no stream: rows with such
	 * columns on what `document` has just done, and why. NULL: the stage
	 * has no such option. */
	const struct output_column *explained;
	size_t explained_count;
	void (*explain)(void *state, const struct document *doc,
			struct output *out);

	/* After the last document; NULL if there is nothing to finish. */
	int (*finish)(void *state, struct err *err);
	void (*close)(void *state);
};

/* The program of one stage. Common options: --lexicons, --max-document, and of
 * one that reads a stream --partial. */
int stage_main(const struct stage *stage, int argc, char **argv);

/* Its row with those options; released with program_release. */
void stage_program(const struct stage *stage, struct program *extended);

/* Whether a document is one for a stage, by what its row needs and refuses; one
 * without paragraphs always is.
 * errors  ERR_FORMAT, which names the stage that lacks, or came too early */
int stage_check(const struct stage *stage, const struct document *doc,
		struct err *err);

/* Append the same as a paragraph of the stage's description. */
void stage_tell_order(struct strbuf *out, const struct stage *stage);

/* Stages one after the other on one document, in one process. */
struct chain {
	const struct stage *const *stages; /* the first may be a source */
	size_t count;
	void **states;
	struct words words;
	struct knowledge knowledge;
	struct document doc;
};

/* `settings[i]` is that of stages[i], `lexicons` the option or NULL (see
 * lexicons_open); `context` says the rest, but for the knowledge, which is the
 * chain's. On an error nothing is left open. */
int chain_open(struct chain *chain, const struct stage *const *stages,
	       size_t count, void *const *settings, const char *lexicons,
	       const struct stage_context *context, struct err *err);

/* Run chain->doc, which holds an input or a document read from a stream,
 * through all stages, up to the first that fails; the document tells which it
 * has been through. */
int chain_run(struct chain *chain, struct err *err);

/* Whether the last stage knows chain->doc, an input that it has not seen. */
int chain_knows(struct chain *chain, bool *known, struct err *err);
int chain_finish(struct chain *chain, struct err *err);
void chain_close(struct chain *chain);

#endif
