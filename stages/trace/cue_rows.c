#include "cue_rows.h"

#include "noun_cases.h"

#include <string.h>

static const char *const clause_names[] = {
	"general", "negation", "modal", "anyone", "condition", "almost",
	"almost_behind", "asked", "deny", "refused", "false", "doubt",
	"perfect", "deed", "passive", "present", "undone", "due", "relative",
	"break", "and", "agent", "aside", "toward", "article", "some", "those",
	"among", "that",
	"during",
	"reset", "earlier", "dated", "again", "happened", "cases",
	"recorded", "suspended", "dropped", "span", "where", "from",
	"preposition", "audience", "postposition", "asks", "link", "subject",
	"lapse", "finite", "wanted", "owner", "ground", "law", "topic", "share",
	NULL
};
static const char *const voice_names[] = {
	"active", "passive", "free", "noun", "never", "verb", "undergo",
	"lexeme", "refuse", NULL
};
static const char *const need_names[] = {
	"", "party", "date", "official", "verdict", "law", NULL
};
static const char *const side_names[] = {
	"before", "after", "either", "several", "plural", "within", "one",
	"many", "subject", NULL
};
static const char *const saying_names[] = {
	"frame", "that", "clause", "ask", "end", "told", "quote",
	"object", NULL
};
static const char *const group_names[] = {
	"people", "media", "state", "police", "court", "private", "unknown",
	"kin", NULL
};
static const char *const speaker_names[] = {
	"people", "known", "kin", "body", "work", NULL
};
static const char *const form_names[] = { "", "lexeme", NULL };
static const char *const number_names[] = {
	"one", "several", "it", "first", "second", "whose", "whose_several",
	"its", "first_alone", "second_alone", NULL
};
static const char *const victim_names[] = { "none", "people", "media",
					   "either", "spoken-of", NULL };

/* The row of a type, or row_count. */
static size_t find_act(const struct table *acts, struct str type)
{
	int column = table_column(acts, "type");
	size_t act = 0;

	while (act < acts->row_count &&
	       !str_equal(table_cell(acts, act, column), type))
		act++;
	return act;
}

/* The words of the cell `outcome`, with blanks between. */
static int read_outcomes(struct cue_row *cue, const struct table *acts,
			 size_t act, struct err *err)
{
	static const char *const names[] = { "term", "amount", "dropped",
					     "law" };
	struct str left = table_named_cell(acts, act, "outcome"), word;

	while (left.len > 0 && str_split(&left, ' ', &word)) {
		size_t i = 0;

		while (i < COUNT_OF(names) &&
		       !str_equal(word, str_of(names[i])))
			i++;
		if (i == COUNT_OF(names))
			return table_refuse(acts, act, err, "outcome '%.*s': "
					    "expected term, amount, dropped, law",
					    STR_ARGS(word));
		cue->outcomes |= 1u << i;
	}
	return 0;
}

/* The types that the cells `beside` and `becomes` name: both or neither. */
static int read_untried(struct cue_row *cue, const struct table *acts,
			size_t act, struct err *err)
{
	cue->beside = table_named_cell(acts, act, "beside");
	cue->becomes = table_named_cell(acts, act, "becomes");
	if ((cue->beside.len == 0 && cue->becomes.len == 0) ||
	    (find_act(acts, cue->beside) < acts->row_count &&
	     find_act(acts, cue->becomes) < acts->row_count))
		return 0;
	return table_refuse(acts, act, err, "beside '%.*s', becomes '%.*s':"
			    " expected two types of this table",
			    STR_ARGS(cue->beside), STR_ARGS(cue->becomes));
}

/* What it undoes, which type it is part of, whether it is one anywhere and
 * whether it may last. */
static int read_relations(struct cue_row *cue, const struct table *acts,
			  size_t act, struct err *err)
{
	static const char *const answers[] = { "", "yes", NULL };
	unsigned undoes = 0, topical = 0, lasts = 0;
	int rc = table_choice(acts, act, "undoes", answers, &undoes, err);

	if (rc == 0)
		rc = table_choice(acts, act, "topical", answers, &topical, err);
	if (rc == 0)
		rc = table_choice(acts, act, "lasts", answers, &lasts, err);
	cue->lasts = lasts > 0;
	cue->undoes = undoes > 0;
	cue->topical = topical > 0;
	cue->within = table_named_cell(acts, act, "within");
	if (rc < 0 || cue->within.len == 0 ||
	    find_act(acts, cue->within) < acts->row_count)
		return rc;
	return table_refuse(acts, act, err, "within '%.*s': expected a type of"
			    " this table", STR_ARGS(cue->within));
}

static int fill_act(struct cue_row *cue, struct lexicons *lexicons,
		    const struct table *table, size_t row, struct err *err)
{
	struct table *acts;
	unsigned victim = 0;
	size_t act;
	int rc = lexicons_table(lexicons, "acts.tsv", &acts, err);

	if (rc < 0)
		return rc;
	act = find_act(acts, cue->name);
	if (act == acts->row_count)
		return table_refuse(table, row, err,
				    "no type '%.*s' in acts.tsv",
				    STR_ARGS(cue->name));
	table_take(acts, act);
	rc = table_choice(acts, act, "target", victim_names, &victim, err);
	cue->victim = (enum victim)victim;
	if (rc == 0)
		rc = read_outcomes(cue, acts, act, err);
	if (rc == 0)
		rc = read_relations(cue, acts, act, err);
	return rc == 0 ? read_untried(cue, acts, act, err) : rc;
}

