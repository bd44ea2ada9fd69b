#include "tongues.h"

void tongues_init(struct tongues *tongues, const char *lexicons)
{
	*tongues = (struct tongues){ .lexicons = lexicons };
	words_init(&tongues->words);
}

void tongues_release(struct tongues *tongues)
{
	languages_close(tongues->languages);
	words_release(&tongues->words);
}

int tongues_open(struct tongues *tongues, struct err *err)
{
	if (tongues->languages)
		return 0;
	return languages_open(&tongues->languages, &tongues->words,
			      tongues->lexicons, err);
}

struct str tongues_guess(struct tongues *tongues, const struct document *doc,
			 struct str text)
{
	lang_id hint = languages_find(tongues->languages,
				      document_meta(doc, STR("lang")));

	return words_lang_code(&tongues->words,
			       languages_guess(tongues->languages, text, hint));
}

void tongues_add_stem(struct tongues *tongues, struct strbuf *out,
		      lang_id lang, struct str word)
{
	struct strbuf stem = STRBUF_INIT;

	languages_cut(tongues->languages, lang, word, &stem);
	strbuf_add(out, strbuf_view(&stem));
	strbuf_release(&stem);
}
