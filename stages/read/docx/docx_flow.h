/* A flow of text in a .docx: a story, or a text box in it; what is known of
 * the paragraph, the run and the table that are open in it, and what hangs on
 * them. */
#ifndef ESEP_DOCX_FLOW_H
#define ESEP_DOCX_FLOW_H

#include "chunks.h"
#include "docx_styles.h"

struct docx_note {
	struct str id;
	size_t first, count;      /* chunks */
	unsigned number;          /* by the order of marks; 0: no mark yet */
};

struct docx_notes {               /* footnotes, or endnotes */
	struct chunks chunks;
	LIST(struct docx_note) list; /* by id, once they are read */
};

struct docx_pending {
	const struct docx_notes *notes;
	size_t index;
};

struct docx_flow {
	struct chunks own, boxes; /* boxes: those of the paragraph */
	struct chunks *out;
	LIST(struct docx_pending) notes;
	uint32_t table, row, column, columns;
	size_t tables;            /* open ones */

	/* The paragraph: */
	const struct docx_style *style;
	uint32_t list, level;
	bool has_list, has_outline, framed;
	unsigned outline;      /* of the paragraph itself; 0: text */
	bool counted;             /* its number was taken */
	bool goes_on;             /* its end is deleted, or no end */

	/* The run: */
	bool hidden, raised, bold;
	size_t run_start;
};

/* `out` takes the text; NULL: the flow's own chunks. */
void docx_flow_init(struct docx_flow *flow, struct chunks *out);
void docx_flow_release(struct docx_flow *flow);

void docx_flow_paragraph(struct docx_flow *flow);  /* begins one */
void docx_flow_run_end(struct docx_flow *flow);    /* raised digits */
void docx_flow_table(struct docx_flow *flow);      /* begins */
void docx_flow_row(struct docx_flow *flow);

/* A note by its id; NULL where there is none, or nothing in it. */
struct docx_note *docx_notes_find(const struct docx_notes *notes,
				  struct str id);
void docx_notes_sort(struct docx_notes *notes);

/* Set a note's mark behind the word before. The note itself is to come; each
 * comes once. `last` is the number of the last one. */
void docx_flow_mark(struct docx_flow *flow, const struct docx_notes *notes,
		    struct docx_note *note, unsigned *last);

/* What hangs on the paragraph or row comes behind it: text boxes, notes. */
void docx_flow_pending(struct docx_flow *flow);

#endif
