/* Errors that travel up and gain context.
 *
 * A function that can fail returns 0 or a negative ERR_* and fills its last
 * parameter. The first to know says what and where; each caller may put what
 * it was doing in front with err_wrap. */
#ifndef ESEP_ERR_H
#define ESEP_ERR_H

enum {
	ERR_FORMAT = -1,   /* the input is not what it should be */
	ERR_ENCODING = -2, /* the bytes are no text we can decode */
	ERR_SYSTEM = -3,   /* a system call failed; the reason is in the text */
	ERR_LIMIT = -4,    /* a named cap was reached */
	ERR_USAGE = -5,    /* the caller of the program asked for nonsense */
	ERR_DATABASE = -6, /* SQLite failed, or it is no database of ours */
	ERR_MISSING = -7,  /* a file, lexicon or program is not there */
	ERR_NOTE = 1       /* no error: worth telling, and nothing is lost */
};

enum { ERR_TEXT_SIZE = 1024 };

struct err {
	int code;
	char text[ERR_TEXT_SIZE]; /* UTF-8, NUL-terminated, cut if too long */
};

#define ERR_INIT { 0, "" }

/* Set `err` to a new message. What a terminal would obey in it, and bytes that
 * are no UTF-8, which may come from a hostile input, become `?`. Returns
 * `code`. */
int err_set(struct err *err, int code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Put what the caller was doing in front of the message: "doing: message".
 * Returns `code`. */
int err_wrap(struct err *err, int code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
