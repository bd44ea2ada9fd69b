/* What stands in quotation marks and is speech. */
#ifndef ESEP_QUOTED_H
#define ESEP_QUOTED_H

#include "scene.h"

/* A comma, a dash, a quotation mark … */
bool quoted_is_mark(const struct scene *scene, size_t token);

/* Words without the marks around them. */
struct extent quoted_trim(const struct scene *scene, size_t first, size_t end);

/* The same of direct speech, which keeps its own ". ? !" at the end. */
struct extent quoted_speech(const struct scene *scene, size_t first,
			    size_t end);

/* How many tokens of [first, end) are no marks. */
size_t quoted_words(const struct scene *scene, size_t first, size_t end);

/* Whether the first word from `first` on begins with a capital letter. */
bool quoted_has_capital(const struct scene *scene, size_t first);

/* The last stretch that ends before `end` with nothing but marks, offices and
 * names between, and that a mark ends (`marked`) as speech before its verb
 * does; or NULL. */
const struct stretch *quoted_before(const struct scene *scene, size_t end,
				    bool marked);

/* Whether a comma or a dash ends a stretch, so that a sentence goes on. */
bool quoted_goes_on(const struct scene *scene, const struct stretch *stretch);

/* Whether it is a name or a title: mentions alone, or a few words that begin
 * with a capital letter and end neither with "?" nor "!". */
bool quoted_is_title(const struct scene *scene, const struct stretch *stretch);

/* Speech whose marks open at `token`, or behind a comma there; or NULL. */
const struct stretch *quoted_at(const struct scene *scene, size_t token);

/* The first stretch in [first, end) that is speech: no name, no title, and not
 * one or two words that are only distanced from; or NULL. */
const struct stretch *quoted_in(const struct scene *scene, size_t first,
				size_t end);

#endif
