#include "persons_internal.h"
#include "role_endings.h"
#include "role_kinds.h"

enum {
	ROLE_NAMES = 8,       /* words of names between a role and its person */
	STOPWORDS_NEAR = 3,   /* between a name and the role behind it */
	WORDS_NEAR = 4        /* the same with what tells more of the role */
};

bool surroundings_behind_role(const struct persons *p,
			      const struct scan *scan, size_t token)
{
	size_t start = scan_sentence_start(scan, token), t = token;

	while (t > start && t + ROLE_NAMES > token &&
	       (p->covered.items[t - 1] || scan_has_partner(scan, t - 1) ||
		scan->marks.items[t - 1].flags & MARK_CUE))
		/* what is quoted may be a name that nobody knows */
		t = scan->marks.items[t - 1].partner < t - 1 &&
				    scan_has_partner(scan, t - 1) ?
			    scan->marks.items[t - 1].partner : t - 1;
	for (; t <= token; t++)
		if (t > start && p->marks.items[t - 1].ends)
			return true;
	return false;
}

bool surroundings_before_role(const struct persons *p,
			      const struct scan *scan, size_t end,
			      bool described)
{
	size_t limit = scan_sentence_end(scan, end - 1), t = end + 1;
	size_t most = described ? WORDS_NEAR : STOPWORDS_NEAR;

	if (end >= limit || !scan_is_form(scan, end, ","))
		return false;
	for (; t < limit && t <= end + most; t++) {
		const struct role_mark *mark = &p->marks.items[t];
		size_t behind = t + mark->start_len;

		if (mark->starts)
			return !described || behind == limit ||
			       !scan_is_name_word(scan, behind);
		if (described ? scan_kind(scan, t) != KIND_WORD ||
					(scan_is_name_word(scan, t) &&
					 !(scan->marks.items[t].flags &
					   MARK_COUNTRY))
			      : !scan_is_stopword(scan, t))
			return false;
	}
	return false;
}

bool surroundings_behind_person(const struct persons *p,
				const struct scan *scan, size_t token)
{
	size_t start = scan_sentence_start(scan, token), t = token;

	while (t > start && t + 3 > token &&
	       (scan_is_form(scan, t - 1, ",") ||
		(scan->marks.items[t - 1].flags & MARK_LINK)))
		t--;
	return t < token && p->found.count > 1 &&
	       p->found.items[p->found.count - 1].end == t;
}

enum gender surroundings_gender(const struct persons *p,
				const struct scan *scan, size_t first,
				size_t end)
{
	uint8_t told = 0;

	if (first > scan_sentence_start(scan, first))
		told = p->titled.items[first - 1];
	/* "Омаров мырза" */
	if (!told && end < scan_sentence_end(scan, first))
		told = p->titled.items[end];
	/* "мать Вера", but "мать Исламова" is rather his */
	if (told == TITLE_KIN_M || told == TITLE_KIN_F)
		told = !persons_is_given(p, scan, first) ? TITLE_ANY :
		       told == TITLE_KIN_M ? GENDER_M : GENDER_F;
	return told == TITLE_ANY ? GENDER_UNKNOWN : (enum gender)told;
}

bool surroundings_is_base(const struct persons *p, const struct scan *scan,
			  size_t first)
{
	const struct role_mark *role =
		&p->marks.items[first > 0 ? first - 1 : 0];

	return first > scan_sentence_start(scan, first) && role->ends &&
	       role->end_exact;
}

/* Where the role ends that stands right before a token, or with names and cues
 * between ("редактора газеты «Заря» …"); the token itself if there is none. */
static size_t role_end(const struct persons *p, const struct scan *scan,
		       size_t token)
{
	size_t start = scan_sentence_start(scan, token), t = token;

	while (t > start && t + ROLE_NAMES > token &&
	       !p->marks.items[t - 1].ends &&
	       (p->covered.items[t - 1] || scan_has_partner(scan, t - 1) ||
		scan->marks.items[t - 1].flags & MARK_CUE))
		t--;
	return t > start && p->marks.items[t - 1].ends ? t : token;
}

