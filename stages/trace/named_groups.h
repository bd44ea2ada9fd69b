/* Groups whose names stand beside them: "reporters, including X and Y", "two
 * reporters, X and Y", "X and Y, two reporters". */
#ifndef ESEP_NAMED_GROUPS_H
#define ESEP_NAMED_GROUPS_H

#include "scene.h"

/* Of a group and its names in scene->parties the names stay; the other one is
 * marked as inner. Those named together are one party already.
 * cost  linear in the parties, a few tokens around each */
void named_groups_read(struct scene *scene);

#endif
