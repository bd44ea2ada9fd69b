#include "correction_set.h"

#include "distance.h"
#include "edtf.h"
#include "utf8.h"

enum { CLOSE = 2, NUMBER_MAX = 1 << 30 };

static const char *const actions[CORRECT_ACTIONS] = {
	"merge", "split", "type", "name", "reject", "incident", "quotation"
};

static const char at_keys[] = "line page section sentence lang";

const char *correction_action_name(enum correction_action action)
{
	return actions[action];
}

void corrections_suggest(struct strbuf *out, struct str word,
			 struct str choices)
{
	unsigned best = CLOSE + 1;
	struct str rest = choices, choice, near = STR_NONE;

	while (str_split(&rest, ' ', &choice)) {
		unsigned distance = distance_of(word, choice, CLOSE);

		if (choice.len > 0 && distance < best) {
			best = distance;
			near = choice;
		}
	}
	if (best <= CLOSE)
		strbuf_addf(out, " (did you mean '%.*s'?)", STR_ARGS(near));
	else
		strbuf_addf(out, " (there are: %.*s)", STR_ARGS(choices));
}

static int refuse(struct err *err, const char *what, struct str word,
		  struct str choices)
{
	struct strbuf text = STRBUF_INIT;
	int rc;

	corrections_suggest(&text, word, choices);
	rc = err_set(err, ERR_FORMAT, "there is no %s '%.*s'%s", what,
		     STR_ARGS(word), text.data);
	strbuf_release(&text);
	return rc;
}

static int check_id(const char *column, struct str id, struct err *err)
{
	bool is = id.len > 0;

	for (size_t i = 0; i < id.len; i++)
		is = is && ((id.data[i] >= 'a' && id.data[i] <= 'z') ||
			    (id.data[i] >= '0' && id.data[i] <= '9') ||
			    id.data[i] == '_');
	if (is)
		return 0;
	if (id.len == 0)
		return err_set(err, ERR_FORMAT, "%s: an id is missing", column);
	return err_set(err, ERR_FORMAT, "%s: '%.*s' is no id: they are a-z, "
		       "0-9 and _", column, STR_ARGS(id));
}

/* "64", "64-70" */
static int parse_lines(struct correction *row, struct str value,
		       struct err *err)
{
	struct str rest = value, first, last;
	bool is;

	str_split(&rest, '-', &first);
	last = rest.data ? rest : first;
	is = str_number(first, NUMBER_MAX, &row->first_line) &&
	     str_number(last, NUMBER_MAX, &row->last_line) &&
	     row->first_line > 0 && row->last_line >= row->first_line;
	return is ? 0 : err_set(err, ERR_FORMAT, "at: line= takes a line or "
				"two as in 64-70, not '%.*s'", STR_ARGS(value));
}

static int parse_where(struct correction *row, struct str key,
		       struct str value, struct err *err)
{
	if (value.len == 0)
		return err_set(err, ERR_FORMAT, "at: '%.*s' says nothing: "
			       "KEY=VALUE, as in line=64", STR_ARGS(key));
	if (str_equal(key, STR("line")))
		return parse_lines(row, value, err);
	if (str_equal(key, STR("page")))
		return str_number(value, NUMBER_MAX, &row->page) &&
			       row->page > 0 ? 0
			: err_set(err, ERR_FORMAT, "at: page= takes a number, "
				  "not '%.*s'", STR_ARGS(value));
	if (str_equal(key, STR("section")))
		row->section = value;
	else if (str_equal(key, STR("sentence")))
		row->sentence = value;
	else if (str_equal(key, STR("lang")))
		row->lang = value;
	else
		return refuse(err, "place", key, str_of(at_keys));
	return 0;
}

/* "key=value"; *value has no data where there is no = */
static void split_pair(struct str pair, struct str *key, struct str *value)
{
	*value = pair;
	str_split(value, '=', key);
	*key = str_trim(*key);
	if (value->data)
		*value = str_trim(*value);
	else
		value->len = 0;
}

static int parse_at(struct correction *row, struct err *err)
{
	struct str rest = row->at, pair, key, value;
	int rc = 0;

	if (rest.len == 0)
		return 0;
	while (rc == 0 && str_split(&rest, '|', &pair)) {
		split_pair(pair, &key, &value);
		rc = parse_where(row, key, value, err);
	}
	return rc;
}

static const struct record *record_of(enum correction_action action)
{
	return record_find(str_of(actions[action]));
}

/* The field that `what` begins with: of an incident its type. */
static const struct field *head_field(const struct record *record)
{
	return &record->fields[1];
}

static bool is_settable(const struct field *field)
{
	return !str_equal(str_of(field->key), STR("id")) &&
	       !str_equal(str_of(field->key), STR("corrected")) &&
	       field->kind != FIELD_WORDS && field->kind != FIELD_PLACED;
}

static bool is_condition(const struct field *field)
{
	return !str_equal(str_of(field->key), STR("id")) &&
	       !str_equal(str_of(field->key), STR("corrected"));
}

static const struct field *find_field(const struct record *record,
				      struct str key,
				      bool (*may)(const struct field *),
				      struct err *err)
{
	struct strbuf keys = STRBUF_INIT;
	const struct field *field = record_field(record, key);

	if (field && may(field))
		return field;
	for (size_t i = 0; i < record->field_count; i++)
		if (may(&record->fields[i]))
			strbuf_addf(&keys, "%s%s", keys.len > 0 ? " " : "",
				    record->fields[i].key);
	refuse(err, "field", key, strbuf_view(&keys));
	strbuf_release(&keys);
	return NULL;
}

