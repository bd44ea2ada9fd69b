/* The stream: what is read is written again to the byte, and a broken stream
 * is refused with its line. */
#include "cases.h"

#include "stream.h"

#include <sys/resource.h>

#define HEAD "# newdoc id = d\n# global.Entity = eid-etype-head-other\n"
#define ROW "1\t_\t_\t_\t_\t_\t0\t_\t_\tEmpty=Yes\n\n"
#define PAR "# newpar id = d-p1\n# par::kind = paragraph\n# par::gap = 0\n"
#define COUNTS "# meta::paragraphs = 1\n# meta::sentences = 1\n"
#define SENT "# sent_id = d-p1-s1\n# text = Go on.\n# lang = en\n"
#define GO "1\tGo\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:2\n"
#define ON "2\ton\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=3:5\n"
#define IS_PART \
	": the stream was cut short, or is a part, which --partial takes"
#define DOT "3\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=5:6\n\n"

static struct trip_case {
	const char *name, *stream;
} trips[] = {
	{ "a whole paragraph",
	  HEAD COUNTS PAR "# sent_id = d-p1-s1\n# text = Go on.\n" ROW },
	{ "metadata in order, unknown keys behind",
	  HEAD "# meta::title = T\n# meta::edition = 2023\n# meta::own = x\n"
	  COUNTS PAR SENT GO ON DOT },
	{ "the source behind a mended paragraph",
	  HEAD COUNTS PAR "# par::source = %0AGo%0A  on.\n"
	  "# par::map = 0:1:2 3:6:3\n" SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tTokenRange=1:3\n"
	  "2\ton\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=6:8\n"
	  "3\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=8:9\n\n" },
	{ "a tail that is not one line end",
	  HEAD COUNTS "# meta::tail = %20%0A%0A\n" PAR SENT GO ON DOT },
	{ "columns, MISC keys and comments of other tools",
	  HEAD COUNTS "# generator = x\n" PAR "# udapi = y\n" SENT
	  "# newregex = z\n"
	  "1\tGo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t0:root\t"
	  "TokenRange=0:2|Cxn=a|New=b\n" ON DOT },
	{ "a multiword token with parts, and an empty node",
	  HEAD COUNTS PAR
	  "# sent_id = d-p1-s1\n# text = don't\n# lang = en\n"
	  "0.1\te\t_\t_\t_\t_\t_\t_\t_\t_\n"
	  "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:5|Typo=No\n"
	  "1\tdo\t_\t_\t_\t_\t_\t_\t_\tStem=do\n"
	  "1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"
	  "2\tn't\t_\t_\t_\t_\t_\t_\t_\tStem=n't\n\n" },
	{ "entities, values numbered through",
	  HEAD COUNTS PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=(go_on-org-1|TokenRange=0:2\n"
	  "2\ton\t_\t_\t_\t_\t_\t_\t_\tEntity=go_on)|SpaceAfter=No|"
	  "TokenRange=3:5\n"
	  "3\t.\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1-date-1-2022%2D12)|"
	  "TokenRange=5:6\n\n" },
	{ "what found an entity, and what is not of its name",
	  HEAD COUNTS PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=(go_on-org-1|EsepRule=head|"
	  "EsepSuffix=1|TokenRange=0:2\n"
	  "2\ton\t_\t_\t_\t_\t_\t_\t_\tEntity=go_on)|SpaceAfter=No|"
	  "TokenRange=3:5\n" DOT },
	{ "a footnote of which nothing is known",
	  HEAD COUNTS PAR "# footnote = \n" SENT GO ON DOT },
	{ "every field of an incident, a quotation, a footnote, a score, a link",
	  HEAD COUNTS PAR
	  "# footnote = number=1|anchor=d-p1:3|author=C|title=A %7C B|"
	  "outlet=D|date=2022|url=http://x.y\n"
	  "# score = scope=overall|value=18|class=Slightly Vibrant|"
	  "change=+1\n"
	  "# link = at=0:2|target=http://x.y/%7C\n"
	  "# link = at=3:6|target=#n\n"
	  "# sent_id = d-p1-s1\n# text = Go on.\n# lang = en\n"
	  "# incident = id=d-i1|type=fine|date=2022-07|target=a;b|"
	  "place=c|actor=d|law=e|trigger=d-p1-s1:1-2\n"
	  "# quotation = id=d-q1|kind=direct|speaker=a|cue=d-p1-s1:1-1|"
	  "quote=d-p1-s1:2-3\n"
	  GO ON DOT },
	{ "a word in another language than its sentence",
	  HEAD COUNTS PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tLang=kk|Stem=go|TokenRange=0:2\n"
	  ON DOT },
};

static struct fault_case {
	const char *name, *stream, *message;
} faults[] = {
	{ "nine columns", HEAD PAR SENT "1\tGo\t_\t_\t_\t_\t_\t_\t_\n\n",
	  "in:9: expected 10 columns, found 9" },
	{ "an empty column", HEAD PAR SENT "1\tGo\t\t_\t_\t_\t_\t_\t_\t_\n\n",
	  "in:9: column 3 is empty" },
	{ "ids out of order", HEAD PAR SENT "2\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
	  "in:9: ID '2' is out of order, expected 1" },
	{ "a form that the text does not have",
	  HEAD PAR SENT "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
	  "in:9: FORM 'No' does not stand next in # text" },
	{ "text without rows", HEAD PAR SENT GO ON "\n",
	  "in:11: # text goes on behind the last FORM" },
	{ "cut between paragraphs", HEAD "# meta::paragraphs = 2\n" PAR SENT GO
	  ON DOT, "in:13: the document 'd' should have 2 paragraphs and has 1"
	  IS_PART },
	{ "cut inside a sentence", HEAD PAR SENT GO ON,
	  "in:10: # text goes on behind the last FORM" },
	{ "cut before the blank line of the last one", HEAD COUNTS PAR SENT GO
	  ON "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n",
	  "in:13: the stream ends inside a sentence of 'd'" },
	{ "an id that stands twice", HEAD PAR SENT GO ON DOT PAR,
	  "in:13: the id 'd-p1' stands twice" },
	{ "an entity that is not closed", HEAD PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=(a-org-1\n" ON DOT,
	  "in:12: an entity is not closed in its sentence" },
	{ "an entity that ends before it begins", HEAD PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=a)\n" ON DOT,
	  "in:9: Entity=a) ends what is not open" },
	{ "own entities beside others that are not esep's", HEAD PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEsepEntity=(a--1)\n" ON DOT,
	  "in:9: cannot read EsepEntity=(a--1)" },
	{ "a suffix as long as its word", HEAD PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=(a-org-1)|EsepSuffix=2\n" ON DOT,
	  "in:9: EsepSuffix=2 of a word of 2 letters" },
	{ "a suffix that is no number", HEAD PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=(a-org-1)|EsepSuffix=x\n" ON DOT,
	  "in:9: cannot read EsepSuffix=x" },
	{ "a rule that is no word", HEAD PAR SENT
	  "1\tGo\t_\t_\t_\t_\t_\t_\t_\tEntity=(a-org-1)|EsepRule=A 1\n" ON DOT,
	  "in:9: cannot read EsepRule=A 1" },
	{ "a map that does not fit", HEAD PAR "# par::map = 0:0:60\n" SENT GO ON
	  DOT, "in:13: par::map of 'd-p1' does not fit its text and source"
	  IS_PART },
	{ "a source that does not end with the text", HEAD PAR
	  "# par::source = Stop.\n" SENT GO ON DOT, "in:13: par::source of "
	  "'d-p1' does not end with its text, and there is no par::map"
	  IS_PART },
	{ "a trigger in no sentence", HEAD PAR SENT
	  "# incident = id=a|trigger=d-p9-s1:1-1\n" GO ON DOT,
	  "in:9: cannot make sense of 'd-p9-s1:1-1'" },
	{ "an incident where there is no sentence", HEAD PAR SENT
	  "# incident = id=d-i1|type=fine\n" ROW,
	  "in:9: a record of a sentence stands beside Empty=Yes" },
	{ "a field that a record does not have",
	  HEAD PAR "# score = scope=P1|mark=3\n" SENT GO ON DOT,
	  "in:6: cannot make sense of 'mark'" },
	{ "a mark behind the end of its paragraph",
	  HEAD PAR "# footnote = anchor=d-p1:7\n" SENT GO ON DOT,
	  "in:6: cannot make sense of 'd-p1:7'" },
	{ "a link that ends before it begins",
	  HEAD PAR "# link = at=2:1|target=#x\n" SENT GO ON DOT,
	  "in:6: cannot make sense of '2:1'" },
	{ "invalid UTF-8", HEAD "# meta::title = \xff\n" PAR SENT GO ON DOT,
	  "in:3: not valid UTF-8" },
	{ "no CoNLL-U", "Go on.\n", "in:1: expected 10 columns, found 1" },
};

/* What other tools write, and what comes of it. */
#define WORD(id, form, misc) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t" misc "\n"
#define GO_ON WORD("1", "Go", "_") WORD("2", "on", "SpaceAfter=No") \
	WORD("3", ".", "_")
#define WRITTEN(id, sentence, comments) "# newdoc id = " id "\n" \
	"# global.Entity = eid-etype-head-other\n" COUNTS comments \
	"# newpar id = " id "-p1\n# par::kind = paragraph\n# par::gap = 0\n" \
	"# sent_id = " sentence "\n# text = Go on.\n# lang = und\n" GO ON \
	WORD("3", ".", "TokenRange=5:6") "\n"
#define TEXT "# text = Go on.\n"

static struct taken_case {
	const char *name, *stream, *written;
} taken[] = {
	{ "rows alone", GO_ON "\n", WRITTEN("in", "in-p1-s1", "") },
	{ "a stream without # newdoc", "# sent_id = 1\n" TEXT GO_ON "\n",
	  WRITTEN("in", "1", "") },
	{ "comments before # newdoc", "# generator = g\n# newdoc\n# newpar\n"
	  "# sent_id = 1\n" TEXT GO_ON "\n",
	  WRITTEN("in", "1", "# generator = g\n") },
	{ "the id of a sentence before # newdoc and # newpar",
	  "# sent_id = 1\n# newdoc id = a\n# newpar\n" TEXT GO_ON "\n",
	  WRITTEN("a", "1", "") },
	{ "the second document begins with a comment",
	  "# newdoc\n" TEXT GO_ON "\n# generator = g\n# newdoc\n" TEXT GO_ON
	  "\n", WRITTEN("in", "in-p1-s1", "")
	  WRITTEN("in-2", "in-2-p1-s1", "# generator = g\n") },
	{ "a byte order mark, CR LF",
	  "\xef\xbb\xbf# sent_id = 1\r\n# text = Go on.\r\n1\tGo\t_\t_\t_\t_\t"
	  "_\t_\t_\t_\r\n2\ton\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n"
	  "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n",
	  WRITTEN("in", "1", "") },
	{ "no blank line at the end", TEXT GO_ON,
	  WRITTEN("in", "in-p1-s1", "") },
	{ "no blank line between documents", "# newdoc\n" GO_ON
	  "# newdoc id = a\n" GO_ON, WRITTEN("in", "in-p1-s1", "")
	  WRITTEN("a", "a-p1-s1", "") },
	{ "a text with blanks at its ends", "# text =  Go on. \n" GO_ON "\n",
	  WRITTEN("in", "in-p1-s1", "") },
};

/* Entities of another scheme, and those of esep beside them. */
#define OTHERS(scheme) "# newdoc id = d\n# global.Entity = " scheme "\n" \
	COUNTS PAR SENT

static struct trip_case others[] = {
	{ "another scheme, as GUM has it",
	  OTHERS("GRP-etype-infstat-salience-centering-minspan-link-identity")
	  WORD("1", "Go", "TokenRange=0:2|Bridge=1<2|"
	       "Entity=(1-person-giv:act-nnn-cf1-1,2-coref(2-place-new-sgl)")
	  WORD("2", "on", "SpaceAfter=No|TokenRange=3:5|Entity=1)") DOT },
	{ "esep's own beside them", OTHERS("eid-etype-minspan")
	  WORD("1", "Go", "EsepEntity=(a-org-1|EsepRule=name|TokenRange=0:2|"
	       "Entity=(1--1)")
	  WORD("2", "on", "EsepEntity=a)|SpaceAfter=No|TokenRange=3:5") DOT },
	{ "one within another", OTHERS("eid-etype-head-other")
	  WORD("1", "Go", "TokenRange=0:2|Entity=(e1-org-1(e2-place-1)")
	  WORD("2", "on", "SpaceAfter=No|TokenRange=3:5|Entity=e1)") DOT },
	{ "no type, another head", OTHERS("eid-etype-head-other")
	  WORD("1", "Go", "TokenRange=0:2|Entity=(c1--2")
	  WORD("2", "on", "SpaceAfter=No|TokenRange=3:5|Entity=c1)") DOT },
	{ "in two parts", OTHERS("eid-etype-head-other")
	  WORD("1", "Go", "TokenRange=0:2|Entity=(c1[1/2]-org-1)")
	  WORD("2", "on", "SpaceAfter=No|TokenRange=3:5|Entity=(c1[2/2]-org-1)")
	  DOT },
	{ "a value that esep would write otherwise",
	  OTHERS("eid-etype-head-other")
	  WORD("1", "Go", "TokenRange=0:2|Entity=(c1-org-1-Case:Nom,x:y)") ON
	  DOT },
	{ "a date that others may refer to", OTHERS("eid-etype-head-other")
	  WORD("1", "Go", "TokenRange=0:2|Entity=(e7-date-1)") ON DOT },
	{ "a type that esep could not have", OTHERS("eid-etype-head-other")
	  WORD("1", "Go", "TokenRange=0:2|Entity=(e1-Thing-1)") ON DOT },
};

/* Parts of a document of two paragraphs, of two sentences and of one, which
 * were mended, and what comes of them with --partial. */
#define WHOLE "# newdoc id = d\n# meta::paragraphs = 2\n# meta::sentences = 3\n"
#define ONE "# newpar id = d-p1\n# par::source = Go  on.%0AStay.\n" \
	"# par::map = 0:0:2 3:4:3 7:8:5\n# link = at=7:11|target=#x\n" \
	"# sent_id = d-p1-s1\n# text = Go on.\n" GO_ON "\n"
#define TWO "# sent_id = d-p1-s2\n# text = Stay.\n" \
	"# incident = id=i|type=fine|trigger=d-p1-s1:1-2\n" \
	WORD("1", "Stay", "SpaceAfter=No") WORD("2", ".", "_") "\n"
#define THREE "# newpar id = d-p2\n# par::source = %0A%0AStop  it\n" \
	"# par::map = 0:15:4 5:21:2\n# footnote = number=1|anchor=d-p1:9\n" \
	"# sent_id = d-p2-s1\n# text = Stop it\n" \
	WORD("1", "Stop", "_") WORD("2", "it", "_") "\n"
#define LEFT(paragraphs, sentences) "# newdoc id = d\n" \
	"# global.Entity = eid-etype-head-other\n# meta::paragraphs = " \
	paragraphs "\n# meta::sentences = " sentences "\n"
#define KIND "# par::kind = paragraph\n# par::gap = 0\n"

static struct taken_case parts[] = {
	{ "the last paragraph, and its mark leads nowhere", WHOLE THREE,
	  LEFT("1", "1") "# newpar id = d-p2\n" KIND
	  "# par::source = %0A%0AStop  it\n# par::map = 0:2:4 5:8:2\n"
	  "# footnote = number=1\n"
	  "# sent_id = d-p2-s1\n# text = Stop it\n# lang = und\n"
	  WORD("1", "Stop", "TokenRange=2:6") WORD("2", "it", "TokenRange=8:10")
	  "\n" },
	{ "a sentence whose paragraph began before it", WHOLE TWO,
	  LEFT("1", "1") "# newpar id = d-p1\n" KIND
	  "# sent_id = d-p1-s2\n# text = Stay.\n# lang = und\n"
	  "# incident = id=i|type=fine\n"
	  WORD("1", "Stay", "SpaceAfter=No|TokenRange=0:4")
	  WORD("2", ".", "TokenRange=4:5") "\n" },
	{ "a paragraph without its last sentence is its own source",
	  WHOLE ONE,
	  LEFT("1", "1") "# newpar id = d-p1\n" KIND
	  "# par::source = Go  on.%0AStay.%0AGo on.\n"
	  "# sent_id = d-p1-s1\n# text = Go on.\n# lang = und\n"
	  WORD("1", "Go", "TokenRange=14:16")
	  WORD("2", "on", "SpaceAfter=No|TokenRange=17:19")
	  WORD("3", ".", "TokenRange=19:20") "\n" },
};

static void pass(const char *text, bool partial, struct strbuf *out,
		 struct err *err)
{
	FILE *file = fmemopen((void *)(uintptr_t)text, strlen(text), "rb");
	struct stream_reader *reader = stream_reader_new(file, "in", 1 << 20);
	struct words words;
	struct document doc;
	uint64_t values = 0;
	int rc;

	stream_reader_name(reader, STR("in"));
	if (partial)
		stream_reader_take_parts(reader);
	words_init(&words);
	document_init(&doc, &words);
	while ((rc = stream_read(reader, &doc, err)) != 0)
		if (rc > 0)
			stream_write(out, &doc, &values);
	document_release(&doc);
	words_release(&words);
	stream_reader_free(reader);
	fclose(file);
}

/* The stream that `text` makes; the last error's text in `err`. */
static void pass_through(const char *text, struct strbuf *out, struct err *err)
{
	pass(text, false, out, err);
}

/* What is written must come again as it is. */
static void becomes(const struct taken_case *one, bool partial)
{
	struct strbuf out = STRBUF_INIT, again = STRBUF_INIT;
	struct err err = ERR_INIT;

	pass(one->stream, partial, &out, &err);
	assert_string_equal(err.text, "");
	assert_string_equal(out.data, one->written);
	pass_through(out.data, &again, &err);
	assert_string_equal(err.text, "");
	assert_string_equal(again.data, out.data);
	strbuf_release(&out);
	strbuf_release(&again);
}

static void is_taken(void **state)
{
	becomes(*state, false);
}

static void part_is_taken(void **state)
{
	becomes(*state, true);
}

static void round_trip(void **state)
{
	const struct trip_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	pass_through(one->stream, &out, &err);
	assert_string_equal(err.text, "");
	assert_string_equal(out.data, one->stream);
	strbuf_release(&out);
}

static void is_refused(void **state)
{
	const struct fault_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	pass_through(one->stream, &out, &err);
	assert_string_equal(err.text, one->message);
	assert_int_equal(out.len, 0);
	strbuf_release(&out);
}

static void next_document_comes(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	const char *good = trips[0].stream;

	(void)state;
	pass_through("# newdoc id = bad\n1\tx\n\n2\ty\n"
		     HEAD COUNTS PAR
		     "# sent_id = d-p1-s1\n# text = Go on.\n" ROW,
		     &out, &err);
	assert_string_equal(err.text, "in:2: expected 10 columns, found 2");
	assert_string_equal(out.data, good);
	strbuf_release(&out);
}

/* Documents of one sentence, each in a language of its own. */
static void languages_leave_room_for_the_next(void **unused)
{
	struct strbuf stream = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)unused;
	for (int i = 0; i < 2 * LANG_MAX; i++)
		strbuf_addf(&stream, "# newdoc id = d%d\n"
			    "# global.Entity = eid-etype-head-other\n" COUNTS
			    "# newpar id = d%d-p1\n# par::kind = paragraph\n"
			    "# par::gap = 0\n# sent_id = d%d-p1-s1\n"
			    "# text = Go on.\n# lang = x%c\n" GO ON DOT,
			    i, i, i, 'a' + i);
	pass_through(stream.data, &out, &err);
	assert_string_equal(err.text, "");
	assert_string_equal(out.data, stream.data);
	strbuf_release(&stream);
	strbuf_release(&out);
}

static void too_much_metadata_is_refused(void **unused)
{
	struct strbuf stream = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)unused;
	strbuf_add_z(&stream, HEAD);
	for (int i = 0; i < 4097; i++)
		strbuf_addf(&stream, "# meta::k%d = x\n", i);
	strbuf_add_z(&stream, PAR SENT GO ON DOT);
	pass_through(stream.data, &out, &err);
	assert_string_equal(err.text,
			    "in:4099: more than 4096 keys of metadata");
	strbuf_release(&stream);
	strbuf_release(&out);
}

