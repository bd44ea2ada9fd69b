#include "manual_pages.h"

#include "commands.h"
#include "help.h"
#include "roff.h"

static const char story[] =
"# DESCRIPTION\n"
"esep (Kazakh for a report, an account) reads reports as data. From a folder of reports, such as the yearly ones on media freedom or human rights, in English, Russian and Kazakh, it makes one SQLite database, and answers from it: what was said, about whom, under which law, when, and how that changed from year to year. Every answer leads back to a sentence on a page. It needs no network, no model and no server.\n"
"\n"
"It is for researchers who write a chronology or count cases, for corpus linguists who want concordances and word lists of texts that came as PDF, and for editors who look something up.\n"
"# A FIRST SESSION\n"
"Put the reports into a folder: PDF, HTML, .docx, .odt, EPUB, Markdown or plain text. A table manifest.tsv beside them may say what each of them is; its columns are file, id, title, lang, country, edition (the year on the cover), covers (the period it is about), series, and any of your own. Without it esep takes what the files themselves tell.\n"
"\n"
"  $ ls reports/\n"
"  2023.pdf  2024.pdf  manifest.tsv\n"
"  $ esep run -o corpus.db reports/\n"
"\n"
"What cannot be read is told on standard error, and the rest is done. After a report was added or changed, the same command brings the database up to date. Names that esep does not know come from lists of your own:\n"
"\n"
"  $ esep candidates corpus.db > names.tsv      # then edit it\n"
"  $ esep run -o corpus.db --names names.tsv reports/\n"
"\n"
"Now ask. What is there? Whom do the reports name? Where does a word stand, in any of its forms, or a name, in any of its spellings and alphabets? What happened, and when? Which words does one edition use more than another?\n"
"\n"
"  $ esep info corpus.db\n"
"  $ esep entities corpus.db --type outlet\n"
"  $ esep search corpus.db censorship --edition 2024\n"
"  $ esep timeline corpus.db --type detention\n"
"  $ esep compare corpus.db 2023 2024 --lang en\n"
"\n"
"Every answer names document, page and line; what stands around them is shown by, say, 'esep show corpus.db 2024:64 --context 2'. All about one name is told by 'esep entity corpus.db NAME', who is cited as saying what by 'esep quotes corpus.db'. The same filters, such as --edition, --section and --lang, hold in all of them; a value that the database does not have is an error that names the nearest.\n"
"\n"
"Where esep is wrong, say so in a table corrections.tsv beside the reports and run again: see esep-load(1). What was changed by it stays visible: 'esep corrections corpus.db'.\n"
"# WHAT THE DATABASE HAS\n"
"Documents with their metadata, sections, paragraphs and sentences; mentions of outlets, journalists, officials, persons, laws, bodies, organisations, platforms, places, events, dates and amounts; entities, with all their spellings, whatever the alphabet; incidents, with date, target, place, actor and law; quotations with their speakers; footnotes, scores and links; words by stem, and indexes of the full text. Any client of SQLite opens it: esep-database(5) tells of its tables and views.\n"
"\n"
"Each step from file to database is a program too, a filter between any two others; what lies between them is CoNLL-U, so that other tools of linguistics can stand in the pipe: esep-stream(5).\n"
"# OTHER TOOLS\n"
"On a terminal the answers are tables; in a pipe they are TSV, a header and a row a line, for cut(1) and awk(1). R and pandas read CSV, and so does a spreadsheet, which has dates and text as they are from xlsx:\n"
"\n"
"  $ esep timeline corpus.db --format csv > timeline.csv\n"
"  $ esep timeline corpus.db --format xlsx > timeline.xlsx\n"
"  R:      read.csv(\"timeline.csv\", na.strings = \"\")\n"
"  Python: pandas.read_csv(\"timeline.csv\")\n"
"\n"
"or the database itself:\n"
"\n"
"  R:      db <- DBI::dbConnect(RSQLite::SQLite(), \"corpus.db\")\n"
"          DBI::dbGetQuery(db, \"SELECT * FROM v_incidents\")\n"
"  Python: pandas.read_sql(\"SELECT * FROM v_incidents\",\n"
"              sqlite3.connect(\"corpus.db\"))\n"
"\n"
"The option --format of each query names all that it prints; 'esep export' writes whole documents.\n"
"# WHAT LEAVES THE TEAM\n"
"With '--mask persons' queries and 'esep export' print letters instead of the names of persons, ‹A› in texts and person_a in ids. They are the same in every output of one database as it stands; reports that are added may change them. Not masked are handles that are no names, telephone numbers, addresses, and names that esep did not find as those of persons: read what you pass on.\n"
"# PROMISES\n"
"Nothing is silently wrong: what is not known is empty, and every answer names its document, page and line. Why a name was found tells 'esep-tag --explain'; what people corrected, 'esep corrections'; which names no table has, 'esep candidates'.\n"
"\n"
"The same input gives the same output, to the byte, on any machine: 'esep dump' prints a database to compare it with another. A run that was stopped loses nothing and is gone on with by the same command.\n"
"\n"
"Bad input does not end the work: each fault is a line on standard error with file and place, and the exit status tells. Nothing is written but to the files that were named. Text of a report becomes no command, SQL or HTML, and no control character of it reaches the terminal.\n"
"\n"
"What esep knows of languages, names and laws is tables that can be read and changed: 'esep lexicons' lists and checks them.\n";

