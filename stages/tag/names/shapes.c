#include "shapes_internal.h"

#include "scopes.h"
#include "utf8.h"

enum {
	RUN_WORDS = 12,       /* of a name in capitals */
	LINKS = 2,            /* of, the … between capitals */
	PAIR_WORDS = 3        /* before the "and" of a name */
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

/* "Bloggers Association": whose union it is, and no role. */
static bool is_of_union(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	return token + 1 < scan_sentence_end(scan, token) &&
	       scan_shape(scan, token) & SHAPE_LATIN &&
	       scan_is_capital(scan, token + 1) &&
	       scan->marks.items[token + 1].head_ends & 1u << MENTION_ORG;
}

bool shapes_is_name_word(const struct finder *f, size_t token)
{
	const struct token_mark *mark = &f->scan->marks.items[token];

	if (!scan_is_name_word(f->scan, token) ||
	    (f->roles->items[token].starts && mark->head_len <= 1 &&
	     !is_of_union(f, token)))
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

/* A role that ends what a body is of, before no name: Office of the
 * Ombudsman. */
static bool is_title(const struct finder *f, size_t first, size_t token)
{
	const struct scan *scan = f->scan;
	size_t end = token + f->roles->items[token].start_len;

	return is_part_of_title(f, token) &&
	       !(token > first + 1 && end < scan_sentence_end(scan, token) &&
		 scan->marks.items[first].head_starts & 1u << MENTION_BODY &&
		 !scan_is_name_word(scan, end));
}

/* An apostrophe glued to a plural before a capital, or the 's of a common word
 * with one: People's Defence Forces. */
static bool is_possessive(const struct scan *scan, size_t token)
{
	struct str before = scan_form(scan, token - 1);

	if (scan_is_form(scan, token, "'s") || scan_is_form(scan, token, "’s"))
		return scan_is_capital(scan, token - 1) &&
		       scan_is_capital(scan, token + 1) &&
		       !(scan->marks.items[token - 1].flags &
			 (MARK_COUNTRY | MARK_PLACE | MARK_START)) &&
		       languages_know(scan->languages,
				      scan_lang(scan, token),
				      scan->doc->tokens.items[token - 1].form);
	return scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED &&
	       (scan_is_form(scan, token, "'") ||
		scan_is_form(scan, token, "’")) &&
	       str_has_suffix(before, STR("s")) && scan_is_capital(scan, token + 1);
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
	    is_title(f, token, next) ||
	    scan->marks.items[next].head_starts ||
	    scan_find(scan, next, MENTION_DATE))
		return end;
	if (leads(f, end, next) &&
	    (scan_find(scan, next, MENTION_PLACE) ||
	     ((next + 1 == limit || !scan_is_name_word(scan, next + 1)) &&
	      !is_topic(f, token, end, next))))
		return end;
	if ((scan->marks.items[end].flags & MARK_AND ||
	     scan->marks.items[next - 1].flags & MARK_AND) &&
	    shapes_begins_own(f, token, end, next, limit))
		return end;
	return next;
}

/* 23rd: digits and letters in one word. */
static bool is_ordinal(const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);

	return scan_shape(scan, token) & SHAPE_DIGIT && form.len > 2 &&
	       form.data[0] >= '0' && form.data[0] <= '9' &&
	       form.data[form.len - 1] >= 'a' && form.data[form.len - 1] <= 'z' &&
	       !scan_find(scan, token, MENTION_DATE);
}

