/* libxlsxwriter, loaded when a workbook is written: linked, it and OpenSSL,
 * which it needs, would take a third of the start of each program. */
#ifndef ESEP_OUTPUT_XLSX_LIBRARY_H
#define ESEP_OUTPUT_XLSX_LIBRARY_H

#include "err.h"

#include <xlsxwriter.h>

#define XLSX_FUNCTIONS(EACH) \
	EACH(format_set_align) \
	EACH(format_set_bold) \
	EACH(format_set_text_wrap) \
	EACH(lxw_strerror) \
	EACH(lxw_workbook_free) \
	EACH(workbook_add_format) \
	EACH(workbook_add_worksheet) \
	EACH(workbook_close) \
	EACH(workbook_new_opt) \
	EACH(workbook_set_properties) \
	EACH(worksheet_autofilter) \
	EACH(worksheet_freeze_panes) \
	EACH(worksheet_ignore_errors) \
	EACH(worksheet_set_column) \
	EACH(worksheet_write_number) \
	EACH(worksheet_write_rich_string) \
	EACH(worksheet_write_string)

/* Its functions under their names. */
struct xlsx_library {
#define XLSX_POINTER(name) __typeof__(name) *name;
	XLSX_FUNCTIONS(XLSX_POINTER)
#undef XLSX_POINTER
};

/* Find them; they stay until the program ends.
 * errors  ERR_MISSING there is no such library */
int xlsx_library_load(struct xlsx_library *library, struct err *err);

#endif