static const char files[] =
"manifest.tsv\tBeside reports: what they are, a row a file.\n"
"corrections.tsv\tBeside reports: what people know better; see esep-load(1).\n"
"corpus.db\tThe database that 'esep run' makes unless --output names another.\n"
"PREFIX/share/esep/lexicons\tThe tables of the lexicons, below where esep was installed.\n";

static const char environment[] =
"ESEP_LEXICONS\tThe folder of the lexicons, unless the option --lexicons names one.\n"
"COLUMNS\tHow wide tables are, where standard output is no terminal that tells.\n"
"NO_COLOR\tIf it is set and not empty, nothing is in colour.\n"
"PAGER\tWhat shows answers that are longer than the terminal.\n";

/* Lines of a term, a tab and a text. */
static void put_items(const char *items)
{
	struct str rest = str_of(items), line, term;

	while (str_split(&rest, '\n', &line) && line.len > 0) {
		str_split(&line, '\t', &term);
		roff_item(stdout, term, line);
	}
}

static void put_commands(enum program_group group)
{
	const struct program *program;
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; (program = program_at(i)); i++) {
		if (program->group != group)
			continue;
		if (text.len == 0)
			printf(".SS %s\n", group_title(group));
		strbuf_clear(&text);
		strbuf_addf(&text, "%s.", program->summary);
		roff_item(stdout, str_of(program->name), strbuf_view(&text));
	}
	strbuf_release(&text);
}

/* One more page in a list of them. */
static void put_page(const char *name, int section, bool is_last)
{
	fputs(".BR esep", stdout);
	if (name[0])
		printf("\\-%s", name);
	printf(" (%d)%s\n", section, is_last ? "" : ",");
}

static void print_story(void)
{
	const struct program *program;

	roff_head(stdout, "esep", 1, "User Commands");
	printf(".SH NAME\nesep \\- %s\n.SH SYNOPSIS\n.B esep\n%s\n",
	       driver_row.summary, driver_row.arguments);
	roff_paragraphs(stdout, story);
	puts(".SH COMMANDS");
	roff_filled(stdout, STR("Each has a page of its own, esep-COMMAND(1), "
				"and --help."));
	for (int place = 0; place < PROGRAM_GROUPS; place++)
		put_commands(group_at(place));
	puts(".SH FILES");
	put_items(files);
	puts(".SH ENVIRONMENT");
	put_items(environment);
	puts(".SH EXIT STATUS");
	roff_filled(stdout, str_of(program_status_text));
	puts(".SH SEE ALSO");
	for (size_t i = 0; (program = program_at(i)); i++)
		put_page(program->name, 1, false);
	put_page("database", 5, false);
	put_page("stream", 5, true);
}

/* Its neighbours are those of its group. */
static void print_see_also(const struct program *program)
{
	const struct program *other;

	puts(".SH SEE ALSO");
	put_page("", 1, false);
	for (size_t i = 0; (other = program_at(i)); i++)
		if (other != program && other->group == program->group)
			put_page(other->name, 1, false);
	if (program->group == GROUP_STAGE || program->group == GROUP_OUT)
		put_page("stream", 5, false);
	put_page("database", 5, true);
}

int manual_print(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	const struct program *program = argc > 2 ? program_named(argv[2])
						 : NULL;

	if (argc == 1)
		print_story();
	else if (!strcmp(what, "database"))
		manual_print_database();
	else if (!strcmp(what, "see-also") && program)
		print_see_also(program);
	else
		return EXIT_USAGE;
	return EXIT_DONE;
}
