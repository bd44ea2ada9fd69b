/* The end of a document: what could not be understood line by line. */
#include "stream_read_internal.h"

#include "utf8.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct str stream_unescape(struct arena *arena, struct str value)
{
	char *copy = str_copy_z(arena, value);
	size_t len = 0;

	for (size_t i = 0; i < value.len; i++) {
		int high = -1, low = -1;

		if (value.data[i] == '%' && i + 2 < value.len) {
			high = hex_digit(value.data[i + 1]);
			low = hex_digit(value.data[i + 2]);
		}
		if (high >= 0 && low >= 0) {
			copy[len++] = (char)(high * 16 + low);
			i += 2;
		} else {
			copy[len++] = value.data[i];
		}
	}
	copy[len] = '\0';
	if (utf8_valid_until((struct str){ copy, len }) < len)
		return str_copy(arena, value);
	return (struct str){ copy, len };
}

static int check_count(const struct parse *p, const char *what, uint64_t told,
		       uint64_t found)
{
	if (told == UINT64_MAX || told == found)
		return 0;
	return parse_fail(p, p->lines->number,
			  "the document '%.*s' should have %ju %s and has %ju; "
			  "was the stream cut short?",
			  STR_ARGS(p->doc->id), (uintmax_t)told, what,
			  (uintmax_t)found);
}

/* The byte behind `count` code points from byte `at` on; SIZE_MAX if the text
 * has fewer. */
static size_t skip_chars(struct str text, size_t at, uint64_t count)
{
	for (; count > 0 && at < text.len; count--)
		utf8_next(text, &at);
	return count > 0 ? SIZE_MAX : at;
}

/* One run, whose text begins at or behind byte *at and *chars code points. */
static bool run_to_bytes(struct run *run, struct str text,
			 const struct chars *source, size_t *at,
			 uint64_t *chars)
{
	size_t from = chars_byte(source, run->source), start, end, to;

	if (run->text < *chars)
		return false;
	start = skip_chars(text, *at, run->text - *chars);
	end = start == SIZE_MAX ? start : skip_chars(text, start, run->len);
	to = skip_chars(source->text, from, run->source_len);
	if (end == SIZE_MAX || to == SIZE_MAX || to - from > UINT32_MAX)
		return false;
	*chars = (uint64_t)run->text + run->len;
	*at = end;
	*run = (struct run){ .text = (uint32_t)start,
			     .len = (uint32_t)(end - start), .source = from,
			     .source_len = (uint32_t)(to - from),
			     .changed = run->changed };
	return run->changed ||
	       str_equal(str_slice(text, start, end),
			 str_slice(source->text, from, to));
}

/* Bytes instead of code points, in a paragraph with runs from par::map. */
static int runs_to_bytes(struct parse *p, const struct paragraph *par,
			 const struct chars *source)
{
	struct run *runs = paragraph_runs(p->doc, par);
	uint64_t chars = 0;
	size_t at = 0;

	for (size_t i = 0; i < par->run_count; i++)
		if (!run_to_bytes(&runs[i], par->text, source, &at, &chars))
			return parse_fail(p, p->lines->number,
					  "par::map of '%.*s' does not fit its "
					  "text and source",
					  STR_ARGS(par->id));
	return 0;
}

static int finish_runs(struct parse *p)
{
	struct document *doc = p->doc;
	struct chars source;
	int rc = 0;

	strbuf_add(&p->source, p->tail.data ? p->tail : STR("\n"));
	doc->source_text = str_copy(&doc->arena, strbuf_view(&p->source));
	chars_init(&source, doc->source_text);
	for (size_t i = 0; rc == 0 && i < p->mapped.count; i++)
		rc = runs_to_bytes(p,
				   &doc->paragraphs.items[p->mapped.items[i]],
				   &source);
	chars_release(&source);
	return rc;
}

static int unknown(const struct parse *p, const struct pending *pending,
		   struct str what)
{
	return parse_fail(p, pending->line, "cannot make sense of '%.*s'",
			  STR_ARGS(what));
}

