#include "schema.h"

#define TABLE(name, body) \
	{ "table", name, "CREATE TABLE " name "(" body ")" }
#define BLOCK(name, body) \
	{ "table", name, "CREATE TABLE " name "(" body ") WITHOUT ROWID" }
#define VIRTUAL(name, body) \
	{ "table", name, "CREATE VIRTUAL TABLE " name " USING fts5(" body ")" }
#define INDEX(name, on) \
	{ "index", name, "CREATE INDEX " name " ON " on }
#define VIEW(name, what, body) \
	{ "view", name, "CREATE VIEW " name " AS -- " what "\n" body }

/* A column of v_incidents: who had that part, in order. */
#define PARTIES(role) \
	"  (SELECT group_concat(name, ';') FROM (SELECT name\n" \
	"    FROM incident_party AS party WHERE party.incident = incident.id\n" \
	"    AND role = '" role "' ORDER BY position)) AS " role ",\n"

/* What stands in every view of what a sentence holds, to choose rows by. */
#define HOME \
	"  v_sentences.kind AS paragraph_kind, v_sentences.country,\n" \
	"  v_sentences.document_id, v_sentences.section_id,\n" \
	"  v_sentences.id AS sentence_row"

/* Where words stand, to be cited: "Media 2024, P1, p. 3, line 64"; the edition
 * where the title has it not. */
#define CITATION(title, document, edition, section, page, line) \
	"coalesce(nullif(" title ", ''), " document ") ||\n" \
	"    CASE WHEN instr(coalesce(nullif(" title ", ''), " document "),\n" \
	"    " edition ") THEN '' ELSE coalesce(' (' || " edition " || ')', '')" \
	" END ||\n    coalesce(', ' || " section ", '') ||" \
	" coalesce(', p. ' || " page ", '') ||\n" \
	"    coalesce(', line ' || " line ", '') AS citation"
#define SENTENCE_CITATION(at) \
	CITATION("v_sentences.title", "v_sentences.document", \
		 "v_sentences.edition", "v_sentences.section", at ".page", \
		 at ".line")

/* A number of v_terms, as far as it is read. */
#define READ "(walk.number + d.number % 128 * unit)"

