#include "shapes_internal.h"

#include "scopes.h"
#include "utf8.h"

enum {
	RUN_WORDS = 12,       /* of a name in capitals */
	LINKS = 2             /* of, the … between capitals */
};

bool shapes_type_of(const struct finder *f, unsigned mask,
		    enum mention_type *type)
{
	unsigned best = 0;

	for (unsigned i = 0; i < MENTION_TYPES; i++) {
		unsigned shape = f->scan->types->of[i].shape;

		if (shape && mask & 1u << i && (!best || shape < best)) {
			best = shape;
			*type = (enum mention_type)i;
		}
	}
	return best > 0;
}

static bool says_country(const struct scan *scan, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (scan->marks.items[t].flags & MARK_COUNTRY)
			return true;
	return false;
}

void shapes_add(const struct finder *f, size_t first, size_t end,
		enum mention_type type, enum rank rank, enum tag_rule rule,
		size_t by)
{
	struct scan *scan = f->scan;
	struct candidate *c = scan_add(scan, first, end, type, rank, rule);
	struct str country = scope_of_chapter(scan, first);

	strbuf_clear(&scan->buf);
	if (type == MENTION_BODY && country.len > 0 &&
	    !says_country(scan, first, end)) {
		utf8_add_fold(&scan->buf, country);
		strbuf_add_char(&scan->buf, '_');
	}
	romanisation_slug(f->romanisation, &scan->buf,
			  extent_text(scan->doc, (struct extent){
				  scan->marks.items[first].sentence, first,
				  end }));
	c->id = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
	scan_because(scan, c, "%.*s: %.*s", STR_ARGS(scan_form(scan, by)),
		     STR_ARGS(mention_types_name(&scan->words->types, type)));
}

static bool is_capital(const struct scan *scan, size_t token)
{
	return scan_shape(scan, token) & SHAPE_CAPITAL;
}

/* "Bloggers Association": whose union it is, and no role. */
static bool is_of_union(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	return token + 1 < scan_sentence_end(scan, token) &&
	       scan_shape(scan, token) & SHAPE_LATIN &&
	       is_capital(scan, token + 1) &&
	       scan->marks.items[token + 1].head_ends & 1u << MENTION_ORG;
}

bool shapes_is_name_word(const struct finder *f, size_t token)
{
	const struct token_mark *mark = &f->scan->marks.items[token];

	if (!scan_is_name_word(f->scan, token) ||
	    (f->roles->items[token].starts && !is_of_union(f, token)))
		return false;
	return !scan_is_stopword(f->scan, token) &&
	       (!(mark->flags & MARK_START) || !(mark->flags & MARK_LOWER) ||
		mark->head_starts);
}

/* "Editors" of a union, and no editor's title. */
static bool is_part_of_title(const struct finder *f, size_t token)
{
	return f->roles->items[token].starts &&
	       (f->roles->items[token].exact ||
		!(f->roles->items[token].starts & ROLE_JOURNALIST));
}

/* An apostrophe or 's glued to a plural before a capital. */
static bool is_possessive(const struct scan *scan, size_t token)
{
	struct str before = scan_form(scan, token - 1);

	return scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED &&
	       (scan_is_form(scan, token, "'") ||
		scan_is_form(scan, token, "’")) &&
	       str_has_suffix(before, STR("s")) && is_capital(scan, token + 1);
}

static bool leads(const struct finder *f, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (chains_leads(f->chains, f->scan, t))
			return true;
	return false;
}

/* "Committee on Freedom of …": a common word right behind the head. */
static bool is_topic(const struct finder *f, size_t token, size_t end,
		     size_t next)
{
	const struct scan *scan = f->scan;

	return end == token + 1 && scan->marks.items[token].head_starts &&
	       languages_know(scan->languages, scan_lang(scan, next),
			      scan->doc->tokens.items[next].form);
}

/* The words that join a name to more of it; where they lead to a place or are
 * followed by a date, they are none: the school in Taraz, the ministry in May. */
