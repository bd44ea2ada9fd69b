#include "catalogue.h"

const struct catalogue_table catalogue[] = {
	{ "languages.tsv", "code name script also letters stemmer", 0 },
	{ "mention_types.tsv",
	  "type names quoted small common shape party", 0 },
	{ "rules.tsv", "rule type found right what", 0 },
	{ "outlets.tsv", "id kind country ownership domain", TABLE_OPTIONAL },
	{ "laws.tsv", "id kind country parent number year topic",
	  TABLE_OPTIONAL },
	{ "bodies.tsv", "id country usual", TABLE_OPTIONAL },
	{ "orgs.tsv", "id country kind", TABLE_OPTIONAL },
	{ "platforms.tsv", "id domain", TABLE_OPTIONAL },
	{ "places.tsv", "id kind country", 0 },
	{ "events.tsv", "id date", TABLE_OPTIONAL },
	{ "names/*.tsv", "id lang name cue", TABLE_OPTIONAL },
	{ "given_names.tsv", "id lang name gender cue", 0 },
	{ "surnames.tsv", "id lang name gender", 0 },
	{ "roles.tsv", "class lang role", 0 },
	{ "deeds.tsv", "class lang phrase", 0 },
	{ "role_endings.tsv", "kind lang lemma ending", TABLE_OPTIONAL },
	{ "acts.tsv",
	  "type category target beside becomes outcome undoes within "
	  "topical lasts", 0 },
	{ "type_map.tsv", "type scheme name", TABLE_OPTIONAL },
	{ "case_steps.tsv", "type outcome step state", 0 },
	{ "triggers.tsv", "type lang voice needs pattern", 0 },
	{ "verb_forms.tsv", "lang part form tense voice", 0 },
	{ "speech.tsv", "lang pattern side kind", 0 },
	{ "groups.tsv", "id class form lang pattern", 0 },
	{ "speakers.tsv", "one several class lang pattern", 0 },
	{ "pronouns.tsv", "lang number cases pattern", 0 },
	{ "case_endings.tsv", "lang base ending number cases",
	  TABLE_OPTIONAL },
	{ "clauses.tsv", "cue lang pattern", 0 },
	{ "durations.tsv", "duration lang words", 0 },
	{ "heads.tsv", "type lang head side", 0 },
	{ "articles.tsv", "lang word side unit", TABLE_OPTIONAL },
	{ "law_shorts.tsv", "id lang short", TABLE_OPTIONAL },
	{ "law_words.tsv", "lang word role forms id", 0 },
	{ "name_links.tsv", "lang form kind", 0 },
	{ "name_chains.tsv", "lang kind pattern", 0 },
	{ "name_patterns.tsv", "type lang pattern id", 0 },
	{ "name_cases.tsv", "lang ending base", 0 },
	{ "nationalities.tsv", "id lang word", 0 },
	{ "no_titles.tsv", "lang pattern", 0 },
	{ "name_endings.tsv", "kind ending gender base", 0 },
	{ "person_cases.tsv", "lang ending after base gender cases", 0 },
	{ "place_signs.tsv", "lang kind form base", 0 },
	{ "titles.tsv", "gender lang word", 0 },
	{ "named_after.tsv", "type lang side word", 0 },
	{ "romanisation.tsv", "letter latin after_vowel", 0 },
	{ "currencies.tsv", "code lang form", 0 },
	{ "percent.tsv", "lang form", 0 },
	{ "numbers.tsv", "lang form value", 0 },
	{ "number_parts.tsv", "lang kind form", 0 },
	{ "domains.tsv", "domain kind", TABLE_OPTIONAL },
	{ "lookalikes.tsv", "latin cyrillic lang", 0 },
	{ "key_letters.tsv", "letters after before key", 0 },
	{ "key_endings.tsv",
	  "slot ending after vowels spelling base keep example name", 0 },
	{ "html_furniture.tsv", "part word", 0 },
	{ "encodings.tsv", "encoding also", 0 },
	{ "covers.tsv", "lang where value pattern", 0 },
	{ "captions.tsv", "lang pattern", 0 },
	{ "report_words.tsv", "kind value lang pattern", 0 },
	{ "series/*.tsv", "kind value lang pattern", TABLE_OPTIONAL },
	{ "other_letters.tsv", "script languages weight grams",
	  TABLE_OPTIONAL },
	{ "CODE/stopwords.tsv", "word", TABLE_OPTIONAL },
	{ "CODE/abbreviations.tsv", "form expansion kind", TABLE_OPTIONAL },
	{ "CODE/tokens.tsv", "rule form words", TABLE_OPTIONAL },
	{ "CODE/letters.tsv", "weight grams", TABLE_OPTIONAL },
	{ "CODE/hyphens.tsv", "kind form example written", TABLE_OPTIONAL },
	{ "CODE/dates.tsv", "kind hint forms form", TABLE_OPTIONAL },
	{ "CODE/words.tsv", "stem", TABLE_OPTIONAL },
	{ "CODE/lexemes.tsv", "base paradigm weight",
	  TABLE_OPTIONAL | TABLE_MAPPED },
	{ "CODE/paradigms.tsv", "paradigm lemma endings",
	  TABLE_OPTIONAL | TABLE_MAPPED },
	{ "CODE/readings.tsv", "form lemma certain",
	  TABLE_OPTIONAL | TABLE_MAPPED },
	{ "CODE/inflections.tsv",
	  "step ending keep needs leaves then last example stem",
	  TABLE_OPTIONAL },
	{ "CODE/spellings.tsv", "spelling shared", TABLE_OPTIONAL },
	{ "CODE/slots.tsv", "slot behind ends guess kept lemma cost", 0 },
	{ "CODE/suffixes.tsv", "slot suffix after keep restores example stem",
	  0 },
	{ "CODE/sounds.tsv", "class letters to", 0 },
	{ "CODE/irregular.tsv", "form stem class reason", 0 },
	{ "CODE/roots.tsv", "root class weight", TABLE_OPTIONAL },
	{ "CODE/latin.tsv", "alphabet latin cyrillic after_vowel",
	  TABLE_OPTIONAL },
	{ "*.tsv", "id", TABLE_OPTIONAL | TABLE_FREE },
};

const size_t catalogue_count = COUNT_OF(catalogue);

/* CODE is what comes before the first slash, * what comes before ".tsv". */
static bool fits(struct str pattern, struct str name)
{
	size_t slash = str_find(name, STR("/"), 0);

	if (str_has_prefix(pattern, STR("CODE/")))
		return slash < name.len &&
		       str_equal(str_slice(pattern, 5, pattern.len),
				 str_slice(name, slash + 1, name.len));
	if (str_has_suffix(pattern, STR("/*.tsv")))
		return slash < name.len && str_has_suffix(name, STR(".tsv")) &&
		       str_equal(str_slice(pattern, 0, pattern.len - 5),
				 str_slice(name, 0, slash + 1));
	if (str_equal(pattern, STR("*.tsv")))
		return slash == name.len && str_has_suffix(name, STR(".tsv"));
	return str_equal(pattern, name);
}

const struct catalogue_table *catalogue_find(struct str name)
{
	for (size_t i = 0; i < catalogue_count; i++)
		if (fits(str_of(catalogue[i].name), name))
			return &catalogue[i];
	return NULL;
}
