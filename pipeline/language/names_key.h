/* The cross-script key of names: one spelling for Гүлнар Бажкенова, Гульнар
 * Бажкеновой, Gulnar Bazhkenova and Gülnar Bajkenova, word by word.
 *
 *  1. Lower case; stress marks, soft hyphens and hyphens go, and with them the
 *     ʹ and ʺ of ISO 9. Apostrophes stay for step 3 (2017: s' is ш).
 *  2. Endings come off (lexicons/key_endings.tsv), from each slot in turn the
 *     longest that fits: Kazakh cases, the Kazakh plural, Russian cases and
 *     what German and French write for -ов. An ending fits where enough
 *     letters are left, the letter before it is one that assimilation allows
 *     (-ды behind voiced, -ты behind voiceless sounds, -нан behind nasals) and
 *     the last vowel agrees with it (-дан back, -ден front; either behind и,
 *     у, ю and behind -в, where usage varies). Rows that
 *     put back what they take keep other rows from names that only look like
 *     case forms (Дастан, Айзада, Құдайберді) and from Russian forms that
 *     look Kazakh (Мурада, Мадины); the latter hold for words without letters
 *     that Russian lacks (column `letters` of languages.tsv). The feminine -а
 *     needs no row, nor does any case of a vowel: see step 4.
 *  3. Groups of letters become a coarse Latin alphabet
 *     (lexicons/key_letters.tsv), the longest group first, some only behind
 *     or before certain letters. Vowels are a e i o u; ә is a, ө o, ұ ү у u,
 *     ё э e, and ы і й и y are all i, as romanisations mix them. ж дж zh dzh
 *     j ž are j; х һ kh h are h (but k before т: Бахтияр, Бақтияр); қ q k;
 *     ғ gh g; ң ng n; ц ts c; ч ch tch tsch č C; ш щ sh sch shch ş š S. Latin
 *     j is й behind a vowel where none follows, but ж before most k (ISO 9
 *     Ajdar, but Bajkenov); x is х at the beginning, before consonants and
 *     behind u (Uzbek), else ks. ю and я keep their y at the beginning alone.
 *     In -шов, -чов, -жов the vowel is e (Чернышёв, Chernyshov).
 *     Latin ck is k (Patrick), but ts and k before i and j (Sawicki).
 *     Names that Russian spells in its own way have rows of their own (Булат
 *     for Болат, Чингис for Шыңғыс, Джек for Jack).
 *  4. An i beside u or before another vowel goes (Токаев, Tokayev; Дүйсен,
 *     Дюсен), doubled letters become one (Assanbayeva), and vowels at the end
 *     go (Гульнар, Гульнара; Толстой, Толстая), as long as two letters stay.
 *  5. What Kazakh leaves to the ear: o before a syllable with e or i is u
 *     (Өтебаев, Otebayev, Утебаев); u behind one consonant and u is i (Жүсіп,
 *     Жусуп); i goes in an open syllable before l and r or behind two
 *     consonants, inside a word (Әбдірахман, Абдрахман; Мүсіреп, Мусреп).
 * What stays apart: a and e (Рустам, Рустем), o and u elsewhere (Омар, Умар), C
 * and S. Soft and hard consonants, ә and а, ж and дж do not: romanisations mix
 * them, so Алжанов and Альжанов, Жумабаев and Джумабаев have one key.
 *
 * source: BGN/PCGN 1947 (Russian), BGN/PCGN 1979 (Kazakh), ISO 9:1995, GOST
 *         7.79-2000 B, ALA-LC, ICAO 9303 (Russian passports since 2013), the
 *         passport rules of Kazakhstan, the Kazakh Latin alphabets of 2017
 *         (decree 569), 2018 (decree 637) and 2021, Uzbek Latin of 1995.
 *         Russian declension of surnames: Зализняк, Грамматический словарь.
 *         Kazakh cases, harmony and assimilation: see lexicons/kk/WHY.md. */
#ifndef ESEP_NAMES_KEY_H
#define ESEP_NAMES_KEY_H

#include "err.h"
#include "lexicons.h"

struct names_key;

/* Read the two tables, which the key borrows. names_key_close takes NULL too.
 * errors  those of lexicons_table; ERR_FORMAT for an unknown spelling, a wrong
 *         number of letters to keep or too many slots. On an error *key stays
 *         as it was. */
int names_key_open(struct names_key **key, struct lexicons *lexicons,
		   struct err *err);
void names_key_close(struct names_key *key);

/* The key of a word into `out` (replaced): ASCII letters, and letters that no
 * row knows as they are; empty for a word without letters.
 * word  UTF-8 in NFC, any length; only the first 64 letters count
 * cost  linear in word.len to find the letters, else bounded; nothing is
 *       allocated once `out` has grown */
void names_key_make(struct names_key *key, struct str word,
		    struct strbuf *out);

/* A name without the Kazakh case ending that the first slot of key_endings.tsv
 * takes off, in lower case, into `out` (replaced): қасен of Қасенге. The word
 * itself in lower case where there is none; hyphens and marks go.
 * cost  as names_key_make */
void names_key_base(struct names_key *key, struct str word,
		    struct strbuf *out);

#endif