static int parse_condition(struct correction *row, struct str pair,
			   struct err *err)
{
	const struct record *record = record_of(row->action);
	struct correction_field *condition;
	struct str key, value;

	split_pair(pair, &key, &value);
	if (row->condition_count == CORRECTION_CONDITIONS)
		return err_set(err, ERR_FORMAT, "what: more than %d conditions",
			       CORRECTION_CONDITIONS);
	condition = &row->conditions[row->condition_count];
	condition->value = value;
	condition->field = find_field(record, key, is_condition, err);
	if (!condition->field)
		return ERR_FORMAT;
	row->condition_count++;
	return 0;
}

static int parse_value_of(const struct field *field, struct str value,
			  struct err *err)
{
	struct edtf date;
	struct str id;
	int rc = 0;

	if (value.len == 0)
		return field->is_filled ? err_set(err, ERR_FORMAT, "value: a %s"
						  " is missing", field->key) : 0;
	if (field->kind == FIELD_DATE && !edtf_parse(&date, value))
		return err_set(err, ERR_FORMAT, "value: '%.*s' is no date such "
			       "as 2022, 2022-07 or 2022-07-14",
			       STR_ARGS(value));
	if (field->kind == FIELD_ENTITY)
		return check_id("value", value, err);
	while (rc == 0 && field->kind == FIELD_ENTITIES &&
	       str_split(&value, ';', &id))
		rc = check_id("value", id, err);
	return rc;
}

/* "drop", "FIELD=VALUE" */
static int parse_set(struct correction *row, struct err *err)
{
	const struct record *record = record_of(row->action);
	struct str key, value;

	if (str_equal(row->value, STR("drop")))
		return 0;
	split_pair(row->value, &key, &value);
	if (!value.data)
		return err_set(err, ERR_FORMAT, "value: 'drop' or FIELD=VALUE, "
			       "not '%.*s'", STR_ARGS(row->value));
	row->set.field = find_field(record, key, is_settable, err);
	row->set.value = value;
	return row->set.field ? parse_value_of(row->set.field, value, err)
			      : ERR_FORMAT;
}

static int parse_record(struct correction *row, struct err *err)
{
	struct str rest = row->what, pair;
	int rc = 0;

	str_split(&rest, '|', &row->head);
	row->head = str_trim(row->head);
	if (row->head.len == 0)
		return err_set(err, ERR_FORMAT, "what: a %s is missing",
			       head_field(record_of(row->action))->key);
	while (rc == 0 && str_split(&rest, '|', &pair))
		rc = parse_condition(row, pair, err);
	return rc < 0 ? rc : parse_set(row, err);
}

static int parse_split(struct correction *row, struct err *err)
{
	struct str rest = row->what, key, value;

	str_split(&rest, '|', &row->head);
	row->head = str_trim(row->head);
	if (rest.data) {
		split_pair(rest, &key, &value);
		if (!str_equal(key, STR("spelling")) || value.len == 0)
			return err_set(err, ERR_FORMAT, "what: an id, or "
				       "ID|spelling=TEXT, not '%.*s'",
				       STR_ARGS(row->what));
		row->spelling = value;
	}
	if (!rest.data && row->document.len == 0 && row->at.len == 0)
		return err_set(err, ERR_FORMAT, "which of it has the other id? "
			       "Say spelling=TEXT behind the id, a document or "
			       "a place");
	return 0;
}

static int parse_what(struct correction *row, struct err *err)
{
	row->head = row->what;
	switch (row->action) {
	case CORRECT_SPLIT:
		return parse_split(row, err);
	case CORRECT_INCIDENT:
	case CORRECT_QUOTATION:
		return parse_record(row, err);
	default:
		return row->what.len > 0 ? 0
			: err_set(err, ERR_FORMAT, "what: is empty");
	}
}

static int check_ids(const struct correction *row, struct err *err)
{
	bool has_value_id = row->action == CORRECT_MERGE ||
			    row->action == CORRECT_SPLIT ||
			    (row->action == CORRECT_REJECT &&
			     row->value.len > 0);
	int rc = 0;

	if (row->action == CORRECT_NAME &&
	    (row->document.len > 0 || row->first_line > 0 || row->page > 0 ||
	     row->section.len > 0 || row->sentence.len > 0))
		return err_set(err, ERR_FORMAT, "a name is the same in all "
			       "documents: at takes lang= alone");
	if (row->action <= CORRECT_NAME)
		rc = check_id("what", row->head, err);
	if (rc == 0 && has_value_id)
		rc = check_id("value", row->value, err);
	if (rc == 0 && row->action <= CORRECT_SPLIT &&
	    str_equal(row->head, row->value))
		rc = err_set(err, ERR_FORMAT, "'%.*s' is itself already",
			     STR_ARGS(row->head));
	if (rc == 0 && row->value.len == 0 && (row->action == CORRECT_TYPE ||
					       row->action == CORRECT_NAME))
		rc = err_set(err, ERR_FORMAT, "value: a %s is missing",
			     actions[row->action]);
	return rc;
}

int correction_parse(struct correction *row, struct err *err)
{
	struct edtf date;
	int rc;

	if (row->when.len > 0 && !edtf_parse(&date, row->when))
		return err_set(err, ERR_FORMAT, "when: '%.*s' is no date such "
			       "as 2026-11-30", STR_ARGS(row->when));
	rc = parse_at(row, err);
	if (rc == 0)
		rc = parse_what(row, err);
	return rc < 0 ? rc : check_ids(row, err);
}
