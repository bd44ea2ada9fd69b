#include "session.h"

#include "values.h"

#include <stdlib.h>

struct kept {
	const void *key;
	void *data;
	void (*release)(void *kept);
};

struct session {
	struct database *db;
	const char *lexicons;
	struct words words;
	struct knowledge knowledge;
	bool has_knowledge;
	int64_t version;            /* of what others wrote */
	LIST(struct kept) kept;
};

int session_open(struct session **session, const char *path,
		 const char *lexicons, struct err *err)
{
	struct session *new = memory_get_zeroed(sizeof *new);
	int rc = database_open(&new->db, path, DATABASE_READ, err);

	new->lexicons = lexicons;
	words_init(&new->words);
	if (rc == 0)
		rc = database_check_versions(new->db, err);
	if (rc == 0)
		rc = database_ask(new->db, "PRAGMA data_version",
				  &new->version, err);
	*session = rc == 0 ? new : NULL;
	if (rc < 0)
		session_close(new);
	return rc;
}

static void forget(struct session *session)
{
	for (size_t i = 0; i < session->kept.count; i++) {
		session->kept.items[i].release(session->kept.items[i].data);
		free(session->kept.items[i].data);
	}
	LIST_CLEAR(&session->kept);
}

void session_close(struct session *session)
{
	if (!session)
		return;
	forget(session);
	LIST_RELEASE(&session->kept);
	if (session->has_knowledge)
		knowledge_close(&session->knowledge);
	words_release(&session->words);
	database_close(session->db);
	free(session);
}

/* Others may have written since the last question, which is one look at the
 * database; and may have loaded what another version of
 * this program made. */
static int look_again(struct session *session, struct err *err)
{
	int64_t version = 0;
	int rc = database_ask(session->db, "PRAGMA data_version", &version,
			      err);

	if (rc < 0 || version == session->version)
		return rc;
	forget(session);
	session->version = version;
	return database_check_versions(session->db, err);
}

/* What an error quotes of a database is masked as its rows are. A text that may
 * have been cut (a ? stands for up to three bytes) loses its last word, which
 * may be half a name. */
static void mask_error(struct mask *mask, struct err *err)
{
	struct str text = str_of(err->text);
	struct strbuf out = STRBUF_INIT;

	if (text.len >= ERR_TEXT_SIZE / 3)
		while (text.len > 0 && text.data[text.len - 1] != ' ')
			text.len--;
	mask_add(mask, &out, text, NULL, 0);
	err_set(err, err->code, "%.*s", STR_ARGS(strbuf_view(&out)));
	strbuf_release(&out);
}

int session_run(struct session *session, const struct query *query,
		const struct program *program, void *settings,
		struct query_context *context, struct err *err)
{
	int rc;

	context->session = session;
	context->db = session->db;
	context->filters = &query_common(program, settings)->filters;
	words_trim(&session->words);
	rc = values_check_all(context, program, settings, err);
	if (rc == 0)
		rc = query->run(settings, context, err);
	if (rc < 0 && context->mask)
		mask_error(context->mask, err);
	return rc;
}

struct kept_mask {
	struct mask *mask;
	struct output_mask hook;
};

static void release_mask(void *kept)
{
	mask_free(((struct kept_mask *)kept)->mask);
}

static int make_mask(struct session *session, struct kept_mask *kept,
		     struct err *err)
{
	struct knowledge *knowledge;
	int rc = session_knowledge(session, LANGUAGES_STOPWORDS |
				   LANGUAGES_STEM | LANGUAGES_KEY, &knowledge,
				   err);

	if (rc < 0)
		return rc;
	kept->mask = mask_new(knowledge->languages, knowledge->words);
	kept->hook = (struct output_mask){ mask_add, kept->mask };
	return mask_read(kept->mask, session->db, err);
}

int session_mask(struct session *session, const char *what,
		 struct query_context *context, struct output_look *look,
		 struct err *err)
{
	static const char key[] = "mask";
	struct kept_mask *kept;
	int rc = 0;

	if (!what)
		return 0;
	kept = session_keep(session, key, sizeof *kept, release_mask);
	if (!kept->mask)
		rc = make_mask(session, kept, err);
	if (rc < 0) {
		mask_free(kept->mask);
		kept->mask = NULL;
		return rc;
	}
	context->mask = kept->mask;
	look->mask = &kept->hook;
	strbuf_addf(&context->notes, "%zu persons are masked; names that esep "
		    "did not find as those of persons are not\n",
		    mask_persons(kept->mask));
	return 0;
}

/* A question, its settings parsed. */
static int ask(struct session *session, const struct query *query,
	       const struct program *program, void *settings,
	       struct query_context *context, struct output_look *look,
	       struct err *err)
{
	int rc = database_run(session->db, "BEGIN", err), closed;

	if (rc == 0)
		rc = look_again(session, err);
	if (rc == 0)
		rc = session_mask(session,
				  query_common(program, settings)->mask,
				  context, look, err);
	context->out = output_new(context->text, look);
	if (rc == 0)
		rc = session_run(session, query, program, settings, context,
				 err);
	database_rollback(session->db);
	closed = output_close(context->out, rc == 0 ? err : NULL);
	return rc < 0 ? rc : closed;
}

int session_ask(struct session *session, const struct query *query, int argc,
		char **argv, enum output_format format, FILE *out,
		struct err *err)
{
	struct query_context context = { .text = out };
	struct output_look look = { .format = format,
				    .title = query->program.name };
	struct program program;
	void *settings;
	int rc;

	query_program(query, &program);
	settings = memory_get_zeroed(program.settings_size);
	rc = program_parse(&program, argc, argv, settings, &context.arguments,
			   err);
	query_look(query_common(&program, settings), &look);
	if (rc == 0)
		rc = ask(session, query, &program, settings, &context, &look,
			 err);
	strbuf_release(&context.notes);
	arena_release(&context.arena);
	LIST_RELEASE(&context.arguments);
	program_free_settings(&program, settings);
	program_release(&program);
	free(settings);
	return rc < 0 ? rc : 0;
}

int session_knowledge(struct session *session, unsigned parts,
		      struct knowledge **knowledge, struct err *err)
{
	int rc = 0;

	if (!session->has_knowledge)
		rc = knowledge_open(&session->knowledge, &session->words,
				    session->lexicons, err);
	session->has_knowledge = session->has_knowledge || rc == 0;
	*knowledge = &session->knowledge;
	return rc < 0 ? rc
		: languages_need(session->knowledge.languages, parts, err);
}

void *session_keep(struct session *session, const void *key, size_t size,
		   void (*release)(void *kept))
{
	struct kept kept = { key, NULL, release };

	for (size_t i = 0; i < session->kept.count; i++)
		if (session->kept.items[i].key == key)
			return session->kept.items[i].data;
	kept.data = memory_get_zeroed(size);
	*LIST_ADD(&session->kept) = kept;
	return kept.data;
}
