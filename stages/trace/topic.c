#include "topic.h"

static bool cue_tells(const struct cue_row *row)
{
	switch (row->kind) {
	case CUE_TOPIC:
		return true;
	case CUE_GROUP:
	case CUE_NOUN:
		return row->group == GROUP_MEDIA;
	case CUE_ROLE:
		return str_equal(row->name, STR("journalist"));
	default:
		return false;
	}
}

bool topic_told(const struct scene *scene)
{
	for (size_t i = 0; i < scene->cues.count; i++)
		if (cue_tells(scene->cues.items[i].row))
			return true;
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		enum mention_type type = scene->doc->mentions.items[i].type;

		if (type == MENTION_OUTLET || type == MENTION_JOURNALIST ||
		    type == MENTION_PLATFORM)
			return true;
	}
	return false;
}

bool topic_is(const struct scene *scene, const struct act *act,
	      const struct setting *setting)
{
	bool named = act->target.len > 0 && act->number.len == 0;

	return !act->trigger->row->topical || setting->is_story ||
	       setting->entry.len > 0 || (named && setting->topic) ||
	       topic_told(scene);
}
