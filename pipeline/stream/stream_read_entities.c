/* Entity= and EsepEntity=. Whether a document's entities are of esep's scheme is
 * known when all of them are there: those that are not pass as they stand. */
#include "stream_read_internal.h"

#include "utf8.h"

#define SCHEME STREAM_SCHEME

enum { SHOWN = 40 /* bytes of a value that cannot be read */ };

void parse_begin_entities(struct parse *p)
{
	LIST_CLEAR(&p->entities);
	LIST_CLEAR(&p->own_entities);
	p->foreign = p->declared = false;
}

/* A stream may declare once for all its documents. */
static void inherit_scheme(struct parse *p)
{
	p->declared = true;
	p->foreign = p->scheme.len > 0 &&
		     !str_equal(strbuf_view(&p->scheme), STR(SCHEME));
}

void parse_scheme(struct parse *p, struct str scheme)
{
	strbuf_clear(&p->scheme);
	strbuf_add(&p->scheme, str_trim(scheme));
	inherit_scheme(p);
}

bool parse_is_foreign(struct parse *p)
{
	if (!p->declared)
		inherit_scheme(p);
	return p->foreign;
}

void parse_keep_entity(struct parse *p, bool own,
		       const struct pending_entity *entity)
{
	struct arena *arena = &p->doc->arena;

	*(own ? LIST_ADD(&p->own_entities) : LIST_ADD(&p->entities)) =
		(struct pending_entity){
			.value = str_copy(arena, entity->value),
			.rule = str_copy(arena, entity->rule),
			.suffix = str_copy(arena, entity->suffix),
			.sentence = p->doc->sentences.count,
			.token = p->doc->tokens.count - 1,
			.line = p->lines->number
		};
}

/* An entity's pieces; `opens` and `closes` say which brackets it has. */
struct pieces {
	struct str id, type, value;
	bool opens, closes;
};

static bool lacks(struct str text, const char *set)
{
	if (text.len > 0)
		for (; *set; set++)
			if (memchr(text.data, *set, text.len))
				return false;
	return true;
}

/* Of a date or an amount the id is a number that the writer gives. */
static bool is_running(struct str id)
{
	uint64_t number;

	return str_has_prefix(id, STR("d")) &&
	       str_number(str_slice(id, 1, id.len), UINT64_MAX, &number);
}

static bool is_type_name(struct str type)
{
	for (size_t i = 0; i < type.len; i++)
		if (type.data[i] != '_' &&
		    (type.data[i] < 'a' || type.data[i] > 'z'))
			return false;
	return type.len > 0 && type.len <= MENTION_TYPE_LONGEST;
}

/* (eid-etype-1-value), its first half, or eid): what esep writes, and would
 * write again the same. */
static bool cut_pieces(struct str value, struct pieces *pieces)
{
	static const struct mention_types none;
	enum mention_type type;
	struct str rest = value, head;

	pieces->opens = str_has_prefix(value, STR("("));
	pieces->closes = str_has_suffix(value, STR(")"));
	rest = str_slice(value, pieces->opens, value.len - pieces->closes);
	if (!pieces->opens) {
		pieces->id = rest;
		return pieces->closes && lacks(rest, "()-");
	}
	str_split(&rest, '-', &pieces->id);
	str_split(&rest, '-', &pieces->type);
	str_split(&rest, '-', &head);
	pieces->value = rest;
	return pieces->id.len > 0 && is_type_name(pieces->type) &&
	       lacks(pieces->id, "()[") && lacks(rest, STREAM_IN_ENTITY) &&
	       (head.len == 0 || str_equal(head, STR("1"))) &&
	       (!mention_types_find(&none, pieces->type, &type) ||
		!mention_type_has_value(type) || is_running(pieces->id));
}

/* Whether all are esep's: one after the other, none within another. */
static bool are_own(const struct pending_entity *entities, size_t count)
{
	struct str open = STR_NONE;

	for (size_t i = 0; i < count; i++) {
		struct pieces pieces;

		if (!cut_pieces(entities[i].value, &pieces) ||
		    pieces.opens != (open.len == 0) ||
		    (!pieces.opens && !str_equal(pieces.id, open)))
			return false;
		open = pieces.closes ? STR_NONE : pieces.id;
	}
	return open.len == 0;
}

/* For a message. */
static struct str shortened(struct str text)
{
	return str_slice(text, 0, text.len < SHOWN ? text.len : SHOWN);
}