static int fill_trigger(struct cue_row *cue, struct lexicons *lexicons,
			const struct table *table, size_t row, struct err *err)
{
	unsigned voice = 0, need = 0;
	int rc;

	cue->name = table_named_cell(table, row, "type");
	rc = fill_act(cue, lexicons, table, row, err);
	if (rc == 0)
		rc = table_choice(table, row, "voice", voice_names, &voice,
				  err);
	if (rc == 0)
		rc = table_choice(table, row, "needs", need_names, &need, err);
	cue->voice = voice == VOICE_LEXEME ? VOICE_NOUN : (enum voice)voice;
	cue->need = (enum need)need;
	cue->negated = voice == VOICE_REFUSE;
	cue->verbal = voice == VOICE_VERB || voice == VOICE_UNDERGO ||
		      cue->negated;
	cue->by_stem = cue->verbal || voice == VOICE_LEXEME ||
		       voice == VOICE_NEVER;
	if (rc == 0 && cue->need == NEED_VERDICT && cue->becomes.len == 0)
		rc = table_refuse(table, row, err, "needs a verdict, but acts."
				  "tsv tells of no type that '%.*s' becomes"
				  " without one", STR_ARGS(cue->name));
	return rc;
}

static int fill_speech(struct cue_row *cue, const struct table *table,
		       size_t row, struct err *err)
{
	unsigned side, saying;
	int rc;

	if ((rc = table_choice(table, row, "side", side_names, &side, err)) <
		    0 ||
	    (rc = table_choice(table, row, "kind", saying_names, &saying,
			       err)) < 0)
		return rc;
	cue->side = (enum side)side;
	cue->saying = (enum saying)saying;
	return 0;
}

static int fill_group(struct cue_row *cue, const struct table *table,
		      size_t row, struct err *err)
{
	unsigned group = GROUP_PEOPLE, lexeme = 0;
	int rc = table_choice(table, row, "class", group_names, &group, err);

	if (rc == 0)
		rc = table_choice(table, row, "form", form_names, &lexeme, err);
	cue->kind = lexeme ? CUE_NOUN : CUE_GROUP;
	cue->by_stem = lexeme;
	cue->name = table_cell(table, row, table_column(table, "id"));
	cue->group = (enum group)group;
	return rc;
}

static int fill_speaker(struct cue_row *cue, const struct table *table,
			size_t row, struct err *err)
{
	static const enum group groups[] = {
		GROUP_PEOPLE, GROUP_PEOPLE, GROUP_KIN, GROUP_STATE,
		GROUP_STATE
	};
	unsigned class = 0;
	int rc = table_choice(table, row, "class", speaker_names, &class, err);

	cue->by_stem = true;
	cue->name = table_named_cell(table, row, "one");
	cue->several = table_named_cell(table, row, "several");
	cue->group = groups[class];
	cue->known = class == 1;
	cue->work = class == 4;
	return rc;
}

static int fill_pronoun(struct cue_row *cue, const struct table *table,
			size_t row, struct err *err)
{
	const unsigned alone = CUE_ITS - CUE_PRONOUN + 1;
	unsigned number = 0;
	int rc = table_choice(table, row, "number", number_names, &number, err);

	cue->alone = number >= alone;
	cue->kind = (enum cue_kind)(cue->alone ? CUE_FIRST + number - alone :
						 CUE_PRONOUN + number);
	return rc == 0 ? noun_cases_read(table, row, &cue->cases, err) : rc;
}

static int fill_clause(struct cue_row *cue, const struct table *table,
		       size_t row, struct err *err)
{
	unsigned kind = 0;
	int rc = table_choice(table, row, "cue", clause_names, &kind, err);

	cue->kind = (enum cue_kind)(CUE_GENERAL + kind);
	return rc;
}

/* PnY, P1Y6M: a designator P, then numbers or the `n` that stands for the one
 * before, each with its unit. */
static int fill_duration(struct cue_row *cue, const struct table *table,
			 size_t row, struct err *err)
{
	struct str value = table_named_cell(table, row, "duration");
	struct str left = value;
	bool good = str_has_prefix(left, STR("P")) && left.len > 2;

	left = str_slice(left, 1, left.len);
	while (good && left.len > 0) {
		size_t digits = 0;

		while (digits < left.len && (left.data[digits] == 'n' ||
					     (left.data[digits] >= '0' &&
					      left.data[digits] <= '9')))
			digits++;
		good = digits > 0 && digits < left.len &&
		       strchr("YMWD", left.data[digits]) != NULL;
		left = str_slice(left, digits + 1, left.len);
	}
	cue->name = value;
	return good ? 0 : table_refuse(table, row, err, "no duration '%.*s': "
				       "expected PnY, P1Y6M", STR_ARGS(value));
}

int cue_row_fill(struct cue_row *cue, struct lexicons *lexicons,
		 const struct table *table, size_t row, struct err *err)
{
	switch (cue->kind) {
	case CUE_ROLE:
		cue->by_stem = true;
		cue->name = table_named_cell(table, row, "class");
		return 0;
	case CUE_TRIGGER:
		return fill_trigger(cue, lexicons, table, row, err);
	case CUE_SPEECH:
		return fill_speech(cue, table, row, err);
	case CUE_GROUP:
		return fill_group(cue, table, row, err);
	case CUE_SPEAKER:
		return fill_speaker(cue, table, row, err);
	case CUE_DURATION:
		return fill_duration(cue, table, row, err);
	case CUE_PRONOUN:
		return fill_pronoun(cue, table, row, err);
	case CUE_GENERAL:
		return fill_clause(cue, table, row, err);
	default:
		return 0;
	}
}
