#include "correction_internal.h"

/* A record, its row of records.h, and where it stands. */
struct subject {
	const struct record *record;
	enum correction_action action;
	void *item;
	size_t sentence, token;  /* by which the nearest mention is found */
	struct correction_place place;
	struct strbuf ids;       /* a list that is made anew */
	struct strbuf corrected; /* keys of fields that were changed */
};

static void note(struct subject *subject, const char *key)
{
	struct str rest = strbuf_view(&subject->corrected), word;

	while (rest.len > 0 && str_split(&rest, ' ', &word))
		if (str_equal(word, str_of(key)))
			return;
	strbuf_addf(&subject->corrected, "%s%s",
		    subject->corrected.len > 0 ? " " : "", key);
}

/* The words that tell it, or its sentence. */
static void find_place(const struct document *doc, struct subject *subject)
{
	const struct sentence *s;

	subject->sentence = record_home(subject->item);
	s = &doc->sentences.items[subject->sentence];
	subject->token = s->first_token;
	subject->place = (struct correction_place){
		.sentence = subject->sentence, .start = s->start,
		.end = s->end
	};
	for (size_t i = 0; i < subject->record->field_count; i++) {
		const struct field *field = &subject->record->fields[i];
		const struct extent *extent;

		if (field->kind != FIELD_PLACED)
			continue;
		extent = field_value(field, subject->item);
		if (extent->first == extent->end)
			continue;
		subject->token = extent->first;
		subject->place = (struct correction_place){
			.sentence = extent->sentence,
			.start = doc->tokens.items[extent->first].start,
			.end = doc->tokens.items[extent->end - 1].end
		};
	}
}

static size_t distance_to(size_t token, struct extent where)
{
	if (token < where.first)
		return where.first - token;
	return token >= where.end ? token - where.end + 1 : 0;
}

/* The mention that an id in a record rests on: the nearest one in the sentence,
 * else the last before it, else the first behind it; or NULL. */
static const struct correction_fate *find_support(
	const struct correction_run *run, const struct subject *subject,
	struct str id, struct str *now)
{
	uint32_t number = interned_find(&run->ids, id);
	size_t at = number > 0 ? run->first.items[number] : 0, best = 0;
	size_t least = SIZE_MAX;

	for (; at > 0; at = run->fates[at - 1].next) {
		struct extent where = run->doc->mentions.items[at - 1].where;
		size_t distance = distance_to(subject->token, where);

		if (where.sentence < subject->sentence)
			best = at;
		if (where.sentence == subject->sentence && distance < least) {
			least = distance;
			best = at;
		}
		if (where.sentence > subject->sentence) {
			best = best > 0 ? best : at;
			break;
		}
	}
	if (best == 0)
		return NULL;
	*now = run->doc->mentions.items[best - 1].id;
	return &run->fates[best - 1];
}

/* What becomes of an id; empty: it leaves. Returns whether that is a change. */
static bool correct_id(struct correction_run *run, struct subject *subject,
		       struct str *id)
{
	struct str now = *id;
	const struct correction_fate *fate = find_support(run, subject, *id,
							  &now);
	bool is_changed;

	if (!fate) {
		is_changed = corrections_follow(run, id, &subject->place);
	} else {
		is_changed = fate->by != NULL;
		*id = fate->is_rejected ? STR_NONE : now;
		if (is_changed) {
			fate->by->count++;
			run->changes++;
		}
	}
	if (id->len > 0)
		corrections_count_names(run, *id);
	return is_changed;
}

static bool has_id(struct str ids, struct str asked)
{
	struct str id;

	while (ids.len > 0 && str_split(&ids, ';', &id))
		if (str_equal(id, asked))
			return true;
	return false;
}

static void correct_ids(struct correction_run *run, struct subject *subject,
			const struct field *field)
{
	struct str *member = field_member(field, subject->item);
	struct str rest = *member, id;
	bool is_changed = false;

	if (rest.len == 0)
		return;
	strbuf_clear(&subject->ids);
	while (str_split(&rest, ';', &id)) {
		is_changed |= correct_id(run, subject, &id);
		if (id.len > 0 && !has_id(strbuf_view(&subject->ids), id))
			strbuf_addf(&subject->ids, "%s%.*s",
				    subject->ids.len > 0 ? ";" : "",
				    STR_ARGS(id));
	}
	if (!is_changed)
		return;
	*member = str_copy(&run->doc->arena, strbuf_view(&subject->ids));
	note(subject, field->key);
}

