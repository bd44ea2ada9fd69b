#include "corrector.h"

#include "distance.h"
#include "earlier.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#define FILE_NAME "corrections.tsv"
#define MANIFEST "manifest.tsv"

enum { FOLDERS_MAX = 32 }; /* as deep as folders are looked into */

/* Dates and amounts have no ids. */
static void list_types(struct corrector *c)
{
	const struct mention_types *types = &c->context->knowledge->words->types;

	for (unsigned i = 0; i < MENTION_KNOWN + types->count; i++)
		if (!mention_type_has_value((enum mention_type)i))
			strbuf_addf(&c->types, "%s%.*s",
				    c->types.len > 0 ? " " : "",
				    STR_ARGS(mention_types_name(
					    types, (enum mention_type)i)));
}

static int load_file(struct corrector *c, struct corrections *set,
		     const char *path, struct err *err)
{
	return corrections_load(set, path, c->context->knowledge->lexicons,
				strbuf_view(&c->types), c->context->warn,
				c->context->data, err);
}

static void tell(struct corrector *c, const struct err *err)
{
	c->context->warn(c->context->data, err);
}

/* `warns`: rows of files that were just read may contradict each other. */
static void settle(struct corrector *c, bool warns)
{
	corrections_settle(&c->set, warns ? c->context->warn : NULL,
			   c->context->data);
	strbuf_clear(&c->digest);
	corrections_digest(&c->set, &c->digest);
	c->is_written = !warns;
}

int corrector_open(struct corrector *c, struct database *db,
		   const struct load_settings *settings,
		   const struct stage_context *context, struct err *err)
{
	int rc;

	*c = (struct corrector){ .db = db, .context = context,
				 .is_fixed = settings->corrections ||
					     settings->is_merge };
	corrections_init(&c->set);
	interned_init(&c->folders);
	list_types(c);
	rc = statement_open(&c->put_use, db, corrections_put_sql, err);
	if (rc == 0)
		rc = settings->corrections
			? load_file(c, &c->set, settings->corrections, err)
			: corrections_read(&c->set, db, err);
	for (size_t i = 0; rc == 0 && i < settings->source_count; i++)
		rc = corrections_read(&c->set, settings->sources[i], err);
	if (rc < 0)
		corrector_close(c);
	else
		settle(c, c->is_fixed);
	return rc;
}

void corrector_close(struct corrector *c)
{
	statement_close(c->put_use);
	corrections_release(&c->set);
	interned_release(&c->folders);
	strbuf_release(&c->digest);
	strbuf_release(&c->types);
	*c = (struct corrector){ .db = NULL };
}

static void take_file(struct corrector *c, const char *path)
{
	struct corrections set;
	struct err err = ERR_INIT;

	corrections_init(&set);
	if (load_file(c, &set, path, &err) < 0) {
		tell(c, &err);
		corrections_release(&set);
		return;
	}
	for (size_t i = 0; i < c->set.list.count; i++)
		if (!earlier_is_same_path(c->set.list.items[i].file,
					  str_of(path)))
			corrections_add(&set, &c->set.list.items[i]);
	corrections_release(&c->set);
	c->set = set;
	settle(c, true);
}

/* The folder that a document's file lies in, with the slash; empty: none. */
static struct str folder_of(const struct document *doc)
{
	struct str source = document_meta(doc, STR("source"));
	struct str name = str_file_name(source);

	if (source.len == 0 || str_equal(source, STR("-")))
		return STR_NONE;
	return name.len == source.len
		? STR("./") : str_slice(source, 0, source.len - name.len);
}

bool corrector_may_find(const struct corrector *c, const struct document *doc)
{
	struct str folder = folder_of(doc);

	return !c->is_fixed && folder.len > 0 &&
	       interned_find(&c->folders, folder) == 0;
}

/* Links are not followed. */
static bool has_file(struct strbuf *path, struct str folder, const char *name)
{
	struct stat info;

	strbuf_clear(path);
	if (!str_equal(folder, STR("./")))
		strbuf_add(path, folder);
	strbuf_add_z(path, name);
	return lstat(path->data, &info) == 0 && S_ISREG(info.st_mode);
}

/* "a/b/" to "a/", "a/" to "./"; false where none is above. */
static bool go_up(struct str *folder)
{
	size_t end = folder->len - 1;

	if (end == 0 || str_equal(*folder, STR("./")) ||
	    str_equal(*folder, STR("../")))
		return false;
	while (end > 0 && folder->data[end - 1] != '/')
		end--;
	*folder = end > 0 ? str_slice(*folder, 0, end) : STR("./");
	return true;
}

void corrector_look(struct corrector *c, const struct document *doc)
{
	struct str folder = folder_of(doc);
	struct strbuf path = STRBUF_INIT;
	bool is_beside = true;

	if (!corrector_may_find(c, doc))
		return;
	for (int i = 0; i < FOLDERS_MAX; i++, is_beside = false) {
		bool is_known = interned_find(&c->folders, folder) > 0;

		if (is_known)
			break;
		if ((is_beside || has_file(&path, folder, MANIFEST)) &&
		    has_file(&path, folder, FILE_NAME)) {
			interned_add(&c->folders, folder);
			take_file(c, path.data);
		}
		if (is_beside)
			interned_add(&c->folders, folder);
		if (!go_up(&folder))
			break;
	}
	strbuf_release(&path);
}

