/* Names of bodies and organisations whose words but the first are written
 * small, as Russian and Kazakh have them: a head of heads.tsv with the words
 * that belong to it (lexicons/name_chains.tsv). «Таразский городской суд»,
 * «Союз редакторов», «Департамент полиции Карагандинской области», «Тараз
 * қалалық соты», «Журналистер одағы». */
#ifndef ESEP_CHAINS_H
#define ESEP_CHAINS_H

#include "err.h"
#include "persons.h"

struct chains;

/* errors: of lexicons_table; ERR_FORMAT (file:line) an unknown kind, a pattern
 * without letters */
int chains_open(struct chains **chains, const struct knowledge *knowledge,
		struct err *err);
void chains_close(struct chains *chains); /* NULL too */

/* The name round a head: false where it is none. After scan_sort: places are part of such names. */
bool chains_find(const struct chains *chains, const struct scan *scan,
		 const struct persons *persons, size_t head,
		 enum mention_type type, struct extent *name);

/* Whether a word may stand in a name between its head and what is in quotation
 * marks: «Арна» қоғамдық қоры, фонд развития «Арна». */
bool chains_joins(const struct chains *chains, const struct scan *scan,
		  size_t token);

/* Whether a word says that a name follows, in quotation marks, or that one went
 * before: called, под названием, атты. */
bool chains_names(const struct chains *chains, const struct scan *scan,
		  size_t token);

/* Whether the place of a head, which a word behind it leads to, belongs to the
 * name: Court in Taraz, Mission to Kenya, but "moved from Court to Taraz". */
bool chains_seats(const struct chains *chains, const struct scan *scan,
		  size_t token);

/* Whether a word leads to a place or a time: in, at. */
bool chains_leads(const struct chains *chains, const struct scan *scan,
		  size_t token);

/* Whether a word is an adjective, as far as its ending and, of a known word, its
 * lemma tell; in a language that puts adjectives before a head. */
bool chains_is_adjective(const struct chains *chains, const struct scan *scan,
			 size_t token);
bool chains_has_adjectives(const struct chains *chains, lang_id lang);

/* Whether a word is made of one for a company: Нурбанк. */
bool chains_is_firm(const struct chains *chains, const struct scan *scan,
		    size_t token);

/* Whether a language's own names are in Latin letters, so that a name in these
 * stands out by nothing. */
bool chains_writes_latin(const struct chains *chains, lang_id lang);

/* Whether a word's ending tells that no name goes on behind it, in a language
 * that puts the head behind. */
bool chains_breaks(const struct chains *chains, const struct scan *scan,
		   size_t token);

/* Whether a word's ending tells whose a place is, whose name begins behind it:
 * Алматының Медеу ауданы. */
bool chains_is_whose(const struct chains *chains, const struct scan *scan,
		     size_t token);

/* Whether a word tells which of many something is: районный, northern. */
bool chains_is_kind(const struct chains *chains, const struct scan *scan,
		    size_t token);

/* Whether a head makes no name of a common word. */
bool chains_is_weak(const struct chains *chains, const struct scan *scan,
		    size_t token);

/* Whether a language puts the head behind the words that belong to it. */
bool chains_end_in_head(const struct chains *chains, lang_id lang);

#endif