/* The rule; the suffix in code points, before the last word is known. */
static int take_found(struct parse *p, const struct pending_entity *entity,
		      struct mention *mention)
{
	uint64_t suffix = 0;

	if (entity->rule.len > 0 && !is_type_name(entity->rule))
		return parse_fail(p, entity->line, "cannot read " STREAM_RULE
				  "=%.*s", STR_ARGS(shortened(entity->rule)));
	if (entity->suffix.len > 0 &&
	    !str_number(entity->suffix, UINT32_MAX, &suffix))
		return parse_fail(p, entity->line, "cannot read " STREAM_SUFFIX
				  "=%.*s", STR_ARGS(shortened(entity->suffix)));
	mention->rule = entity->rule;
	mention->suffix = (uint32_t)suffix;
	return 0;
}

/* The suffix in bytes. */
static int take_suffix(struct parse *p, const struct pending_entity *entity,
		       struct mention *mention)
{
	struct str text = extent_text(p->doc, (struct extent){
		entity->sentence, entity->token, entity->token + 1 });
	size_t letters = utf8_chars(text), start = text.len;

	if (mention->suffix > 0 && mention->suffix >= letters)
		return parse_fail(p, entity->line, STREAM_SUFFIX "=%u of a word"
				  " of %zu letters", (unsigned)mention->suffix,
				  letters);
	for (; mention->suffix > 0; mention->suffix--)
		utf8_before(text, start, &start);
	mention->suffix = (uint32_t)(text.len - start);
	return 0;
}

static int take(struct parse *p, const struct pending_entity *entity)
{
	struct document *doc = p->doc;
	struct mention *mention;
	struct pieces pieces;
	int rc = 0;

	cut_pieces(entity->value, &pieces);
	if (pieces.opens) {
		mention = LIST_ADD(&doc->mentions);
		mention->where.sentence = entity->sentence;
		mention->where.first = entity->token;
		if (!mention_types_add(&doc->words->types, pieces.type,
				       &mention->type))
			return parse_fail(p, entity->line,
					  "Entity=%.*s: a document has at most"
					  " %d types, esep's among them",
					  STR_ARGS(entity->value),
					  MENTION_TYPES);
		if (!mention_type_has_value(mention->type))
			mention->id = pieces.id;
		if (pieces.value.data)
			mention->value = stream_unescape(&doc->arena,
							 pieces.value);
		rc = take_found(p, entity, mention);
	}
	if (rc == 0 && pieces.closes) {
		mention = &doc->mentions.items[doc->mentions.count - 1];
		mention->where.end = entity->token + 1;
		rc = take_suffix(p, entity, mention);
	}
	return rc;
}

static void pass_on(struct parse *p, const struct pending_entity *entity)
{
	struct document *doc = p->doc;
	struct extra *extra = token_extra(doc,
					  &doc->tokens.items[entity->token]);
	struct strbuf misc = STRBUF_INIT;

	strbuf_addf(&misc, "Entity=%.*s", STR_ARGS(entity->value));
	if (extra->misc.len > 0)
		strbuf_addf(&misc, "|%.*s", STR_ARGS(extra->misc));
	extra->misc = str_copy(&doc->arena, strbuf_view(&misc));
	strbuf_release(&misc);
}

/* The declaration of another scheme is the first of the document's comments:
 * there the writer looks for it. */
static void keep_scheme(struct parse *p)
{
	struct document *doc = p->doc;
	struct strbuf comments = STRBUF_INIT;

	strbuf_addf(&comments, STREAM_DECLARATION "%s\n%.*s",
		    p->scheme.len > 0 ? p->scheme.data : SCHEME,
		    STR_ARGS(doc->comments));
	doc->comments = str_copy(&doc->arena, strbuf_view(&comments));
	strbuf_release(&comments);
}

int parse_entities_end(struct parse *p)
{
	const struct pending_entity *own = p->entities.items;
	size_t count = p->entities.count;
	int rc = 0;

	if (p->foreign || p->own_entities.count > 0 || !are_own(own, count)) {
		for (size_t i = 0; i < count; i++)
			pass_on(p, &own[i]);
		keep_scheme(p);
		own = p->own_entities.items;
		count = p->own_entities.count;
		if (!are_own(own, count))
			return parse_fail(p, own->line,
					  "cannot read EsepEntity=%.*s",
					  STR_ARGS(own->value));
	}
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = take(p, &own[i]);
	return rc;
}