int corrector_write(struct corrector *c, struct err *err)
{
	int rc = c->is_written ? 0 : corrections_write(&c->set, c->db, err);

	c->is_written = c->is_written || rc == 0;
	return rc;
}

void corrector_forget(struct corrector *c)
{
	c->is_written = false;
}

int corrector_put_uses(struct corrector *c, int64_t document, struct err *err)
{
	return corrections_put_uses(&c->set, c->put_use, document, err);
}

/* What a correction that matches nothing may have meant. */
static int find_near(struct corrector *c, const char *sql, struct str asked,
		     struct strbuf *out, struct err *err)
{
	enum { CLOSE = 2 };
	unsigned best = CLOSE + 1;
	struct strbuf near = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, c->db, sql, err);

	while (rc == 0 && (rc = statement_step(st, err)) > 0) {
		struct str text = statement_text(st, 0);
		unsigned distance = distance_of(text, asked, CLOSE);

		rc = 0;
		if (distance >= best)
			continue;
		best = distance;
		strbuf_clear(&near);
		strbuf_add(&near, text);
	}
	if (best > 0 && best <= CLOSE)
		strbuf_addf(out, " (did you mean '%s'?)", near.data);
	statement_close(st);
	strbuf_release(&near);
	return rc;
}

/* A document that is not there is the likelier mistake. */
static int add_offer(struct corrector *c, const struct correction *row,
		     struct strbuf *out, struct err *err)
{
	size_t before = out->len;
	int rc = 0;

	if (row->document.len > 0)
		rc = find_near(c, "SELECT name FROM document ORDER BY name",
			       row->document, out, err);
	if (rc < 0 || out->len > before || row->action >= CORRECT_INCIDENT)
		return rc;
	return find_near(c, row->action == CORRECT_REJECT
				? "SELECT DISTINCT form FROM alias ORDER BY 1"
				: "SELECT id FROM entity ORDER BY id",
			 row->head, out, err);
}

static int tell_unused(struct corrector *c, const struct correction *row,
		       struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct err note = ERR_INIT;
	int rc;

	strbuf_addf(&text, "%.*s:%u: %s '%.*s'", STR_ARGS(row->file),
		    row->line, correction_action_name(row->action),
		    STR_ARGS(row->what));
	if (row->document.len > 0)
		strbuf_addf(&text, " in '%.*s'", STR_ARGS(row->document));
	strbuf_add_z(&text, " matches nothing");
	rc = add_offer(c, row, &text, err);
	err_set(&note, ERR_NOTE, "%s", text.data);
	tell(c, &note);
	strbuf_release(&text);
	return rc;
}

static int count_uses(struct statement *st, int64_t row, int64_t *count,
		      struct err *err)
{
	int rc;

	statement_bind_number(st, 1, row);
	rc = statement_step(st, err);
	*count = rc > 0 ? statement_number(st, 0) : 0;
	statement_reset(st);
	return rc < 0 ? rc : 0;
}

int corrector_report(struct corrector *c, struct err *err)
{
	enum { TOLD_MAX = 20 };
	int64_t applied = 0, times = 0, unused = 0, out = 0, count;
	char left_out[40] = "";
	struct statement *st;
	struct err note = ERR_INIT;
	int rc = statement_open(&st, c->db, "SELECT sum(count) FROM "
				"correction_use WHERE correction = ?1", err);

	for (size_t i = 0; rc == 0 && i < c->set.list.count; i++) {
		const struct correction *row = &c->set.list.items[i];

		out += row->is_left_out;
		if (row->is_left_out)
			continue;
		rc = count_uses(st, row->row, &count, err);
		applied += count > 0;
		times += row->same > 0 ? 0 : count;
		unused += count == 0;
		if (rc == 0 && count == 0 && unused <= TOLD_MAX)
			rc = tell_unused(c, row, err);
	}
	statement_close(st);
	if (rc < 0 || c->set.list.count == 0)
		return rc;
	if (unused > TOLD_MAX) {
		err_set(&note, ERR_NOTE, "%jd more match nothing: 'esep "
			"corrections %s --unused' lists them",
			(intmax_t)(unused - TOLD_MAX), database_path(c->db));
		tell(c, &note);
	}
	if (out > 0)
		snprintf(left_out, sizeof left_out, "; %jd left out",
			 (intmax_t)out);
	err_set(&note, ERR_NOTE, "%s: %jd of %jd corrections applied, in %jd "
		"places%s", database_path(c->db), (intmax_t)applied,
		(intmax_t)(applied + unused + out), (intmax_t)times, left_out);
	tell(c, &note);
	return 0;
}
