#include "output_xlsx_library.h"

#include <dlfcn.h>
#include <string.h>

#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION

int xlsx_library_load(struct xlsx_library *library, struct err *err)
{
	void *handle = dlopen(LIBRARY, RTLD_NOW), *found;

	if (!handle)
		return err_set(err, ERR_MISSING, "xlsx needs the library "
			       LIBRARY ", which is not installed");
	/* memcpy: C knows no cast from an object to a function */
#define FIND(name) \
	if (!(found = dlsym(handle, #name))) \
		return err_set(err, ERR_MISSING, LIBRARY " has no " #name); \
	memcpy(&library->name, &found, sizeof found);
	XLSX_FUNCTIONS(FIND)
#undef FIND
	return 0;
}