const struct schema_object schema_objects[] = {
	TABLE("production", " -- what made reports, in one run of esep\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  esep TEXT NOT NULL, -- its version\n"
	"  lexicons TEXT NOT NULL, -- SHA-256 of all their files\n"
	"  names TEXT, -- files of --names as sha256sum prints them, or none\n"
	"  options TEXT -- others that change something, or none\n"),

	TABLE("document", " -- a report\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  name TEXT NOT NULL UNIQUE, -- its id in the stream\n"
	"  title TEXT,\n"
	"  lang TEXT,\n"
	"  country TEXT, -- ISO 3166-1\n"
	"  edition TEXT, -- the year on the cover\n"
	"  covers TEXT, -- the period it is about, EDTF\n"
	"  series TEXT,\n"
	"  source TEXT, -- the file it was read from\n"
	"  sha256 TEXT, -- of that file\n"
	"  paragraphs INTEGER NOT NULL, -- how many it has\n"
	"  words INTEGER NOT NULL,\n"
	"  tokenizer INTEGER NOT NULL, -- versions of what made it\n"
	"  stemmer INTEGER NOT NULL,\n"
	"  name_key INTEGER NOT NULL,\n"
	"  lexicons TEXT, -- which ones\n"
	"  made TEXT, -- a digest of the file and of what made it of it\n"
	"  production INTEGER REFERENCES production, -- NULL: not known\n"
	"  first_paragraph INTEGER, -- their ids follow one another from this\n"
	"  lengths BLOB, -- how many words each has, LEB128\n"
	"  first_mention INTEGER, -- their ids too follow one another\n"
	"  corrections TEXT, -- a digest of those it is shown under\n"
	"  corrected INTEGER NOT NULL DEFAULT 0 -- how many changes they made of it\n"),
	INDEX("document_sha256", "document(sha256)"),
	INDEX("document_paragraphs", "document(first_paragraph)"),
	INDEX("document_production", "document(production)"),

	BLOCK("document_meta", " -- what else a stream says of a document\n"
	"  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,\n"
	"  key TEXT NOT NULL,\n"
	"  value TEXT NOT NULL,\n"
	"  PRIMARY KEY (document, key)\n"),
	INDEX("document_meta_value", "document_meta(key, value)"),

	TABLE("document_pack", " -- what else it was loaded with: words, marks of\n"
	"  -- other tools, the source; for esep export\n"
	"  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,\n"
	"  bytes BLOB NOT NULL -- by zstd; see pipeline/stream/pack.h\n"),

	TABLE("section", "\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,\n"
	"  code TEXT NOT NULL, -- front, summary, P1, I4, panel; a date\n"
	"  position INTEGER NOT NULL, -- from 1\n"
	"  title TEXT, -- its first heading\n"
	"  parent INTEGER REFERENCES section ON DELETE CASCADE, -- or none\n"
	"  UNIQUE (document, code)\n"),
	INDEX("section_parent", "section(parent)"),

	TABLE("paragraph", "\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,\n"
	"  position INTEGER NOT NULL, -- from 1\n"
	"  name TEXT, -- its id in the stream, if not DOCUMENT-pPOSITION\n"
	"  kind TEXT NOT NULL,\n"
	"  section INTEGER REFERENCES section ON DELETE CASCADE,\n"
	"  country TEXT, -- ISO 3166-1, of its chapter\n"
	"  first_page INTEGER, -- of the source, from 1\n"
	"  last_page INTEGER,\n"
	"  first_line INTEGER, -- of the source, from 1\n"
	"  last_line INTEGER,\n"
	"  first_sentence INTEGER, -- its sentences are those from this id\n"
	"  last_sentence INTEGER, -- to this one\n"
	"  first_mention INTEGER, -- and its mentions those from this id\n"
	"  last_mention INTEGER, -- to this one\n"
	"  text TEXT NOT NULL, -- as written: lines rejoined, blanks folded\n"
	"  UNIQUE (document, position)\n"),

	TABLE("sentence", "\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  paragraph INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,\n"
	"  position INTEGER NOT NULL, -- in its paragraph, from 1\n"
	"  name TEXT, -- its id in the stream, if not PARAGRAPH-sPOSITION\n"
	"  lang TEXT NOT NULL,\n"
	"  start_char INTEGER NOT NULL, -- in the paragraph's text, from 0\n"
	"  end_char INTEGER NOT NULL, -- the first one behind it\n"
	"  page INTEGER, -- of the source\n"
	"  line INTEGER\n"),

	TABLE("term", " -- words as they are counted: by stem\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  lang TEXT NOT NULL,\n"
	"  stem TEXT NOT NULL,\n"
	"  UNIQUE (lang, stem)\n"),

	TABLE("term_block", " -- how often a document has each; see v_terms\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,\n"
	"  lang TEXT NOT NULL,\n"
	"  terms BLOB NOT NULL, -- pipeline/database/term_block.h\n"
	"  UNIQUE (document, lang)\n"),

	TABLE("entity", " -- whom and what the reports name\n"
	"  id TEXT PRIMARY KEY, -- canonical\n"
	"  type TEXT, -- the commonest; NULL: referred to, never named\n"
	"  name TEXT NOT NULL, -- in the language of most reports, if it has one\n"
	"  corrected TEXT -- name: people gave it\n"),

	BLOCK("entity_name", " -- how readers of a language know it\n"
	"  entity TEXT NOT NULL REFERENCES entity,\n"
	"  lang TEXT NOT NULL,\n"
	"  name TEXT NOT NULL,\n"
	"  source TEXT NOT NULL, -- correction, lexicon, stream (meta::name.ID),\n"
	"  -- text (its commonest full form)\n"
	"  PRIMARY KEY (entity, lang)\n"),

	BLOCK("alias", " -- the spellings of an entity\n"
	"  entity TEXT NOT NULL REFERENCES entity,\n"
	"  form TEXT NOT NULL,\n"
	"  lang TEXT NOT NULL,\n"
	"  type TEXT NOT NULL,\n"
	"  count INTEGER NOT NULL,\n"
	"  PRIMARY KEY (entity, form, lang, type)\n"),

	TABLE("mention", " -- an entity, a date, an amount, a share\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  sentence INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,\n"
	"  type TEXT NOT NULL,\n"
	"  entity TEXT REFERENCES entity,\n"
	"  value TEXT, -- EDTF; ISO 4217 and amount; percent\n"
	"  start_char INTEGER NOT NULL, -- in the paragraph's text, from 0\n"
	"  end_char INTEGER NOT NULL,\n"
	"  source_start INTEGER, -- characters of the source, from 0\n"
	"  source_end INTEGER,\n"
	"  page INTEGER, -- of the source\n"
	"  line INTEGER,\n"
	"  rule TEXT, -- that found it: esep-tag(1); NULL: another program\n"
	"  confidence INTEGER, -- that it is right, in percent; NULL: not known\n"
	"  corrected TEXT -- entity, type: what people changed of it\n"),

	TABLE("incident", " -- what happened\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  sentence INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,\n"
	"  name TEXT NOT NULL, -- its id in the stream\n"
	"  type TEXT NOT NULL,\n"
	"  status TEXT NOT NULL, -- asserted, alleged, denied, planned, general;\n"
	"    -- count: a total\n"
	"  date TEXT, -- EDTF\n"
	"  date_from TEXT, -- stated, carried, heading, footnote, event, report\n"
	"  place_from TEXT, -- the same\n"
	"  actor_class TEXT, -- police, court, state, private\n"
	"  outcome TEXT, -- P2Y, KZT 185000, dropped, suspended; ';' between\n"
	"  number NUMERIC, -- how many it befell, or how many there were\n"
	"  trigger TEXT, -- the words that tell it\n"
	"  source_start INTEGER, -- of the trigger, as in mention\n"
	"  source_end INTEGER,\n"
	"  page INTEGER, -- of the trigger\n"
	"  line INTEGER,\n"
	"  corrected TEXT -- date, target …: what people changed of it\n"),
	INDEX("incident_sentence", "incident(sentence)"),

	BLOCK("incident_party", " -- who had a part in it\n"
	"  incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,\n"
	"  role TEXT NOT NULL, -- target, place, actor, law\n"
	"  position INTEGER NOT NULL, -- from 1\n"
	"  name TEXT NOT NULL, -- the entity, or number and noun: 41_journalists\n"
	"  entity TEXT REFERENCES entity,\n"
	"  PRIMARY KEY (incident, role, position)\n"),

	TABLE("quotation", " -- who is cited as saying what\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  sentence INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,\n"
	"  name TEXT NOT NULL, -- its id in the stream\n"
	"  kind TEXT NOT NULL, -- direct, indirect\n"
	"  speaker TEXT REFERENCES entity,\n"
	"  speaker_from TEXT, -- name, noun, pronoun, carried\n"
	"  cue TEXT, -- said, according to\n"
	"  quote TEXT,\n"
	"  source_start INTEGER, -- of the quote, as in mention\n"
	"  source_end INTEGER,\n"
	"  page INTEGER, -- of the quote\n"
	"  line INTEGER,\n"
	"  corrected TEXT -- speaker …: what people changed of it\n"),
	INDEX("quotation_sentence", "quotation(sentence)"),

	TABLE("footnote", "\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  paragraph INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,\n"
	"  number TEXT NOT NULL, -- as printed\n"
	"  anchor INTEGER REFERENCES paragraph ON DELETE SET NULL,\n"
	"  anchor_char INTEGER, -- where its mark stands in that text\n"
	"  author TEXT,\n"
	"  title TEXT,\n"
	"  outlet TEXT,\n"
	"  date TEXT, -- EDTF\n"
	"  url TEXT\n"),
	INDEX("footnote_paragraph", "footnote(paragraph)"),
	INDEX("footnote_anchor", "footnote(anchor)"),

	TABLE("score", " -- marks that the report gives\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  paragraph INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,\n"
	"  scope TEXT NOT NULL, -- overall, P1, I7\n"
	"  value NUMERIC,\n"
	"  class TEXT, -- its name in words\n"
	"  change TEXT -- against the edition before\n"),
	INDEX("score_paragraph", "score(paragraph)"),

	TABLE("link", " -- where a text leads to\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  paragraph INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,\n"
	"  start_char INTEGER NOT NULL, -- in the paragraph's text, from 0\n"
	"  end_char INTEGER NOT NULL,\n"
	"  target TEXT NOT NULL -- a web address, or #name in the report\n"),
	INDEX("link_paragraph", "link(paragraph)"),

	TABLE("correction", " -- what people know better: rows of corrections.tsv\n"
	"  id INTEGER PRIMARY KEY,\n"
	"  action TEXT NOT NULL, -- merge, split, type, name, reject, incident …\n"
	"  document TEXT, -- its name; NULL: in all\n"
	"  at TEXT, -- where in it: line=64, section=P1, lang=ru\n"
	"  what TEXT NOT NULL, -- an id, a spelling, a type and conditions\n"
	"  value TEXT, -- what is right\n"
	"  who TEXT, -- says so\n"
	"  date TEXT, -- when, EDTF\n"
	"  why TEXT,\n"
	"  file TEXT, -- that told it\n"
	"  line INTEGER, -- there\n"
	"  left_out INTEGER NOT NULL -- 1: another one contradicts it\n"),

	BLOCK("correction_use", " -- how often it changed something\n"
	"  correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,\n"
	"  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,\n"
	"  count INTEGER NOT NULL,\n"
	"  PRIMARY KEY (document, correction)\n"),
	INDEX("correction_use_correction", "correction_use(correction)"),

	/* Full text: `SELECT highlight(paragraph_text, 0, '[', ']') FROM
	 * paragraph_text WHERE paragraph_text MATCH 'censorship'`. */
	VIRTUAL("paragraph_text", "text, content='paragraph', "
	"content_rowid='id', tokenize='unicode61 remove_diacritics 0'"),

	/* Rows are paragraphs; pipeline/database/word_index.h tells of its
	 * tokenizer, which other clients do not have. */
	VIRTUAL("word_index", "words, content='', columnsize=0, "
	"tokenize='esep_words'"),

	VIEW("v_documents", "reports: what they are, how large, what made them",
	"SELECT document.id, document.name AS document, title, lang, country,\n"
	"  edition, covers, series, source, sha256, paragraphs,\n"
	"  (SELECT coalesce(sum(last_sentence - first_sentence + 1), 0)\n"
	"    FROM paragraph WHERE paragraph.document = document.id)\n"
	"    AS sentences,\n"
	"  words, corrected, tokenizer, stemmer, name_key,\n"
	"  production.esep, production.lexicons, -- as in production\n"
	"  production.names, production.options\n"
	"FROM document\n"
	"LEFT JOIN production ON production.id = document.production"),

	VIEW("v_sections", "sections in their reports, and what they stand in",
	"SELECT section.id, document.name AS document, document.edition,\n"
	"  section.code AS section, section.position, section.title,\n"
	"  parent.code AS parent, section.document AS document_id\n"
	"FROM section\n"
	"JOIN document ON document.id = section.document\n"
	"LEFT JOIN section AS parent ON parent.id = section.parent"),

	VIEW("v_paragraphs", "paragraphs in their reports",
	"SELECT paragraph.id, document.name AS document, document.edition,\n"
	"  section.code AS section, paragraph.position, -- in the report\n"
	"  coalesce(paragraph.name, document.name || '-p' ||\n"
	"    paragraph.position) AS paragraph, paragraph.kind,\n"
	"  paragraph.first_page,\n"
	"  paragraph.last_page, paragraph.first_line, paragraph.last_line,\n"
	"  paragraph.text, coalesce(paragraph.country, document.country)\n"
	"    AS country, paragraph.country AS chapter_country,\n"
	"  paragraph.first_sentence, paragraph.last_sentence,\n"
	"  paragraph.first_mention, paragraph.last_mention,\n"
	"  paragraph.document AS document_id, paragraph.section AS section_id,\n"
	"  document.title -- of the report\n"
	"FROM paragraph\n"
	"JOIN document ON document.id = paragraph.document\n"
	"LEFT JOIN section ON section.id = paragraph.section"),

	VIEW("v_sentences", "sentences in their reports",
	"SELECT sentence.id, par.document, par.edition, sentence.lang,\n"
	"  par.section, par.kind, sentence.page, sentence.line,\n"
	"  coalesce(sentence.name, par.paragraph || '-s' ||\n"
	"    sentence.position) AS sentence, substr(par.text,\n"
	"    sentence.start_char + 1,\n"
	"    sentence.end_char - sentence.start_char) AS text,\n"
	"  par.paragraph, par.position AS paragraph_position,\n"
	"  sentence.position, -- in the paragraph\n"
	"  sentence.start_char, sentence.end_char, -- of its text\n"
	"  par.first_mention, par.last_mention, -- of the paragraph\n"
	"  par.country, par.document_id, par.section_id, par.title,\n"
	"  " CITATION("par.title", "par.document", "par.edition", "par.section",
		      "sentence.page", "sentence.line") "\n"
	"FROM sentence\n"
	"JOIN v_paragraphs AS par ON par.id = sentence.paragraph\n"
	"  AND sentence.id BETWEEN par.first_sentence AND par.last_sentence"),

	VIEW("v_mentions", "what is named, and where",
	"SELECT mention.id, v_sentences.document, v_sentences.edition,\n"
	"  v_sentences.lang, v_sentences.section, mention.page, mention.line,\n"
	"  mention.type, mention.entity, entity.name, mention.value,\n"
	"  substr(v_sentences.text,\n"
	"    mention.start_char - v_sentences.start_char + 1,\n"
	"    mention.end_char - mention.start_char) AS form,\n"
	"  v_sentences.sentence, v_sentences.text,\n"
	"  mention.source_start, mention.source_end, -- in the source\n"
	"  mention.rule, mention.confidence, mention.corrected,\n"
	HOME ",\n"
	"  " SENTENCE_CITATION("mention") "\n"
	"FROM mention\n"
	"JOIN v_sentences ON v_sentences.id = mention.sentence\n"
	"  AND mention.id BETWEEN first_mention AND last_mention\n"
	"LEFT JOIN entity ON entity.id = mention.entity"),

	VIEW("v_entities", "how often they are named",
	"SELECT entity.id, entity.type, entity.name,\n"
	"  coalesce(named.mentions, 0) AS mentions,\n"
	"  coalesce(named.documents, 0) AS documents\n"
	"FROM entity\n"
	"LEFT JOIN (SELECT mention.entity, count(*) AS mentions,\n"
	"    count(DISTINCT paragraph.document) AS documents\n"
	"  FROM mention JOIN sentence ON sentence.id = mention.sentence\n"
	"  JOIN paragraph ON paragraph.id = sentence.paragraph\n"
	"  WHERE mention.entity IS NOT NULL GROUP BY mention.entity)\n"
	"  AS named ON named.entity = entity.id"),

	VIEW("v_incidents", "what happened; parties with ; between",
	"SELECT incident.id, v_sentences.document, v_sentences.edition,\n"
	"  v_sentences.section, incident.page, incident.line, incident.type,\n"
	"  incident.status, incident.date, incident.date_from,\n"
	PARTIES("target")
	"  incident.number,\n"
	PARTIES("place")
	"  incident.place_from,\n"
	PARTIES("actor")
	"  incident.actor_class,\n"
	PARTIES("law")
	"  incident.outcome, incident.trigger, v_sentences.sentence,\n"
	"  v_sentences.text,\n"
	"  incident.corrected, v_sentences.lang,\n"
	HOME ",\n"
	"  " SENTENCE_CITATION("incident") "\n"
	"FROM incident\n"
	"JOIN v_sentences ON v_sentences.id = incident.sentence"),

	VIEW("v_quotations", "who is cited as saying what",
	"SELECT quotation.id, v_sentences.document, v_sentences.edition,\n"
	"  v_sentences.section, quotation.page, quotation.line,\n"
	"  quotation.kind, quotation.speaker, entity.name,\n"
	"  quotation.speaker_from, quotation.cue, quotation.quote, v_sentences.sentence, v_sentences.text,\n"
	"  quotation.corrected, v_sentences.lang,\n"
	HOME ",\n"
	"  " SENTENCE_CITATION("quotation") "\n"
	"FROM quotation\n"
	"JOIN v_sentences ON v_sentences.id = quotation.sentence\n"
	"LEFT JOIN entity ON entity.id = quotation.speaker"),

	VIEW("v_corrections", "what people know better, and what it changed",
	"SELECT correction.id, action, document, at, what, value,\n"
	"  who, date, why, left_out, file, line,\n"
	"  (SELECT coalesce(sum(count), 0) FROM correction_use AS use\n"
	"    WHERE use.correction = correction.id) AS applied,\n"
	"  (SELECT count(*) FROM correction_use AS use\n"
	"    WHERE use.correction = correction.id) AS documents\n"
	"FROM correction"),

	/* The anchor's sentence is the last one that begins before the mark;
	 * in a table or a heading that has none it is the paragraph. */
	VIEW("v_footnotes", "footnotes, and the sentence of their mark",
	"SELECT footnote.id, document.name AS document, document.edition,\n"
	"  section.code AS section, footnote.number, footnote.author,\n"
	"  footnote.title, footnote.outlet, footnote.date, footnote.url,\n"
	"  coalesce(sentence.name, coalesce(anchor.name, document.name ||\n"
	"    '-p' || anchor.position) || '-s' || sentence.position)\n"
	"    AS sentence,\n"
	"  coalesce(sentence.page, anchor.first_page) AS page,\n"
	"  coalesce(sentence.line, anchor.first_line) AS line,\n"
	"  CASE WHEN sentence.id IS NULL THEN anchor.text\n"
	"    ELSE substr(anchor.text, sentence.start_char + 1,\n"
	"      sentence.end_char - sentence.start_char) END AS text,\n"
	"  note.text AS note, note.first_page AS note_page,\n"
	"  note.first_line AS note_line, sentence.lang,\n"
	"  coalesce(anchor.kind, note.kind) AS paragraph_kind,\n"
	"  coalesce(anchor.country, note.country, document.country)\n"
	"    AS country, document.id AS document_id, section.id AS section_id,\n"
	"  sentence.id AS sentence_row,\n"
	"  " CITATION("document.title", "document.name", "document.edition",
		      "section.code",
		      "coalesce(sentence.page, anchor.first_page)",
		      "coalesce(sentence.line, anchor.first_line)") "\n"
	"FROM footnote\n"
	"JOIN paragraph AS note ON note.id = footnote.paragraph\n"
	"JOIN document ON document.id = note.document\n"
	"LEFT JOIN paragraph AS anchor ON anchor.id = footnote.anchor\n"
	"LEFT JOIN section ON section.id = coalesce(anchor.section,\n"
	"  note.section)\n"
	"LEFT JOIN sentence ON sentence.id = (SELECT id FROM sentence AS s\n"
	"  WHERE s.id BETWEEN anchor.first_sentence AND anchor.last_sentence\n"
	"    AND s.start_char <= footnote.anchor_char\n"
	"  ORDER BY s.start_char DESC LIMIT 1)"),

	/* One step a byte: `field` is the number of the entry that is being
	 * read, 6 when all are; READ is it with this byte, which is the last of
	 * a number if it is less than 128. */
	VIEW("v_terms", "how often each report has a word",
	"WITH RECURSIVE\n"
	"digits(hex, number) AS (SELECT '00', 0 UNION ALL\n"
	"  SELECT printf('%02X', number + 1), number + 1 FROM digits\n"
	"  WHERE number < 255),\n"
	"walk(block, at, field, number, unit, term, head, count, repeated,\n"
	"  rest, bytes) AS (\n"
	"  SELECT id, 1, 6, 0, 1, 0, 0, 0, 0, 0, 0 FROM term_block UNION ALL\n"
	"  SELECT block, at + 1 + iif(d.number < 128 AND field = 4, " READ ", 0),\n"
	"    CASE WHEN d.number > 127 THEN field % 6\n"
	"      WHEN field % 6 = 0 THEN 1\n"
	"      WHEN field = 1 AND " READ " & 1 THEN 2\n"
	"      WHEN field = 1 AND " READ " & 2 THEN 4\n"
	"      WHEN field = 2 THEN 3\n"
	"      WHEN field = 3 AND head & 2 THEN 4 ELSE 6 END,\n"
	"    iif(d.number < 128, 0, " READ "), iif(d.number < 128, 1, unit * 128),\n"
	"    term + iif(d.number < 128 AND field % 6 = 0, " READ ", 0),\n"
	"    iif(field = 1, " READ ", head),\n"
	"    CASE field WHEN 1 THEN 1 WHEN 2 THEN " READ " ELSE count END,\n"
	"    CASE field WHEN 1 THEN 0 WHEN 3 THEN " READ " ELSE repeated END,\n"
	"    iif(field = 4, at + 1, rest),\n"
	"    CASE field WHEN 1 THEN 0 WHEN 4 THEN " READ " ELSE bytes END\n"
	"  FROM walk JOIN term_block ON term_block.id = block\n"
	"  JOIN digits AS d ON d.hex = hex(substr(terms, at, 1)))\n"
	"SELECT document.name AS document, document.edition, term.lang,\n"
	"  term.stem, substr(term.stem, 1, walk.head / 4) ||\n"
	"    CAST(substr(terms, walk.rest, walk.bytes) AS TEXT) AS form,\n"
	"  walk.count, walk.count - walk.repeated AS paragraphs,\n"
	"  document.series, document.country\n"
	"FROM walk\n"
	"JOIN term_block ON term_block.id = walk.block\n"
	"JOIN document ON document.id = term_block.document\n"
	"JOIN term ON term.id = walk.term\n"
	"WHERE walk.field = 6 AND walk.term > 0"),

	VIEW("v_scores", "marks that reports give",
	"SELECT par.document, par.edition, score.scope, score.value,\n"
	"  score.class, score.change, par.first_page AS page,\n"
	"  par.first_line AS line, par.kind AS paragraph_kind, par.country,\n"
	"  par.document_id, par.section_id, par.id AS paragraph_id,\n"
	"  par.section, score.id,\n"
	"  " CITATION("par.title", "par.document", "par.edition", "par.section",
		      "par.first_page", "par.first_line") "\n"
	"FROM score\n"
	"JOIN v_paragraphs AS par ON par.id = score.paragraph"),

	{ NULL, NULL, NULL }
};