unsigned surroundings_cases(const struct persons *p, const struct scan *scan,
			    size_t first)
{
	size_t end = role_end(p, scan, first), last = end - 1;
	struct str lower;
	unsigned cases;

	if (end == scan_sentence_start(scan, first) ||
	    !(scan_shape(scan, last) & SHAPE_CYRILLIC) ||
	    person_names_is_suffixing(p->names, scan_lang(scan, last)) ||
	    !p->marks.items[last].ends || surroundings_is_base(p, scan, end))
		return CASES_ALL;
	lower = words_text(scan->words, scan_fold(scan, last));
	cases = person_names_form_cases(p->names, lower);
	/* "главы": whose nominative has -а, unlike "журналисты" */
	return cases == CASE_G && !role_endings_has(p->marks.endings, scan,
						    last, ENDS_SEVERAL)
		       ? cases
		       : person_names_noun_cases(p->names, lower);
}

bool surroundings_is_apposition(const struct persons *p,
				const struct scan *scan, size_t first,
				size_t end)
{
	size_t start = scan_sentence_start(scan, first), t = first - 1;
	int strangers = 0;

	if (first == start || !scan_is_form(scan, t, ",") ||
	    (end < scan_sentence_end(scan, first) &&
	     (scan_kind(scan, end) != KIND_PUNCT ||
	      scan_is_form(scan, end, "("))))
		return false;
	for (; t > start && t + ROLE_NAMES > first; t--) {
		if (p->marks.items[t - 1].ends)
			return true;
		if (!p->covered.items[t - 1] &&
		    !scan_is_stopword(scan, t - 1) &&
		    !role_is_passable(&p->marks, scan, t - 1, &strangers))
			return false;
	}
	return false;
}

/* "the minister of culture X", "deputy chair of the NBC X": between a role and
 * the name stands, behind a link, what the role is of. */
bool surroundings_behind_office(const struct persons *p,
				const struct scan *scan, size_t token)
{
	const unsigned office = ROLE_OFFICIAL | ROLE_CHIEF | ROLE_OFFICE |
				ROLE_AGENT | ROLE_HEAD;
	size_t start = scan_sentence_start(scan, token), t = token;
	int strangers = 0;

	if (t == start || p->marks.items[t - 1].link ||
	    scan_is_stopword(scan, t - 1) ||
	    scan_kind(scan, t - 1) != KIND_WORD ||
	    (scan_is_name_word(scan, t - 1) && !p->covered.items[t - 1] &&
	     !(scan_shape(scan, t - 1) & SHAPE_ALL_CAPITAL)) ||
	    scan->marks.items[t - 1].flags & MARK_CUE ||
	    p->marks.items[t - 1].medium)
		return false;
	for (; t > start && t + ROLE_NAMES > token; t--) {
		const struct role_mark *mark = &p->marks.items[t - 1];

		if (mark->ends)
			return mark->ends & office && t < token &&
			       (p->marks.items[t].from ||
				p->marks.items[t].serves);
		if (!p->covered.items[t - 1] && !mark->link && !mark->points &&
		    !role_is_passable(&p->marks, scan, t - 1, &strangers))
			return false;
	}
	return false;
}

bool surroundings_tell(const struct persons *p, const struct scan *scan,
		       size_t first, size_t end)
{
	return surroundings_behind_role(p, scan, first) ||
	       surroundings_is_apposition(p, scan, first, end) ||
	       surroundings_before_role(p, scan, end, true) ||
	       role_by_deed(&p->marks, scan, first, end, false);
}

bool surroundings_lead_to_place(const struct persons *p,
				const struct scan *scan, size_t token)
{
	size_t last = token > 0 ? token - 1 : 0;
	const struct token_mark *before = &scan->marks.items[last];
	const struct role_mark *word = &p->marks.items[last];
	struct str form = words_text(scan->words, scan_fold(scan, token));
	bool animate = str_has_suffix(form, STR("а")) ||
		       str_has_suffix(form, STR("я"));

	return token > scan_sentence_start(scan, token) &&
	       (word->whence || (word->where && !animate) ||
		(before->cue_ends | before->head_starts) &
			1u << MENTION_PLACE);
}
