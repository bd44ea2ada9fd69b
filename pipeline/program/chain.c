#include "document_stages.h"
#include "stage.h"

#include <stdlib.h>

int chain_open(struct chain *chain, const struct stage *const *stages,
	       size_t count, void *const *settings, const char *lexicons,
	       const struct stage_context *context, struct err *err)
{
	struct stage_context own = *context;
	int rc;

	*chain = (struct chain){ .stages = stages };
	words_init(&chain->words);
	rc = knowledge_open(&chain->knowledge, &chain->words, lexicons, err);
	own.knowledge = &chain->knowledge;
	document_init(&chain->doc, &chain->words);
	chain->states = memory_get(count * sizeof *chain->states);
	while (rc == 0 && chain->count < count) {
		const struct stage *stage = stages[chain->count];

		chain->states[chain->count] = NULL;
		if (stage->open)
			rc = stage->open(&chain->states[chain->count],
					 settings[chain->count], &own, err);
		if (rc == 0)
			chain->count++;
	}
	if (rc < 0)
		chain_close(chain);
	return rc;
}

int chain_run(struct chain *chain, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < chain->count; i++) {
		const struct stage *stage = chain->stages[i];

		if (stage->role != STAGE_SINK)
			document_add_stage(&chain->doc,
					   str_of(stage->program.name));
		rc = stage->document(chain->states[i], &chain->doc, err);
	}
	return rc;
}

int chain_knows(struct chain *chain, bool *known, struct err *err)
{
	size_t last = chain->count - 1;

	*known = false;
	if (chain->count == 0 || !chain->stages[last]->knows)
		return 0;
	return chain->stages[last]->knows(chain->states[last], &chain->doc,
					  known, err);
}

int chain_finish(struct chain *chain, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; i < chain->count; i++)
		if (chain->stages[i]->finish) {
			int one = chain->stages[i]->finish(chain->states[i],
							   err);

			rc = rc < 0 ? rc : one;
		}
	return rc;
}

void chain_close(struct chain *chain)
{
	while (chain->count > 0) {
		chain->count--;
		if (chain->stages[chain->count]->close)
			chain->stages[chain->count]->close(
				chain->states[chain->count]);
	}
	free(chain->states);
	knowledge_close(&chain->knowledge);
	document_release(&chain->doc);
	words_release(&chain->words);
}
