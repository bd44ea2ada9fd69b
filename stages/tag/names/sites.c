#include "gazetteer_internal.h"

#include "utf8.h"

/* Whether an address is a bare domain: no scheme, path or mailbox. */
static bool is_domain(struct str address)
{
	return str_find(address, STR("/"), 0) == address.len &&
	       str_find(address, STR("@"), 0) == address.len &&
	       str_find(address, STR("?"), 0) == address.len;
}

static bool is_footnote(const struct scan *scan, size_t token)
{
	size_t s = scan->marks.items[token].sentence;
	size_t par = scan->doc->sentences.items[s].paragraph;

	return scan->doc->paragraphs.items[par].kind == PARAGRAPH_FOOTNOTE;
}

/* "report.pdf" is a file. A site that a table has is none. */
static bool is_file(const struct gazetteer *g, struct str site)
{
	size_t stop = site.len;

	while (stop > 0 && site.data[stop - 1] != '.')
		stop--;
	return interned_find(&g->files,
			     str_slice(site, stop, site.len)) != 0;
}

/* The address in lower case without "www.", in scan->buf. */
static struct str plain_site(struct scan *scan, size_t token)
{
	struct str site;

	strbuf_clear(&scan->buf);
	utf8_add_fold(&scan->buf, scan_form(scan, token));
	site = strbuf_view(&scan->buf);
	if (str_has_prefix(site, STR("www.")))
		site = str_slice(site, 4, site.len);
	return site;
}

/* "otinish.org, the state portal": a cue for platforms stands beside it. */
static bool is_platform(const struct scan *scan, size_t token)
{
	const struct token_mark *marks = scan->marks.items;
	unsigned bit = 1u << MENTION_PLATFORM;
	size_t limit = scan_sentence_end(scan, token), t = token + 1;

	if (token > scan_sentence_start(scan, token) &&
	    marks[token - 1].cue_ends & bit)
		return true;
	if (t < limit && scan_is_form(scan, t, ","))
		t++;
	if (t > token + 1 && t < limit && scan_is_stopword(scan, t))
		t++;
	return t < limit && marks[t].cue_starts & bit;
}

static void add_site(struct gazetteer *g, struct scan *scan, size_t token)
{
	struct str site = plain_site(scan, token);
	uint32_t string = interned_find(&g->sites, site);
	struct candidate *c;
	struct strbuf id = STRBUF_INIT;

	if (string) {
		uint32_t number = g->site_entity.items[string];
		const struct entity *entity = &g->entities.list.items[number];

		c = scan_add(scan, token, token + 1, entity->type,
			     RANK_ADDRESS, RULE_SITE);
		c->entity = number;
		c->id = entity->id;
		c->country = entity->country;
		scan_because(scan, c, "%.*s (%.*s.tsv)", STR_ARGS(site),
			     STR_ARGS(g->knowledge->types->of[entity->type]
					      .names));
		return;
	}
	if (is_file(g, site))
		return;
	c = scan_add(scan, token, token + 1,
		     is_platform(scan, token) ? MENTION_PLATFORM
					      : MENTION_OUTLET, RANK_ADDRESS, RULE_ADDRESS);
	romanisation_slug(g->romanisation, &id, site);
	c->id = str_copy(&scan->doc->arena, strbuf_view(&id));
	strbuf_release(&id);
}

void sites_find(struct gazetteer *g, struct scan *scan)
{
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		enum word_kind kind = scan_kind(scan, t);
		struct str form = scan_form(scan, t);

		if (kind == KIND_ADDRESS && is_domain(form) &&
		    !is_footnote(scan, t))
			add_site(g, scan, t);
		else if (kind == KIND_HANDLE && form.data[0] == '@')
			add_site(g, scan, t);
	}
}