static size_t links_end(const struct finder *f, size_t token, size_t end,
			size_t limit)
{
	const struct scan *scan = f->scan;
	size_t next = end;

	while (next < limit && next - end < LINKS &&
	       (scan->marks.items[next].flags & MARK_LINK))
		next++;
	if (next == end || next >= limit || !scan_is_name_word(scan, next) ||
	    is_part_of_title(f, next) ||
	    scan->marks.items[next].head_starts ||
	    scan_find(scan, next, MENTION_DATE))
		return end;
	if (leads(f, end, next) &&
	    (scan_find(scan, next, MENTION_PLACE) ||
	     ((next + 1 == limit || !scan_is_name_word(scan, next + 1)) &&
	      !is_topic(f, token, end, next))))
		return end;
	if (scan->marks.items[next - 1].flags & MARK_AND &&
	    shapes_begins_own(f, token, end, next, limit))
		return end;
	return next;
}

size_t shapes_capitals_end(const struct finder *f, size_t token, bool tail)
{
	const struct scan *scan = f->scan;
	size_t limit = scan_sentence_end(scan, token), end = token + 1;

	while (end < limit && end - token < RUN_WORDS) {
		size_t next = end, head = scan->marks.items[end].head_len;

		if (head > 1 && is_capital(scan, end) && end + head <= limit) {
			end += head; /* Prosecutor's Office */
			continue;
		}
		if (scan_is_name_word(scan, next) &&
		    (tail ? !is_part_of_title(f, next) &&
				    !persons_is_given(f->persons, scan, next)
			  : !f->roles->items[next].starts)) {
			end++;
			continue;
		}
		if (scan_is_form(scan, next, "-") && next + 1 < limit &&
		    scan->doc->tokens.items[next - 1].flags & TOKEN_GLUED &&
		    is_capital(scan, next + 1)) {
			end += 2;
			continue;
		}
		if (tail && end + 1 < limit && is_possessive(scan, end)) {
			end += 2; /* Peoples' Rights */
			continue;
		}
		if (tail)
			next = links_end(f, token, end, limit);
		if (next == end && tail)
			next = shapes_series_end(f, token, end, limit);
		if (next == end)
			break;
		end = next + 1;
	}
	return end < limit ? end : limit;
}

/* The last word of a type's names in first..end, 0 if there is none. */
static size_t last_head(const struct finder *f, size_t first, size_t end,
			enum mention_type *type)
{
	for (size_t t = end; t-- > first;) {
		unsigned mask = f->scan->marks.items[t].head_ends &
				~(1u << MENTION_PLACE);

		if (is_capital(f->scan, t) && shapes_type_of(f, mask, type))
			return t + 1;
	}
	return 0;
}

static bool begins_link(const struct scan *scan, size_t token, size_t limit)
{
	return token + 1 < limit &&
	       (scan->marks.items[token].flags & MARK_LINK) &&
	       (is_capital(scan, token + 1) ||
		(token + 2 < limit &&
		 (scan->marks.items[token + 1].flags & MARK_LINK) &&
		 is_capital(scan, token + 2)));
}

/* What stands behind "Radio" or "Channel": a capital or a number. */
static bool is_name_next(const struct scan *scan, size_t token, size_t limit)
{
	return token < limit && scan_is_name_word(scan, token);
}

/* "Basic Court in Temirsu", "the Mission to Kenya": the place belongs to a name
 * that no table has. */
static size_t seat_end(const struct finder *f, size_t token, size_t end,
		       size_t limit)
{
	const struct scan *scan = f->scan;
	const struct candidate *place;

	if (end + 1 >= limit || !chains_leads(f->chains, scan, end) ||
	    !chains_seats(f->chains, scan, end - 1))
		return end;
	for (size_t i = scan->first_at.items[token];
	     i < scan->first_at.items[token + 1]; i++)
		if (scan->candidates.items[i].end == end &&
		    scan->candidates.items[i].entity != NO_ENTITY)
			return end;
	place = scan_find(scan, end + 1, MENTION_PLACE);
	return place ? place->end : end;
}

/* "Ministry of Information and Public Accord", "Legal Media Center",
 * "Foreign Ministry of Kazakhstan": in Latin script, where all words of a name
 * have capitals. Returns the token to go on with. */
