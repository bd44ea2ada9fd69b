#include "values_internal.h"

#include "session.h"
#include "utf8.h"
#include "word_parts.h"

enum { CHOICES_SHOWN = 8 };

/* How a spelling is that which was typed; less is nearer. */
enum alike { ALIKE_EXACT, ALIKE_CASE, ALIKE_KEY, ALIKE_PART, ALIKE_NOT };

/* Whom a text may name. */
struct naming {
	struct query_context *context;
	struct str text;
	struct strbuf folded, key, buf;
	struct knowledge *knowledge; /* NULL: keys are not looked at */
	enum alike best;
	LIST(struct str) ids;        /* so alike */
	struct arena arena;
	struct offer offer;
};

static const char id_sql[] =
	"SELECT 1 FROM entity WHERE id = ?1 UNION ALL "
	"SELECT 1 FROM incident_party WHERE name = ?1 LIMIT 1";

static const char names_sql[] =
	"SELECT id, name FROM entity WHERE ?1 = 0 OR type = 'place' UNION "
	"SELECT entity, entity_name.name FROM entity_name "
	"JOIN entity ON id = entity WHERE ?1 = 0 OR type = 'place' UNION "
	"SELECT entity, form FROM alias JOIN entity ON id = entity "
	"WHERE ?1 = 0 OR entity.type = 'place' ORDER BY 1, 2";

static const char choice_sql[] =
	"SELECT name, coalesce(entity.type, ''), coalesce(sum(count), 0) "
	"FROM entity LEFT JOIN alias ON entity = id WHERE id = ?1 GROUP BY id";

/* One name in any script, case and romanisation has one key. */
static struct str key_of(struct naming *n, struct str text)
{
	struct words *words = n->knowledge->words;
	struct str run;
	size_t at = 0;

	strbuf_clear(&n->buf);
	strbuf_add_z(&n->buf, "");
	while (word_parts_next(text, &at, &run)) {
		word_id word = words_add(words, run);
		word_id key = languages_key(n->knowledge->languages, word);

		if (n->buf.len > 0)
			strbuf_add_char(&n->buf, ' ');
		strbuf_add(&n->buf, words_text(words, key ? key
						: words_fold(words, word)));
	}
	return strbuf_view(&n->buf);
}

/* Whether all words of one key are words of the other, in any order. */
static bool has_words(struct str key, struct str part)
{
	struct str word, other;

	while (part.len > 0 && str_split(&part, ' ', &word)) {
		struct str rest = key;
		bool found = false;

		while (!found && rest.len > 0 && str_split(&rest, ' ', &other))
			found = str_equal(word, other);
		if (!found)
			return false;
	}
	return true;
}

static enum alike compare(struct naming *n, struct str name)
{
	struct str key;

	if (str_equal(name, n->text))
		return ALIKE_EXACT;
	strbuf_clear(&n->buf);
	utf8_add_fold(&n->buf, name);
	if (str_equal(strbuf_view(&n->buf), strbuf_view(&n->folded)))
		return ALIKE_CASE;
	if (!n->knowledge || n->key.len == 0)
		return ALIKE_NOT;
	key = key_of(n, name);
	if (str_equal(key, strbuf_view(&n->key)))
		return ALIKE_KEY;
	return has_words(key, strbuf_view(&n->key)) ? ALIKE_PART : ALIKE_NOT;
}

/* Names come by id. */
static void add_name(struct naming *n, struct str id, struct str name)
{
	enum alike alike = compare(n, name);
	const struct str *last = n->ids.count > 0
				 ? &n->ids.items[n->ids.count - 1] : NULL;

	if (alike > n->best || alike == ALIKE_NOT)
		return;
	if (alike < n->best) {
		n->best = alike;
		LIST_CLEAR(&n->ids);
		last = NULL;
	}
	if (!last || !str_equal(*last, id))
		*LIST_ADD(&n->ids) = str_copy(&n->arena, id);
}

static int look_at_names(struct naming *n, bool place, bool offers,
			 struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, n->context->db, names_sql, err);

	if (rc < 0)
		return rc;
	statement_bind_number(st, 1, place);
	while ((rc = statement_step(st, err)) > 0) {
		struct str id = statement_text(st, 0);

		if (!offers) {
			add_name(n, id, statement_text(st, 1));
			continue;
		}
		offer_compare(&n->offer, id, id);
		offer_compare(&n->offer, statement_text(st, 1), id);
	}
	statement_close(st);
	return rc;
}

/* As it is written; else by its key, or those of a part of it: a surname
 * alone, the surname first. */
