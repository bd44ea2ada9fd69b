#include "inputs_internal.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

void inputs_report(struct finder *finder, struct err *err)
{
	if (err->code < 0)
		finder->rc = err->code;
	finder->complain(finder->data, err);
}

static void add_clean(struct strbuf *out, struct str name)
{
	for (size_t at = 0; at < name.len;)
		utf8_add(out, utf8_next(name, &at)); /* U+FFFD for what is none */
}

void inputs_leave_out(struct finder *finder, int code, struct str path,
		      const char *why)
{
	struct strbuf clean = STRBUF_INIT;
	struct err err = ERR_INIT;

	add_clean(&clean, path);
	err_set(&err, code, "%s: %s", clean.data, why);
	inputs_report(finder, &err);
	strbuf_release(&clean);
}

/* The first input of an id is its own; the second and the first are twins. */
static void take_id(struct inputs *inputs, size_t index)
{
	struct input *input = &inputs->list.items[index];
	uint32_t id = interned_add(&inputs->ids, input->id);

	if (id > inputs->first.count) {
		*LIST_ADD(&inputs->first) = index + 1;
		return;
	}
	input->twin = inputs->first.items[id - 1];
	inputs->list.items[input->twin - 1].twin = index + 1;
}

/* An id is one word of a comment line: no blanks, no controls, valid UTF-8; and
 * part of sentence ids, in which CoNLL-U keeps the slash to itself. */
static void add_id(struct strbuf *out, struct str name)
{
	struct strbuf id = STRBUF_INIT;
	size_t at = 0;

	while (at < name.len) {
		uint32_t c = utf8_next(name, &at);

		if (c <= 0x20 || c == 0x7f || utf8_is_space(c) || c == 0xfffd)
			c = '-';
		utf8_add(&id, c == '/' ? '.' : c);
	}
	if (id.len == 0)
		strbuf_add_z(&id, "document");
	utf8_add_nfc(out, strbuf_view(&id));
	strbuf_release(&id);
}

static struct str make_id(struct inputs *inputs, struct str name)
{
	struct strbuf id = STRBUF_INIT;
	struct str copy;

	add_id(&id, name);
	copy = str_copy(&inputs->arena, strbuf_view(&id));
	strbuf_release(&id);
	return copy;
}

static struct str without_ending(struct str name)
{
	size_t dot = name.len;

	while (dot > 1 && name.data[dot - 1] != '.')
		dot--;
	return dot > 1 ? str_slice(name, 0, dot - 1) : name;
}

struct manifest_fault *inputs_find_row(const struct inputs *inputs,
				       struct input *input)
{
	struct manifest_fault *fault = NULL;

	if (input->manifest &&
	    !manifest_find(inputs->manifests.items[input->manifest - 1],
			   str_file_name(input->path), &input->row, &fault))
		input->manifest = 0;
	return fault;
}

void inputs_tell_fault(struct finder *finder, struct manifest_fault *fault,
		       bool leaves_out)
{
	struct err err = ERR_INIT;

	if (fault->is_told)
		return;
	fault->is_told = true;
	err_set(&err, ERR_FORMAT, "%.*s%s", STR_ARGS(fault->message),
		!leaves_out ? ""
		: fault->is_of_all ? "; the reports beside it are left out"
				   : "; the report is left out");
	inputs_report(finder, &err);
}

static struct str name_of_file(struct str path)
{
	return str_equal(path, STR("-")) ? STR("stdin")
					 : without_ending(str_file_name(path));
}

void inputs_add_id(struct strbuf *out, struct str path)
{
	add_id(out, name_of_file(path));
}

static struct str name_of(const struct finder *finder,
			  const struct input *input)
{
	struct str path = input->path, id = STR_NONE;

	if (input->manifest)
		id = manifest_id(finder->inputs->manifests
				 .items[input->manifest - 1], input->row);
	if (id.len > 0)
		return id;
	if (input->is_named)
		return name_of_file(path);
	path = str_slice(path, finder->root, path.len);
	return str_has_suffix(path, STR(".txt")) ? without_ending(path) : path;
}

/* Whether a file of that device and inode was found before; else it is now. */
static bool is_known(struct finder *finder, struct str path,
		     const struct stat *info)
{
	struct inputs *inputs = finder->inputs;
	struct strbuf why = STRBUF_INIT;
	char key[64];
	int len = snprintf(key, sizeof key, "%ju:%ju", (uintmax_t)info->st_dev,
			   (uintmax_t)info->st_ino);
	uint32_t file = interned_add(&inputs->files,
				  (struct str){ key, (size_t)len });

	finder->found++;
	if (file > inputs->paths.count) {
		*LIST_ADD(&inputs->paths) = path;
		return false;
	}
	strbuf_add_z(&why, "left out: it is the same file as ");
	add_clean(&why, inputs->paths.items[file - 1]);
	inputs_leave_out(finder, 0, path, why.data);
	strbuf_release(&why);
	return true;
}

