/* Records (# incident = id=…|type=…), field by field, once the document is
 * complete. */
#include "stream_read_internal.h"

static int unknown(const struct parse *p, const struct pending *pending,
		   struct str what)
{
	return parse_fail(p, pending->line, "cannot make sense of '%.*s'",
			  STR_ARGS(what));
}

/* Cut at the last colon; false if there is none. */
static bool cut_place(struct str value, struct str *id, struct str *place)
{
	size_t colon = value.len;

	while (colon > 0 && value.data[colon - 1] != ':')
		colon--;
	if (colon == 0)
		return false;
	*id = str_slice(value, 0, colon - 1);
	*place = str_slice(value, colon, value.len);
	return true;
}

/* The index of an id, or `count`. */
static size_t find_id(struct words *ids, struct str id, size_t count)
{
	word_id found = words_add(ids, id);

	return found >= 2 && found < count + 2 ? found - 2 : count;
}

/* "sent_id:3-5" */
static bool read_extent(struct parse *p, struct str value,
			struct extent *extent)
{
	const struct document *doc = p->doc;
	struct str id, first, last;
	const struct sentence *s;
	uint64_t from, to;
	size_t index;

	if (!cut_place(value, &id, &last))
		return false;
	str_split(&last, '-', &first);
	index = find_id(&p->sentence_ids, id, doc->sentences.count);
	if (index == doc->sentences.count || !last.data ||
	    !str_number(first, UINT32_MAX, &from) ||
	    !str_number(last, UINT32_MAX, &to))
		return false;
	s = &doc->sentences.items[index];
	if (from < 1 || to < from || to > s->token_count)
		return false;
	*extent = (struct extent){ index, s->first_token + (size_t)from - 1,
				   s->first_token + (size_t)to };
	return true;
}

/* "newpar_id:123", code points into its text */
static bool read_anchor(struct parse *p, struct str value,
			struct anchor *anchor)
{
	const struct document *doc = p->doc;
	struct str id, place;
	uint64_t chars;
	size_t index, at;

	if (!cut_place(value, &id, &place) ||
	    !str_number(place, UINT32_MAX, &chars))
		return false;
	index = find_id(&p->ids, id, doc->paragraphs.count);
	if (index == doc->paragraphs.count || parse_is_cut(p, index))
		return false;
	at = parse_skip_chars(doc->paragraphs.items[index].text, 0, chars);
	if (at != SIZE_MAX)
		*anchor = (struct anchor){ index, (uint32_t)at };
	return at != SIZE_MAX;
}

/* "12:20", code points of the text */
static bool read_range(struct str value, struct str text, struct range *range)
{
	struct str first;
	uint64_t from, to;
	size_t start, end;

	str_split(&value, ':', &first);
	if (!value.data || !str_number(first, UINT32_MAX, &from) ||
	    !str_number(value, UINT32_MAX, &to) || to < from)
		return false;
	start = parse_skip_chars(text, 0, from);
	end = start == SIZE_MAX ? start
				: parse_skip_chars(text, start, to - from);
	*range = (struct range){ (uint32_t)start, (uint32_t)end };
	return end != SIZE_MAX;
}

static bool read_value(struct parse *p, const struct field *field,
		       struct str value, void *item)
{
	void *member = field_member(field, item);

	switch (field->kind) {
	case FIELD_WORDS:
	case FIELD_PLACED:
		return read_extent(p, value, member);
	case FIELD_ANCHOR:
		return read_anchor(p, value, member);
	case FIELD_RANGE:
		return !parse_is_cut(p, record_home(item)) &&
		       read_range(value,
				  p->doc->paragraphs
					  .items[record_home(item)].text,
				  member);
	default:
		*(struct str *)member = value;
		return true;
	}
}

/* "key=value", the value unescaped; 1 for a field that leads to what a partial
 * document lacks. */
static int read_field(struct parse *p, const struct pending *pending,
		      struct str piece, void *item)
{
	size_t equal = str_find(piece, STR("="), 0);
	struct str key = str_slice(piece, 0, equal), value = STR_NONE;
	const struct field *field = record_field(pending->record, key);

	if (!field)
		return unknown(p, pending, key);
	if (equal < piece.len)
		value = stream_unescape(&p->doc->arena,
					str_slice(piece, equal + 1, piece.len));
	if (read_value(p, field, value, item))
		return 0;
	return p->partial ? 1 : unknown(p, pending, value);
}

int parse_record(struct parse *p, const struct pending *pending)
{
	void *item = record_add(pending->record, p->doc, pending->home);
	struct str rest = pending->fields, piece;
	bool lost = false;
	int rc = 0;

	if (rest.len == 0) /* nothing is known of it */
		return 0;
	while (rc >= 0 && str_split(&rest, '|', &piece)) {
		rc = read_field(p, pending, piece, item);
		lost |= rc > 0;
	}
	/* a link is nothing without its place */
	if (lost && record_has(pending->record, FIELD_RANGE))
		record_take_back(pending->record, p->doc);
	return rc < 0 ? rc : 0;
}