/* The index of an id, or `count`. */
static size_t find_id(struct words *ids, struct str id, size_t count)
{
	word_id found = words_add(ids, id);

	return found >= 2 && found < count + 2 ? found - 2 : count;
}

/* "sent_id:3-5" */
static int resolve_extent(struct parse *p, const struct pending *pending,
			  struct str value, struct extent *extent)
{
	struct document *doc = p->doc;
	size_t colon = value.len, index;
	struct str first, last;
	uint64_t from, to;
	const struct sentence *s;

	while (colon > 0 && value.data[colon - 1] != ':')
		colon--;
	if (colon == 0)
		return unknown(p, pending, value);
	last = str_slice(value, colon, value.len);
	str_split(&last, '-', &first);
	index = find_id(&p->sentence_ids, str_slice(value, 0, colon - 1),
			doc->sentences.count);
	if (index == doc->sentences.count || !last.data ||
	    !str_number(first, UINT32_MAX, &from) ||
	    !str_number(last, UINT32_MAX, &to))
		return unknown(p, pending, value);
	s = &doc->sentences.items[index];
	if (from < 1 || to < from || to > s->token_count)
		return unknown(p, pending, value);
	*extent = (struct extent){ index, s->first_token + (size_t)from - 1,
				   s->first_token + (size_t)to };
	return 0;
}

struct str parse_field(struct parse *p, struct str *rest, struct str *key)
{
	struct str piece;
	size_t equal;

	str_split(rest, '|', &piece);
	equal = str_find(piece, STR("="), 0);
	*key = str_slice(piece, 0, equal);
	if (equal == piece.len)
		return STR_NONE;
	return stream_unescape(&p->doc->arena,
			       str_slice(piece, equal + 1, piece.len));
}

static int resolve_incident(struct parse *p, const struct pending *pending)
{
	struct incident *incident = LIST_ADD(&p->doc->incidents);
	struct str rest = pending->fields;
	int rc = 0;

	incident->sentence = incident->trigger.sentence = pending->at;
	while (rc == 0 && rest.data) {
		struct str key, value = parse_field(p, &rest, &key);

		if (str_equal(key, STR("id")))
			incident->id = value;
		else if (str_equal(key, STR("type")))
			incident->type = value;
		else if (str_equal(key, STR("date")))
			incident->date = value;
		else if (str_equal(key, STR("target")))
			incident->target = value;
		else if (str_equal(key, STR("place")))
			incident->place = value;
		else if (str_equal(key, STR("actor")))
			incident->actor = value;
		else if (str_equal(key, STR("law")))
			incident->law = value;
		else if (str_equal(key, STR("trigger")))
			rc = resolve_extent(p, pending, value,
					    &incident->trigger);
		else
			rc = unknown(p, pending, key);
	}
	return rc;
}

static int resolve_quotation(struct parse *p, const struct pending *pending)
{
	struct quotation *quotation = LIST_ADD(&p->doc->quotations);
	struct str rest = pending->fields;
	int rc = 0;

	quotation->sentence = pending->at;
	quotation->cue.sentence = quotation->quote.sentence = pending->at;
	while (rc == 0 && rest.data) {
		struct str key, value = parse_field(p, &rest, &key);

		if (str_equal(key, STR("id")))
			quotation->id = value;
		else if (str_equal(key, STR("kind")))
			quotation->kind = value;
		else if (str_equal(key, STR("speaker")))
			quotation->speaker = value;
		else if (str_equal(key, STR("cue")))
			rc = resolve_extent(p, pending, value, &quotation->cue);
		else if (str_equal(key, STR("quote")))
			rc = resolve_extent(p, pending, value,
					    &quotation->quote);
		else
			rc = unknown(p, pending, key);
	}
	return rc;
}

/* "newpar_id:123", code points into its text */
static int resolve_anchor(struct parse *p, const struct pending *pending,
			  struct str value, struct footnote *note)
{
	struct document *doc = p->doc;
	size_t colon = value.len, index, at;
	uint64_t chars;

