#include "loaders.h"

#include "programs.h"

#include <stdlib.h>

struct round {
	struct words words;
	struct knowledge knowledge;
	LIST(struct str) told;     /* why stages failed */
	struct arena arena;
};

static void ignore(void *data, const struct err *err)
{
	(void)data;
	(void)err;
}

/* It may be told of a row that is gone in the next round: not yet. */
static void keep(struct round *round, const struct err *err)
{
	*LIST_ADD(&round->told) = str_copy(&round->arena, str_of(err->text));
}

static int load_stage(struct round *round, const struct stage *stage,
		      struct err *err)
{
	struct stage_context context = { .program = "esep-lexicons",
					 .knowledge = &round->knowledge,
					 .max_document = DOCUMENT_LIMIT,
					 .warn = ignore };
	void *settings = memory_get_zeroed(stage->program.settings_size + 1);
	void *state = NULL;
	int rc = stage->open(&state, settings, &context, err);

	if (rc == 0 && stage->load_rest)
		rc = stage->load_rest(state, err);
	if (state && stage->close)
		stage->close(state);
	free(settings);
	return rc;
}

/* A stage that keeps documents needs a database, and no table that the others
 * do not read. */
static void load_stages(struct round *round)
{
	struct err err = ERR_INIT;

	if (knowledge_check(&round->knowledge, &err) < 0)
		keep(round, &err);
	for (size_t i = 0; all_stages[i]; i++) {
		if (all_stages[i]->role == STAGE_SINK || !all_stages[i]->open)
			continue;
		err = (struct err)ERR_INIT;
		if (load_stage(round, all_stages[i], &err) < 0)
			keep(round, &err);
	}
}

static void run_round(struct round *round, struct lexicons *lexicons)
{
	struct err err = ERR_INIT;

	words_init(&round->words);
	if (knowledge_begin(&round->knowledge, &round->words, lexicons,
			    &err) == 0)
		load_stages(round);
	else
		keep(round, &err);
	knowledge_end(&round->knowledge);
	words_release(&round->words);
}

bool loaders_run(struct lexicons *lexicons, const struct table_critic *critic)
{
	struct round round = { .arena = ARENA_INIT };
	bool ready;

	do {
		LIST_CLEAR(&round.told);
		run_round(&round, lexicons);
	} while (lexicons_drop_refused(lexicons));
	ready = round.told.count == 0;
	for (size_t i = 0; i < round.told.count; i++) {
		struct err err = ERR_INIT;

		err_set(&err, ERR_FORMAT, "%.*s",
			STR_ARGS(round.told.items[i]));
		critic->tell(critic->data, &err);
	}
	LIST_RELEASE(&round.told);
	arena_release(&round.arena);
	return ready;
}
