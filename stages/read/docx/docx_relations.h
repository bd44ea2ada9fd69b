/* What a part of a .docx refers to (ECMA-376, part 2). */
#ifndef ESEP_DOCX_RELATIONS_H
#define ESEP_DOCX_RELATIONS_H

#include "package.h"

/* The other parts, by kind, and addresses, by id. */
struct relation {
	struct str id, type, target; /* the type's last word */
	bool external;
};
struct relations {
	LIST(struct relation) list;  /* by id */
	struct arena arena;
};

/* Load the relations of a part; "" stands for the package itself. A part
 * without any has none. errors: as package_parse. Release on an error too. */
int relations_load(struct relations *relations, struct package *package,
		   const char *part, struct err *err);
void relations_release(struct relations *relations);

/* The target of an id, or of the first part of a type; empty if none. */
struct str relations_by_id(const struct relations *relations, struct str id);
struct str relations_by_type(const struct relations *relations,
			     struct str type);

#endif
