#include "scopes.h"

enum { BESIDE = 2 /* words between a name and its country: of the */ };

/* The only country that the hits name; an adjective may speak of a person. */
static struct str only_name(const struct country_hits *hits, size_t from)
{
	struct str code = STR_NONE;

	for (size_t i = from; i < hits->count; i++) {
		if (hits->items[i].adjective)
			continue;
		if (code.len > 0 && !str_equal(code, hits->items[i].code))
			return STR_NONE;
		code = hits->items[i].code;
	}
	return code;
}

static struct scope read_sentence(struct country_words *words,
				  struct scan *scan, const struct sentence *s)
{
	struct scope scope = { .first_hit = (uint32_t)scan->hits.count };

	country_words_find(words, scan->doc, s->first_token,
			   s->first_token + s->token_count, false,
			   &scan->hits);
	scope.hits = (uint32_t)scan->hits.count - scope.first_hit;
	scope.country = only_name(&scan->hits, scope.first_hit);
	return scope;
}

void scopes_find(struct country_words *words, struct scan *scan)
{
	const struct document *doc = scan->doc;
	struct str country = document_meta(doc, STR("country"));

	LIST_CLEAR(&scan->scopes);
	scan->hits.count = 0;
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];
		struct scope scope = {
			.country = doc->paragraphs.items[s->paragraph].country
		};

		if (scope.country.len == 0)
			scope.country = country;
		if (scope.country.len == 0)
			scope = read_sentence(words, scan, s);
		*LIST_ADD(&scan->scopes) = scope;
	}
}

static bool is_between(const struct scan *scan, size_t first, size_t end)
{
	if (end > first + BESIDE)
		return false;
	for (size_t t = first; t < end; t++)
		if (!scan_is_stopword(scan, t) &&
		    !(scan->marks.items[t].flags & MARK_LINK) &&
		    !str_has_suffix(scan_form(scan, t), STR("s")))
			return false;
	return true;
}

static bool is_beside(const struct scan *scan, const struct country_hit *hit,
		      size_t first, size_t end)
{
	if (hit->end <= first)
		return is_between(scan, hit->end, first);
	return hit->first < end || (!hit->adjective &&
				    is_between(scan, end, hit->first));
}

struct str scope_of_chapter(const struct scan *scan, size_t token)
{
	const struct scope *scope =
		&scan->scopes.items[scan->marks.items[token].sentence];

	return scope->hits == 0 ? scope->country : STR_NONE;
}

struct str scope_of(const struct scan *scan, size_t first, size_t end)
{
	const struct scope *scope =
		&scan->scopes.items[scan->marks.items[first].sentence];

	for (size_t i = 0; i < scope->hits; i++) {
		const struct country_hit *hit =
			&scan->hits.items[scope->first_hit + i];

		if (is_beside(scan, hit, first, end))
			return hit->code;
	}
	return scope->country;
}
