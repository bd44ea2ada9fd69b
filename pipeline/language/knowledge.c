#include "knowledge.h"

int knowledge_open(struct knowledge *knowledge, struct words *words,
		   const char *lexicons, struct err *err)
{
	int rc;

	*knowledge = (struct knowledge){ .words = words };
	rc = lexicons_open(&knowledge->lexicons, lexicons, err);
	if (rc == 0)
		rc = languages_open(&knowledge->languages, words,
				    knowledge->lexicons, err);
	if (rc < 0)
		knowledge_close(knowledge);
	return rc;
}

void knowledge_close(struct knowledge *knowledge)
{
	languages_close(knowledge->languages);
	lexicons_close(knowledge->lexicons);
	*knowledge = (struct knowledge){ NULL, NULL, NULL };
}