void inputs_add_file(struct finder *finder, struct str path,
		     const struct stat *info)
{
	struct inputs *inputs = finder->inputs;
	struct input input = { .path = path, .manifest = finder->manifest,
			       .is_named = finder->depth == 0 };
	struct manifest_fault *fault;

	if (info && S_ISREG(info->st_mode)) {
		if (is_known(finder, path, info))
			return;
		input.size = (size_t)info->st_size;
	}
	if ((fault = inputs_find_row(inputs, &input))) {
		inputs_tell_fault(finder, fault, true);
		return;
	}
	input.id = make_id(inputs, name_of(finder, &input));
	inputs->total_size += input.size;
	*LIST_ADD(&inputs->list) = input;
	take_id(inputs, inputs->list.count - 1);
}

/* Named files of one name but for the ending have all of it as their ids. */
static void part_twins(struct inputs *inputs)
{
	interned_release(&inputs->ids);
	interned_init(&inputs->ids);
	LIST_CLEAR(&inputs->first);
	for (size_t i = 0; i < inputs->list.count; i++) {
		struct input *input = &inputs->list.items[i];

		if (input->twin && input->is_named && !input->manifest)
			input->id = make_id(inputs, str_file_name(input->path));
		input->twin = 0;
		take_id(inputs, i);
	}
}

static void tell_twins(struct finder *finder)
{
	struct inputs *inputs = finder->inputs;

	for (size_t i = 0; i < inputs->list.count; i++) {
		struct input *input = &inputs->list.items[i];
		struct strbuf why = STRBUF_INIT;

		if (!input->twin)
			continue;
		strbuf_addf(&why, "left out: its id '%.*s' would be that of ",
			    STR_ARGS(input->id));
		add_clean(&why, inputs->list.items[input->twin - 1].path);
		strbuf_add_z(&why, " too; name a folder that holds both, or "
				   "give them ids in a manifest.tsv");
		inputs_leave_out(finder, ERR_FORMAT, input->path, why.data);
		strbuf_release(&why);
	}
}

/* Which of them would have the id is for the user to say. */
static void leave_out_twins(struct finder *finder)
{
	struct inputs *inputs = finder->inputs;
	size_t kept = 0;

	tell_twins(finder);
	for (size_t i = 0; i < inputs->list.count; i++) {
		const struct input *input = &inputs->list.items[i];

		if (input->twin)
			inputs->total_size -= input->size;
		else
			inputs->list.items[kept++] = *input;
	}
	inputs->list.count = kept;
}

int inputs_find(struct inputs *inputs, const struct strings *arguments,
		void (*complain)(void *data, const struct err *err),
		void *data)
{
	struct finder finder = { .inputs = inputs, .complain = complain,
				 .data = data };

	*inputs = (struct inputs){ .total_size = 0 };
	interned_init(&inputs->ids);
	interned_init(&inputs->files);
	interned_init(&inputs->manifest_paths);
	for (size_t i = 0; i < arguments->count; i++)
		inputs_add_named(&finder, str_of(arguments->items[i]));
	part_twins(inputs);
	leave_out_twins(&finder);
	return finder.rc;
}

void inputs_release(struct inputs *inputs)
{
	for (size_t i = 0; i < inputs->manifests.count; i++) {
		manifest_release(inputs->manifests.items[i]);
		free(inputs->manifests.items[i]);
	}
	LIST_RELEASE(&inputs->manifests);
	LIST_RELEASE(&inputs->list);
	LIST_RELEASE(&inputs->first);
	LIST_RELEASE(&inputs->paths);
	interned_release(&inputs->ids);
	interned_release(&inputs->files);
	interned_release(&inputs->manifest_paths);
	arena_release(&inputs->arena);
}

int inputs_open(const struct inputs *inputs, const struct input *input,
		struct document *doc, size_t max, struct err *err)
{
	struct strbuf source = STRBUF_INIT;

	document_clear(doc);
	doc->id = str_copy(&doc->arena, input->id);
	add_clean(&source, input->path);
	document_set_meta(doc, STR("source"), strbuf_view(&source));
	strbuf_release(&source);
	if (input->manifest)
		manifest_put(inputs->manifests.items[input->manifest - 1],
			     input->row, doc);
	return file_read(&doc->raw, &doc->arena, input->path.data, max, err);
}