static bool has_value(const struct correction_run *run,
		      const struct subject *subject,
		      const struct correction_field *condition)
{
	const struct field *field = condition->field;
	const void *value = field_value(field, subject->item);
	struct str into = corrections_merged(run->set, condition->value);

	switch (field->kind) {
	case FIELD_WORDS:
	case FIELD_PLACED:
		return str_equal(extent_text(run->doc,
					     *(const struct extent *)value),
				 condition->value);
	case FIELD_ENTITIES:
		return has_id(*(const struct str *)value, into) ||
		       str_equal(*(const struct str *)value, condition->value);
	case FIELD_ENTITY:
		return str_equal(*(const struct str *)value, into);
	default:
		return str_equal(*(const struct str *)value, condition->value);
	}
}

static bool fits(struct correction_run *run,
		 const struct subject *subject, const struct correction *row)
{
	for (size_t i = 0; i < row->condition_count; i++)
		if (!has_value(run, subject, &row->conditions[i]))
			return false;
	return correction_fits(run, row, &subject->place);
}

enum { FITTING_MAX = 32 };

static struct str head_of(const struct subject *subject)
{
	return *(const struct str *)field_value(&subject->record->fields[1],
						subject->item);
}

/* The corrections of a record of that type: the closest last, so that it has
 * the last word. */
static size_t find_fitting(struct correction_run *run,
			   const struct subject *subject, struct str head,
			   struct correction **fitting)
{
	size_t count = 0;

	for (struct correction *row = corrections_first_here(
			run, subject->action, head);
	     row && count < FITTING_MAX;
	     row = corrections_next_here(run, row)) {
		size_t at = count;

		if (!fits(run, subject, row))
			continue;
		for (; at > 0 && correction_weight(fitting[at - 1]) >
					 correction_weight(row); at--)
			fitting[at] = fitting[at - 1];
		fitting[at] = row;
		count++;
	}
	return count;
}

/* What people set comes from them: date_from of a date. */
static void note_source(struct subject *subject, const char *key)
{
	const struct field *field;
	struct strbuf from = STRBUF_INIT;

	strbuf_addf(&from, "%s_from", key);
	field = record_field(subject->record, strbuf_view(&from));
	if (field)
		*(struct str *)field_member(field, subject->item) =
			STR("corrected");
	strbuf_release(&from);
}

/* Returns whether it is dropped. */
static bool correct_as(struct correction_run *run, struct subject *subject,
		       struct str head)
{
	struct correction *fitting[FITTING_MAX];
	size_t count = find_fitting(run, subject, head, fitting);
	bool is_dropped = false;

	for (size_t i = 0; i < count; i++) {
		struct correction_field *set = &fitting[i]->set;
		struct str *member;

		fitting[i]->count++;
		run->changes++;
		is_dropped |= set->field == NULL;
		if (!set->field)
			continue;
		member = field_member(set->field, subject->item);
		*member = str_copy(&run->doc->arena, set->value);
		note(subject, set->field->key);
		note_source(subject, set->field->key);
	}
	return is_dropped;
}

/* By the type that it was found to be of, and by another one that it gets. */
static bool correct_record(struct correction_run *run, struct subject *subject)
{
	struct str found = head_of(subject);
	bool is_dropped = correct_as(run, subject, found);

	if (!is_dropped && !str_equal(head_of(subject), found))
		is_dropped = correct_as(run, subject, head_of(subject));
	return is_dropped;
}

static bool correct_one(struct correction_run *run, struct subject *subject)
{
	const struct record *record = subject->record;
	const struct field *corrected = record_field(record, STR("corrected"));
	bool is_dropped;

	strbuf_clear(&subject->corrected);
	find_place(run->doc, subject);
	for (size_t i = 0; i < record->field_count; i++)
		if (record->fields[i].kind == FIELD_ENTITY ||
		    record->fields[i].kind == FIELD_ENTITIES)
			correct_ids(run, subject, &record->fields[i]);
	is_dropped = correct_record(run, subject);
	if (subject->corrected.len > 0)
		*(struct str *)field_member(corrected, subject->item) =
			str_copy(&run->doc->arena,
				 strbuf_view(&subject->corrected));
	return is_dropped;
}

static void correct_all(struct correction_run *run,
			enum correction_action action)
{
	struct subject subject = {
		.record = record_find(str_of(correction_action_name(action))),
		.action = action
	};
	size_t count = record_count(subject.record, run->doc), kept = 0;
	char *items = count > 0 ? (char *)(uintptr_t)record_item(
					subject.record, run->doc, 0) : NULL;

	for (size_t i = 0; i < count; i++) {
		subject.item = items + i * subject.record->size;
		if (correct_one(run, &subject))
			continue;
		memmove(items + kept++ * subject.record->size, subject.item,
			subject.record->size);
	}
	for (size_t i = kept; i < count; i++)
		record_take_back(subject.record, run->doc);
	strbuf_release(&subject.ids);
	strbuf_release(&subject.corrected);
}

void corrections_on_records(struct correction_run *run)
{
	correct_all(run, CORRECT_INCIDENT);
	correct_all(run, CORRECT_QUOTATION);
}