static int find_names(struct naming *n, bool place, struct err *err)
{
	struct err none;
	int rc;

	utf8_add_fold(&n->folded, n->text);
	strbuf_add_z(&n->folded, "");
	rc = look_at_names(n, place, false, err);
	if (rc < 0 || n->ids.count > 0 || !n->context->session ||
	    session_knowledge(n->context->session, LANGUAGES_KEY,
			      &n->knowledge, &none) < 0)
		return rc;
	strbuf_add(&n->key, key_of(n, n->text));
	return look_at_names(n, place, false, err);
}

/* "ann_lee (Ann Lee, journalist, 4 times)" */
static int add_choice(struct naming *n, struct strbuf *out, struct str id,
		      struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, n->context->db, choice_sql, err);

	if (rc < 0)
		return rc;
	statement_bind(st, 1, id);
	rc = statement_step(st, err);
	strbuf_addf(out, "%.*s", STR_ARGS(id));
	if (rc > 0)
		strbuf_addf(out, " (%.*s, %.*s, %jd mentions)",
			    STR_ARGS(statement_text(st, 0)),
			    STR_ARGS(statement_text(st, 1)),
			    (intmax_t)statement_number(st, 2));
	statement_close(st);
	return rc < 0 ? rc : 0;
}

/* Several have the name. */
static int refuse_several(struct naming *n, const char *label, struct err *err)
{
	struct strbuf out = STRBUF_INIT;
	int rc = 0;

	strbuf_addf(&out, "%s%s'%.*s' is the name of several; give an id: ",
		    label ? label : "", label ? ": " : "", STR_ARGS(n->text));
	for (size_t i = 0; rc == 0 && i < n->ids.count && i < CHOICES_SHOWN;
	     i++) {
		strbuf_add_z(&out, i > 0 ? "; " : "");
		rc = add_choice(n, &out, n->ids.items[i], err);
	}
	if (n->ids.count > CHOICES_SHOWN)
		strbuf_add_z(&out, "; …");
	if (rc == 0)
		rc = err_set(err, ERR_USAGE, "%s", out.data);
	strbuf_release(&out);
	return rc;
}

static void list_value(void *data, struct str value, struct str about)
{
	(void)about;
	offer_list(data, value);
}

static int refuse_none(struct naming *n, bool place, const char *label,
		       struct err *err)
{
	int rc;

	offer_init(&n->offer, n->text);
	rc = look_at_names(n, place, true, err);
	if (rc == 0)
		rc = values_list(n->context->db,
				 place ? VALUE_PLACE : VALUE_ENTITY, "",
				 list_value, &n->offer, err);
	if (rc == 0)
		rc = offer_refuse(&n->offer, label,
				  place ? "there is no place '%s'"
					: "there is no entity '%s'", err);
	offer_release(&n->offer);
	return rc;
}

/* The one that has the name; who asks is told. */
static int take_one(struct naming *n, const char **value, struct err *err)
{
	struct strbuf *notes = &n->context->notes;
	int rc;

	strbuf_addf(notes, "'%.*s' is ", STR_ARGS(n->text));
	rc = add_choice(n, notes, n->ids.items[0], err);
	strbuf_add_char(notes, '\n');
	*value = str_copy_z(&n->context->arena, n->ids.items[0]);
	return rc;
}

static int find_by_name(struct query_context *context, bool place,
			const char *label, const char **value,
			struct err *err)
{
	struct naming n = { .context = context, .text = str_of(*value),
			    .best = ALIKE_NOT, .arena = ARENA_INIT };
	int rc = find_names(&n, place, err);

	if (rc == 0 && n.ids.count == 1)
		rc = take_one(&n, value, err);
	else if (rc == 0)
		rc = n.ids.count > 0 ? refuse_several(&n, label, err)
				     : refuse_none(&n, place, label, err);
	strbuf_release(&n.folded);
	strbuf_release(&n.key);
	strbuf_release(&n.buf);
	LIST_RELEASE(&n.ids);
	arena_release(&n.arena);
	return rc;
}

int values_find_entity(struct query_context *context, bool place,
		       const char *label, const char **value,
		       struct err *err)
{
	struct strbuf merged = STRBUF_INIT;
	struct statement *st = NULL;
	bool found = false;
	int rc = query_merged(context, *value, &merged, err);

	if (rc == 0)
		rc = statement_open(&st, context->db, id_sql, err);
	if (rc == 0) {
		statement_bind(st, 1, strbuf_view(&merged));
		rc = statement_step(st, err);
		found = rc > 0;
	}
	statement_close(st);
	if (found)
		*value = str_copy_z(&context->arena, strbuf_view(&merged));
	strbuf_release(&merged);
	return rc < 0 || found ? (rc < 0 ? rc : 0)
			       : find_by_name(context, place, label, value,
					      err);
}
