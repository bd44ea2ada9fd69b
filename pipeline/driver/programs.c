#include "programs.h"

#include "candidates.h"
#include "cases_query.h"
#include "compare.h"
#include "corrections.h"
#include "dump.h"
#include "entities.h"
#include "entity.h"
#include "export.h"
#include "footnotes.h"
#include "info.h"
#include "load.h"
#include "mend.h"
#include "quotes.h"
#include "read.h"
#include "scores_query.h"
#include "search.h"
#include "show.h"
#include "stem.h"
#include "tag.h"
#include "timeline.h"
#include "tokenize.h"
#include "trace.h"

const struct stage *const all_stages[] = {
	&read_stage, &mend_stage, &tokenize_stage, &stem_stage,
	&tag_stage, &trace_stage, &load_stage, NULL
};

const struct query *const all_queries[] = {
	&info_query, &show_query, &search_query, &compare_query,
	&timeline_query, &cases_query, &entities_query, &entity_query,
	&quotes_query, &scores_query, &footnotes_query,
	&candidates_query, &corrections_query, &export_query, &dump_query, NULL
};

const struct stage *find_stage(const char *name)
{
	for (size_t i = 0; all_stages[i]; i++)
		if (!strcmp(all_stages[i]->program.name, name))
			return all_stages[i];
	return NULL;
}

const struct query *find_query(const char *name)
{
	for (size_t i = 0; all_queries[i]; i++)
		if (!strcmp(all_queries[i]->program.name, name))
			return all_queries[i];
	return NULL;
}
