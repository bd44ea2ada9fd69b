#include "programs.h"

#include "compare/compare.h"
#include "dump/dump.h"
#include "entities/entities.h"
#include "export/export.h"
#include "load/load.h"
#include "mend/mend.h"
#include "read/read.h"
#include "search/search.h"
#include "stem/stem.h"
#include "tag/tag.h"
#include "timeline/timeline.h"
#include "tokenize/tokenize.h"
#include "trace/trace.h"

const struct stage *const all_stages[] = {
	&read_stage, &mend_stage, &tokenize_stage, &stem_stage,
	&tag_stage, &trace_stage, &load_stage, NULL
};

const struct query *const all_queries[] = {
	&search_query, &compare_query, &timeline_query, &entities_query,
	&export_query, &dump_query, NULL
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
