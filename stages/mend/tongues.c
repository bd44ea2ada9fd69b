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

void tongues_add_root(struct tongues *tongues, struct strbuf *out,
		      lang_id lang, struct str word)
{
	word_id id = words_add(&tongues->words, word);

	strbuf_add(out, words_text(&tongues->words,
				   languages_root(tongues->languages, lang,
						  id)));
}