static size_t find_capitals(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	size_t limit = scan_sentence_end(scan, token), end, head, by;
	unsigned starts = scan->marks.items[token].head_starts &
			  ~(1u << MENTION_PLACE);
	enum mention_type type;

	if (!shapes_is_name_word(f, token) ||
	    !(scan_shape(scan, token) & SHAPE_LATIN) ||
	    scan_find(scan, token, MENTION_DATE))
		return token + 1;
	if (shapes_type_of(f, starts, &type) &&
	    (type == MENTION_OUTLET ? is_name_next(scan, token + 1, limit)
				    : begins_link(scan, token + 1, limit))) {
		end = shapes_capitals_end(f, token, true);
		if (end > token + 1)
			shapes_add(f, token, end, type, RANK_SHAPE, RULE_HEAD,
				   token);
		return end;
	}
	end = shapes_capitals_end(f, token, false);
	head = last_head(f, token, end, &type);
	by = head - 1;
	if (head > token + 1) {
		if (head == end && begins_link(scan, end, limit))
			head = shapes_capitals_end(f, end - 1, true);
		head = seat_end(f, token, head, limit);
		shapes_add(f, token, head, type, RANK_SHAPE, RULE_HEAD, by);
		return head;
	}
	return end;
}

/* "Зашаған кенті", "Kyzylorda region": capitals and a head of places. */
static void find_place(const struct finder *f, size_t head)
{
	const struct scan *scan = f->scan;
	size_t start = scan_sentence_start(scan, head), first = head;
	unsigned place = 1u << MENTION_PLACE;

	if (head == start || !(scan->marks.items[head].head_ends & place))
		return;
	if (scan_find_before(scan, head, MENTION_PLACE))
		return; /* "Алматы қаласы" is Almaty; regions have names */
	while (first > start && head - first < LINKS &&
	       shapes_is_name_word(f, first - 1) &&
	       !(scan->marks.items[first - 1].flags & MARK_LOWER))
		first--;
	if (first == head)
		return;
	shapes_add(f, first, head + 1, MENTION_PLACE, RANK_SHAPE, RULE_HEAD, head);
}

/* What stands in quotation marks is the name: правозащитный центр «…». */
static bool is_before_quotes(const struct scan *scan, size_t token)
{
	return token + 1 < scan->marks.count &&
	       scan->marks.items[token].partner > token &&
	       !scan_is_form(scan, token, "(") && is_capital(scan, token + 1);
}

/* A head of bodies or organisations with the words that belong to it. */
static void find_chain(const struct finder *f, size_t head)
{
	const struct token_mark *mark = &f->scan->marks.items[head];
	unsigned mask = (mark->head_starts | mark->head_ends) &
			(1u << MENTION_BODY | 1u << MENTION_ORG);
	enum mention_type type;
	struct extent name;

	if (mask && shapes_type_of(f, mask, &type) &&
	    chains_find(f->chains, f->scan, f->persons, head, type, &name) &&
	    !is_before_quotes(f->scan, name.end))
		shapes_add(f, name.first, name.end, type, RANK_SHAPE, RULE_CHAIN,
			   head);
}

/* A body's or organisation's head with the place it belongs to: "акимат
 * Астаны", "Алматы қаласының соты", "Almaty city court". */
static void find_body_of_place(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	const struct token_mark *mark = &scan->marks.items[token];
	unsigned body = 1u << MENTION_BODY;
	const struct candidate *c;

	if ((mark->head_starts & body) && mark->head_len == 1 &&
	    token + 1 < scan_sentence_end(scan, token)) {
		c = scan_find(scan, token + 1, MENTION_PLACE);
		if (c && !(scan->doc->tokens.items[c->end - 1].flags &
			   TOKEN_GLUED && c->end < scan->marks.count &&
			   scan_is_form(scan, c->end, "-")))
			shapes_add(f, token, c->end, MENTION_BODY, RANK_SHAPE,
				   RULE_SEAT, token);
	}
	if (mark->head_ends & body &&
	    token > scan_sentence_start(scan, token)) {
		c = scan_find_before(scan, token, MENTION_PLACE);
		if (c)
			shapes_add(f, c->first, token + 1, MENTION_BODY,
				   RANK_SHAPE, RULE_SEAT, token);
	}
}

static bool is_of(const struct scan *scan, size_t token, size_t limit)
{
	unsigned flags = scan->marks.items[token].flags;

	return token + 1 < limit && flags & MARK_LINK && !(flags & MARK_AND) &&
	       (scan_shape(scan, token) & SHAPE_LATIN);
}