size_t shapes_capitals_end(const struct finder *f, size_t token, bool tail)
{
	const struct scan *scan = f->scan;
	size_t limit = scan_sentence_end(scan, token);
	size_t whole = scan->marks.items[token].head_len;
	size_t end = token + (whole > 1 ? whole : 1);

	while (end < limit && end - token < RUN_WORDS) {
		size_t next = end, head = scan->marks.items[end].head_len;

		if (head > 1 && scan_is_capital(scan, end) && end + head <= limit) {
			end += head; /* Prosecutor's Office */
			continue;
		}
		if (scan_shape(scan, token) & SHAPE_LATIN &&
		    !(scan_shape(scan, next) & SHAPE_LATIN) &&
		    scan_shape(scan, next) & SHAPE_CYRILLIC)
			break; /* RusNews Иван … */
		if (scan_is_name_word(scan, next) &&
		    (tail ? !is_title(f, token, next) &&
				    !persons_is_given(f->persons, scan, next)
			  : !f->roles->items[next].starts)) {
			end++;
			continue;
		}
		if (scan_is_form(scan, next, "-") && next + 1 < limit &&
		    scan->doc->tokens.items[next - 1].flags & TOKEN_GLUED &&
		    scan_is_capital(scan, next + 1)) {
			end += 2;
			continue;
		}
		if (is_ordinal(scan, end) && end + 1 < limit &&
		    scan_is_name_word(scan, end + 1)) {
			end += 2; /* Istanbul 23rd Heavy Penal Court */
			continue;
		}
		if (end + 1 < limit && is_possessive(scan, end)) {
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

		if (scan_is_capital(f->scan, t) && shapes_type_of(f, mask, type))
			return t + 1;
	}
	return 0;
}

static bool begins_link(const struct scan *scan, size_t token, size_t limit)
{
	return token + 1 < limit &&
	       (scan->marks.items[token].flags & MARK_LINK) &&
	       (scan_is_capital(scan, token + 1) ||
		(token + 2 < limit &&
		 (scan->marks.items[token + 1].flags & MARK_LINK) &&
		 scan_is_capital(scan, token + 2)));
}

static bool is_number(const struct scan *scan, size_t token, size_t limit)
{
	return token < limit && scan_kind(scan, token) == KIND_NUMBER &&
	       !scan_find(scan, token, MENTION_DATE);
}

/* What stands behind "Radio" or "Channel": a capital or a number. */
static bool is_name_next(const struct scan *scan, size_t token, size_t limit)
{
	return is_number(scan, token, limit) ||
	       (token < limit && scan_is_name_word(scan, token));
}

/* "Canal 9", "Nur FM 98.4": its number. */
static size_t numbered_end(const struct scan *scan, size_t end, size_t limit,
			   enum mention_type type)
{
	return type == MENTION_OUTLET && is_number(scan, end, limit) ? end + 1
								     : end;
}

/* One word with a capital that neither a dictionary nor persons have. */
static bool is_stranger(const struct finder *f, size_t token, size_t limit)
{
	const struct scan *scan = f->scan;

	return scan_is_name_word(scan, token) &&
	       !(scan_shape(scan, token) & (SHAPE_ALL_CAPITAL | SHAPE_DIGIT)) &&
	       !(token + 1 < limit && scan_is_name_word(scan, token + 1)) &&
	       !scan_find(scan, token, MENTION_DATE) &&
	       !languages_know(scan->languages, scan_lang(scan, token),
			       scan->doc->tokens.items[token].form) &&
	       !persons_may_name(f->persons, scan, token);
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
	if (place)
		return place->end;
	return is_stranger(f, end + 1, limit) ? end + 2 : end;
}

/* "Special Tasks Department of the Ministry of Internal Affairs": the body that
 * a body belongs to. */
static size_t owner_end(const struct finder *f, size_t end, size_t limit,
			enum mention_type type)
{
	const struct scan *scan = f->scan;
	size_t next = end + 1;
	unsigned flags = end < limit ? scan->marks.items[end].flags : 0;

	if (type != MENTION_BODY || !(flags & MARK_LINK) || flags & MARK_AND ||
	    chains_leads(f->chains, scan, end))
		return end;
	if (next < limit && scan->marks.items[next].flags & MARK_ARTICLE)
		next++;
	if (next + 1 >= limit || !scan_is_capital(scan, next) ||
	    !(scan->marks.items[next].head_starts & 1u << MENTION_BODY) ||
	    !begins_link(scan, next + scan->marks.items[next].first_len, limit))
		return end;
	return shapes_capitals_end(f, next, true);
}

/* "Economic and Financial Crimes Commission": common words with capitals behind
 * an article, and more of the name behind "and"; 0 where there is none. */
static size_t pair_end(const struct finder *f, size_t token, size_t end,
		       size_t limit)
{
	const struct scan *scan = f->scan;
	enum mention_type type;
	size_t longer;

	if (token == scan_sentence_start(scan, token) || end + 1 >= limit ||
	    end - token > PAIR_WORDS ||
	    !(scan->marks.items[token - 1].flags & MARK_ARTICLE) ||
	    !(scan->marks.items[end].flags & MARK_AND) ||
	    !scan_is_name_word(scan, end + 1))
		return 0;
	for (size_t t = token; t < end; t++)
		if (shapes_is_known(scan, t) ||
		    (!(scan->marks.items[t].flags & MARK_COUNTRY) &&
		     !languages_know(scan->languages, scan_lang(scan, t),
				     scan->doc->tokens.items[t].form)))
			return 0;
	longer = shapes_capitals_end(f, end + 1, false);
	return last_head(f, end + 1, longer, &type) > end + 1 &&
	       type != MENTION_OUTLET ? longer : 0;
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
	enum mention_type type = MENTION_BODY;

	if (!shapes_is_name_word(f, token) ||
	    !(scan_shape(scan, token) & SHAPE_LATIN) ||
	    scan_find(scan, token, MENTION_DATE))
		return token + 1;
	if (shapes_type_of(f, starts, &type) &&
	    (type == MENTION_OUTLET
		     ? is_name_next(scan, token + 1, limit)
		     : begins_link(scan, token + scan->marks.items[token].first_len,
				   limit))) {
		end = numbered_end(scan, shapes_capitals_end(f, token, true),
				   limit, type);
		end = owner_end(f, end, limit, type);
		if (end > token + 1)
			shapes_add(f, token, end, type, RANK_SHAPE, RULE_HEAD,
				   token);
		return end;
	}
	end = shapes_capitals_end(f, token, false);
	head = last_head(f, token, end, &type);
	if (head <= token + 1) {
		size_t longer = pair_end(f, token, end, limit);

		if (longer) {
			head = last_head(f, end + 1, longer, &type);
			end = longer;
		}
	}
	by = head - 1;
	if (head > token + 1) {
		if (head == end && type != MENTION_OUTLET &&
		    begins_link(scan, end, limit))
			head = shapes_capitals_end(f, end - 1, true);
		head = seat_end(f, token, head, limit);
		head = numbered_end(scan, head, limit, type);
		head = owner_end(f, head, limit, type);
		shapes_add(f, token, head, type, RANK_SHAPE, RULE_HEAD, by);
		return head;
	}
	return end;
}

/* What stands in quotation marks is the name: правозащитный центр «…». */
static bool is_before_quotes(const struct scan *scan, size_t token)
{
	return token + 1 < scan->marks.count &&
	       scan->marks.items[token].partner > token &&
	       !scan_is_form(scan, token, "(") && scan_is_capital(scan, token + 1);
}

/* «Синьхуа агенттігі»: a known outlet before a word for one. */
static bool is_outlet_alone(const struct scan *scan, size_t first, size_t head)
{
	const struct candidate *c = scan_find(scan, first, MENTION_OUTLET);

	return c && c->end == head && c->entity != NO_ENTITY;
}

/* A head of bodies, organisations or events with the words that belong to it. */
static void find_chain(const struct finder *f, size_t head)
{
	const struct token_mark *mark = &f->scan->marks.items[head];
	unsigned mask = (mark->head_starts | mark->head_ends) &
			(1u << MENTION_BODY | 1u << MENTION_ORG |
			 1u << MENTION_EVENT);
	enum mention_type type;
	struct extent name;

	if (mask && shapes_type_of(f, mask, &type) &&
	    chains_find(f->chains, f->scan, f->persons, head, type, &name) &&
	    !is_before_quotes(f->scan, name.end) &&
	    !is_outlet_alone(f->scan, name.first, head))
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
	    !(chains_is_weak(f->chains, scan, token) &&
	      scan_shape(scan, token) & SHAPE_LATIN &&
	      !scan_is_capital(scan, token)) &&
	    token > scan_sentence_start(scan, token)) {
		c = scan_find_before(scan, token, MENTION_PLACE);
		if (c)
			shapes_add(f, c->first, token + 1, MENTION_BODY,
				   RANK_SHAPE, RULE_SEAT, token);
	}
}

/* A word made of one for a company, which begins no sentence: Нурбанк. */
static void find_firm(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	if (scan_is_name_word(scan, token) &&
	    !(scan->marks.items[token].flags & MARK_LOWER) &&
	    chains_is_firm(f->chains, scan, token) &&
	    !languages_know(scan->languages, scan_lang(scan, token),
			    scan->doc->tokens.items[token].form))
		shapes_add(f, token, token + 1, MENTION_ORG, RANK_PATTERN,
			   RULE_HEAD, token);
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
		if (scan_is_capital(scan, t))
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
		places_find(&f, t);
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
			find_firm(&f, t);
			find_chain(&f, t);
			if (title || t < next)
				continue;
			press_find_cued(&f, t);
			press_find_told(&f, t);
			next = find_capitals(&f, t);
		}
	}
	for (size_t i = 0; i < names; i++) {
		shapes_find_longer(&f, i);
	}
	scan_sort(scan);
	for (size_t i = 0; i < scan->doc->sentences.count; i++) {
		const struct sentence *s = &scan->doc->sentences.items[i];

		press_find_mates(&f, s->first_token,
				 s->first_token + s->token_count);
	}
}