	while (colon > 0 && value.data[colon - 1] != ':')
		colon--;
	if (colon == 0 || !str_number(str_slice(value, colon, value.len),
				      UINT32_MAX, &chars))
		return unknown(p, pending, value);
	index = find_id(&p->ids, str_slice(value, 0, colon - 1),
			doc->paragraphs.count);
	if (index == doc->paragraphs.count)
		return unknown(p, pending, value);
	at = skip_chars(doc->paragraphs.items[index].text, 0, chars);
	if (at == SIZE_MAX)
		return unknown(p, pending, value);
	note->anchor = index;
	note->anchor_at = (uint32_t)at;
	return 0;
}

static int resolve_footnote(struct parse *p, const struct pending *pending)
{
	struct footnote *note = LIST_ADD(&p->doc->footnotes);
	struct str rest = pending->fields;
	int rc = 0;

	note->paragraph = pending->at;
	note->anchor = SIZE_MAX;
	if (rest.len == 0) /* nothing is known of it */
		return 0;
	while (rc == 0 && rest.data) {
		struct str key, value = parse_field(p, &rest, &key);

		if (str_equal(key, STR("number")))
			note->number = value;
		else if (str_equal(key, STR("author")))
			note->author = value;
		else if (str_equal(key, STR("title")))
			note->title = value;
		else if (str_equal(key, STR("outlet")))
			note->outlet = value;
		else if (str_equal(key, STR("date")))
			note->date = value;
		else if (str_equal(key, STR("url")))
			note->url = value;
		else if (str_equal(key, STR("anchor")))
			rc = resolve_anchor(p, pending, value, note);
		else
			rc = unknown(p, pending, key);
	}
	return rc;
}

/* "12:20", code points of the paragraph's text */
static bool resolve_stretch(struct str value, struct str text,
			    struct link *link)
{
	struct str first;
	uint64_t from, to;
	size_t start, end;

	str_split(&value, ':', &first);
	if (!value.data || !str_number(first, UINT32_MAX, &from) ||
	    !str_number(value, UINT32_MAX, &to) || to < from)
		return false;
	start = skip_chars(text, 0, from);
	end = start == SIZE_MAX ? start : skip_chars(text, start, to - from);
	link->start = (uint32_t)start;
	link->end = (uint32_t)end;
	return end != SIZE_MAX;
}

static int resolve_link(struct parse *p, const struct pending *pending)
{
	struct link *link = LIST_ADD(&p->doc->links);
	struct str rest = pending->fields;

	link->paragraph = pending->at;
	while (rest.data) {
		struct str key, value = parse_field(p, &rest, &key);

		if (str_equal(key, STR("target")))
			link->target = value;
		else if (!str_equal(key, STR("at")) ||
			 !resolve_stretch(value, p->doc->paragraphs
						 .items[pending->at].text,
					  link))
			return unknown(p, pending, key);
	}
	return 0;
}

int parse_document_end(struct parse *p)
{
	struct document *doc = p->doc;
	int rc = check_count(p, "paragraphs", p->paragraphs,
			     doc->paragraphs.count);

	if (rc == 0 && doc->paragraphs.count == 0)
		rc = parse_fail(p, p->lines->number,
				"the document '%.*s' has no paragraph",
				STR_ARGS(doc->id));
	if (rc == 0)
		rc = check_count(p, "sentences", p->sentences, p->blocks);
	if (rc == 0)
		rc = finish_runs(p);
	for (size_t i = 0; rc == 0 && i < p->pending.count; i++) {
		const struct pending *pending = &p->pending.items[i];

		if (pending->what == PENDING_INCIDENT)
			rc = resolve_incident(p, pending);
		else if (pending->what == PENDING_QUOTATION)
			rc = resolve_quotation(p, pending);
		else if (pending->what == PENDING_FOOTNOTE)
			rc = resolve_footnote(p, pending);
		else
			rc = resolve_link(p, pending);
	}
	return rc;
}