static void add_comments(struct strbuf *stream)
{
	enum { COMMENTS = 6000 };

	for (int i = 0; i < COMMENTS; i++)
		strbuf_addf(stream, "# comment %d of another tool\n", i);
}

static long kilobytes_at_most(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void many_comments_take_their_room(void **unused)
{
	struct strbuf stream = STRBUF_INIT;
	struct trip_case trip = { "many comments", NULL };
	void *row = &trip;
	long before = kilobytes_at_most();

	(void)unused;
	strbuf_add_z(&stream, HEAD COUNTS);
	add_comments(&stream);
	strbuf_add_z(&stream, PAR);
	add_comments(&stream);
	strbuf_add_z(&stream, "# sent_id = d-p1-s1\n# text = Go on.\n" ROW);
	trip.stream = stream.data;
	round_trip(&row);
	assert_true(kilobytes_at_most() - before < 100000);
	strbuf_release(&stream);
}

/* Longer than what is read from a file at once. */
static void many_comments_stand_before_newdoc(void **unused)
{
	struct strbuf stream = STRBUF_INIT, expected = STRBUF_INIT;
	struct taken_case one = { "many comments", NULL, NULL };

	(void)unused;
	add_comments(&stream);
	strbuf_add_z(&stream, "# newdoc id = d\n" COUNTS PAR SENT GO ON DOT);
	strbuf_add_z(&expected, HEAD COUNTS);
	add_comments(&expected);
	strbuf_add_z(&expected, PAR SENT GO ON DOT);
	one.stream = stream.data;
	one.written = expected.data;
	becomes(&one, false);
	strbuf_release(&stream);
	strbuf_release(&expected);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(trips) + COUNT_OF(faults) +
				COUNT_OF(taken) + COUNT_OF(others) +
				COUNT_OF(parts) + 5];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(trips); i++)
		tests[count++] = CASE(trips[i], round_trip);
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		tests[count++] = CASE(faults[i], is_refused);
	for (size_t i = 0; i < COUNT_OF(taken); i++)
		tests[count++] = CASE(taken[i], is_taken);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		tests[count++] = CASE(others[i], round_trip);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		tests[count++] = CASE(parts[i], part_is_taken);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		next_document_comes);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		many_comments_take_their_room);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		many_comments_stand_before_newdoc);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		languages_leave_room_for_the_next);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		too_much_metadata_is_refused);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
