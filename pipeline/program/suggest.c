#include "suggest.h"

#include "distance.h"

void suggest_begin(struct suggestion *suggestion, struct str typed)
{
	/* a letter wrong in a short name, two in a longer one: more, and any
	 * name is near */
	const unsigned most = typed.len < 3 ? 0 : typed.len < 6 ? 1 : 2;

	*suggestion = (struct suggestion){ typed, STR_NONE, most + 1 };
}

void suggest_try(struct suggestion *suggestion, struct str name)
{
	unsigned distance;

	if (suggestion->distance == 0)
		return;
	distance = distance_of(suggestion->typed, name,
			       suggestion->distance - 1);
	if (distance < suggestion->distance) {
		suggestion->nearest = name;
		suggestion->distance = distance;
	}
}

void suggest_add(struct strbuf *out, const struct suggestion *suggestion,
		 const char *before)
{
	if (suggestion->nearest.len > 0)
		strbuf_addf(out, "; did you mean '%s%.*s'?", before,
			    STR_ARGS(suggestion->nearest));
}