/* A lexicon's body with its place: the same body if it is of that country. */
static void find_named_with_place(const struct finder *f, size_t number)
{
	struct scan *scan = f->scan;
	struct candidate body = scan->candidates.items[number];
	size_t limit = scan_sentence_end(scan, body.first), place = body.end;
	const struct candidate *c = NULL;
	struct candidate *new;
	struct str id;

	if (body.type != MENTION_BODY || body.entity == NO_ENTITY ||
	    chains_end_in_head(f->chains, scan_lang(scan, body.first)))
		return;
	if (is_of(scan, place, limit)) {
		if (chains_leads(f->chains, scan, place))
			return; /* its seat */
		place++;
	} else if (place < limit && scan_shape(scan, place) & SHAPE_LATIN)
		return;
	if (place < limit)
		c = scan_find(scan, place, MENTION_PLACE);
	if (!c || c->country.len == 0)
		return;
	if (str_equal(c->country, body.country)) {
		size_t end = c->end;

		id = body.id;
		new = scan_add(scan, body.first, end, MENTION_BODY, RANK_NAME,
			       RULE_NAME);
		new->because = body.because;
		new->id = id;
		new->country = body.country;
		new->entity = body.entity;
	} else {
		shapes_add(f, body.first, c->end, MENTION_BODY, RANK_SHAPE,
			   RULE_SEAT, body.first);
	}
}

/* "Transparency International Kenya": a listed organisation's branch. */
static void find_branch(const struct finder *f, size_t number)
{
	struct scan *scan = f->scan;
	struct candidate org = scan->candidates.items[number];
	const struct candidate *c;

	if (org.type != MENTION_ORG || org.entity == NO_ENTITY ||
	    org.end >= scan_sentence_end(scan, org.first) ||
	    !(scan_shape(scan, org.end - 1) & SHAPE_LATIN) ||
	    !is_capital(scan, org.end))
		return;
	c = scan_find(scan, org.end, MENTION_PLACE);
	if (c && c->country.len > 0 && c->rank == RANK_NAME &&
	    !(c->end < scan_sentence_end(scan, c->first) &&
	      scan_is_name_word(scan, c->end)))
		shapes_add(f, org.first, c->end, MENTION_ORG, RANK_SHAPE,
			   RULE_SEAT, org.first);
}

static bool ends_in_stop(const struct scan *scan, const struct sentence *s)
{
	return s->token_count > 0 &&
	       scan_is_form(scan, s->first_token + s->token_count - 1, ".");
}

/* A heading in title case tells nothing about names. */
static bool is_title_case(const struct scan *scan, const struct sentence *s)
{
	size_t lower = 0, upper = 0;

	for (size_t t = s->first_token; t < s->first_token + s->token_count;
	     t++) {
		if (scan_kind(scan, t) != KIND_WORD ||
		    scan_is_stopword(scan, t))
			continue;
		if (is_capital(scan, t))
			upper++;
		else
			lower++;
	}
	return lower == 0 || (lower * 4 < upper && !ends_in_stop(scan, s));
}

void shapes_find(struct scan *scan, const struct chains *chains,
		 const struct persons *persons, const struct role_marks *roles,
		 const struct romanisation *romanisation)
{
	struct finder f = { scan, chains, persons, roles, romanisation };
	size_t names;

	for (size_t t = 0; t < scan->doc->tokens.count; t++)
		find_place(&f, t);
	scan_sort(scan);
	names = scan->candidates.count;
	for (size_t i = 0; i < scan->doc->sentences.count; i++) {
		const struct sentence *s = &scan->doc->sentences.items[i];
		size_t end = s->first_token + s->token_count;
		bool title = is_title_case(scan, s);
		size_t next = s->first_token;

		for (size_t t = s->first_token; t < end; t++) {
			if (scan_has_partner(scan, t))
				press_find_quoted(&f, t);
			find_body_of_place(&f, t);
			find_chain(&f, t);
			if (title || t < next)
				continue;
			press_find_cued(&f, t);
			press_find_told(&f, t);
			next = find_capitals(&f, t);
		}
	}
	for (size_t i = 0; i < names; i++) {
		find_named_with_place(&f, i);
		find_branch(&f, i);
	}
}
