-- Each table as its view tells it against the file: how many rows both have,
-- and how many of either the other lacks. An empty cell is NULL.
.mode list
.separator ' '
.import --csv all/documents.csv csv_documents
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(title, '') || '', ifnull(lang, '') || '', ifnull(country, '') || '', ifnull(edition, '') || '', ifnull(covers, '') || '', ifnull(series, '') || '', ifnull(source, '') || '', ifnull(sha256, '') || '', ifnull(paragraphs, '') || '', ifnull(words, '') || '' FROM
	(SELECT name AS document, title, lang, country, edition, covers, series, source, sha256, paragraphs, words FROM document);
CREATE TEMP VIEW f AS SELECT document, title, lang, country, edition, covers, series, source, sha256, paragraphs, words FROM csv_documents;
SELECT 'documents', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/document_meta.csv csv_document_meta
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(key, '') || '', ifnull(value, '') || '' FROM
	(SELECT name AS document, key, value FROM document JOIN document_meta ON document = id WHERE key NOT LIKE 'name.%' AND key <> 'stages');
CREATE TEMP VIEW f AS SELECT document, key, value FROM csv_document_meta;
SELECT 'document_meta', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/sections.csv csv_sections
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(section, '') || '', ifnull(position, '') || '', ifnull(title, '') || '', ifnull(parent, '') || '' FROM
	(SELECT document, section, position, title, parent FROM v_sections);
CREATE TEMP VIEW f AS SELECT document, section, position, title, parent FROM csv_sections;
SELECT 'sections', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/paragraphs.csv csv_paragraphs
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(paragraph, '') || '', ifnull(position, '') || '', ifnull(kind, '') || '', ifnull(section, '') || '', ifnull(country, '') || '', ifnull(first_page, '') || '', ifnull(last_page, '') || '', ifnull(first_line, '') || '', ifnull(last_line, '') || '', ifnull(text, '') || '' FROM
	(SELECT v.document, v.paragraph, v.position, v.kind, v.section, p.country, v.first_page, v.last_page, v.first_line, v.last_line, v.text
	FROM v_paragraphs AS v JOIN paragraph AS p USING (id));
CREATE TEMP VIEW f AS SELECT document, paragraph, position, kind, section, country, first_page, last_page, first_line, last_line, text FROM csv_paragraphs;
SELECT 'paragraphs', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/sentences.csv csv_sentences
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(sentence, '') || '', ifnull(paragraph, '') || '', ifnull(position, '') || '', ifnull(lang, '') || '', ifnull(start_char, '') || '', ifnull(end_char, '') || '', ifnull(page, '') || '', ifnull(line, '') || '', ifnull(text, '') || '' FROM
	(SELECT document, sentence, paragraph, position, lang, start_char, end_char, page, line, text FROM v_sentences);
CREATE TEMP VIEW f AS SELECT document, sentence, paragraph, position, lang, start_char, end_char, page, line, text FROM csv_sentences;
SELECT 'sentences', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/mentions.csv csv_mentions
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(sentence, '') || '', ifnull(type, '') || '', ifnull(entity, '') || '', ifnull(value, '') || '', ifnull(form, '') || '', ifnull(start_char, '') || '', ifnull(end_char, '') || '', ifnull(source_start, '') || '', ifnull(source_end, '') || '', ifnull(page, '') || '', ifnull(line, '') || '', ifnull(rule, '') || '', ifnull(confidence, '') || '', ifnull(corrected, '') || '' FROM
	(SELECT v.document, v.sentence, v.type, v.entity, v.value, form, start_char, end_char, v.source_start, v.source_end, v.page, v.line, v.rule, v.confidence, v.corrected FROM v_mentions AS v JOIN mention USING (id));
CREATE TEMP VIEW f AS SELECT document, sentence, type, entity, value, form, start_char, end_char, source_start, source_end, page, line, rule, confidence, corrected FROM csv_mentions;
SELECT 'mentions', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/entities.csv csv_entities
CREATE TEMP VIEW t AS SELECT ifnull(entity, '') || '', ifnull(type, '') || '', ifnull(name, '') || '', ifnull(corrected, '') || '' FROM
	(SELECT id AS entity, type, name, corrected FROM entity);
CREATE TEMP VIEW f AS SELECT entity, type, name, corrected FROM csv_entities;
SELECT 'entities', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/entity_names.csv csv_entity_names
CREATE TEMP VIEW t AS SELECT ifnull(entity, '') || '', ifnull(lang, '') || '', ifnull(name, '') || '', ifnull(source, '') || '' FROM
	(SELECT entity, lang, name, source FROM entity_name);
CREATE TEMP VIEW f AS SELECT entity, lang, name, source FROM csv_entity_names;
SELECT 'entity_names', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/aliases.csv csv_aliases
CREATE TEMP VIEW t AS SELECT ifnull(entity, '') || '', ifnull(form, '') || '', ifnull(lang, '') || '', ifnull(type, '') || '', ifnull(count, '') || '' FROM
	(SELECT entity, form, lang, type, count FROM alias);
CREATE TEMP VIEW f AS SELECT entity, form, lang, type, count FROM csv_aliases;
SELECT 'aliases', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/incidents.csv csv_incidents
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(incident, '') || '', ifnull(sentence, '') || '', ifnull(type, '') || '', ifnull(date, '') || '', ifnull(trigger, '') || '', ifnull(source_start, '') || '', ifnull(source_end, '') || '', ifnull(page, '') || '', ifnull(line, '') || '', ifnull(corrected, '') || '' FROM
	(SELECT v.document, incident.name AS incident, v.sentence, v.type, v.date, v.trigger, source_start, source_end, v.page, v.line, v.corrected FROM v_incidents AS v JOIN incident USING (id));
CREATE TEMP VIEW f AS SELECT document, incident, sentence, type, date, trigger, source_start, source_end, page, line, corrected FROM csv_incidents;
SELECT 'incidents', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/incident_parties.csv csv_incident_parties
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(incident, '') || '', ifnull(role, '') || '', ifnull(position, '') || '', ifnull(party, '') || '', ifnull(entity, '') || '' FROM
	(SELECT v.document, incident.name AS incident, role, position, party.name AS party, entity FROM v_incidents AS v JOIN incident USING (id) JOIN incident_party AS party ON incident = incident.id);
CREATE TEMP VIEW f AS SELECT document, incident, role, position, party, entity FROM csv_incident_parties;
SELECT 'incident_parties', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/quotations.csv csv_quotations
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(quotation, '') || '', ifnull(sentence, '') || '', ifnull(kind, '') || '', ifnull(speaker, '') || '', ifnull(cue, '') || '', ifnull(quote, '') || '', ifnull(source_start, '') || '', ifnull(source_end, '') || '', ifnull(page, '') || '', ifnull(line, '') || '', ifnull(corrected, '') || '' FROM
	(SELECT v.document, quotation.name AS quotation, v.sentence, v.kind, v.speaker, v.cue, v.quote, source_start, source_end, v.page, v.line, v.corrected FROM v_quotations AS v JOIN quotation USING (id));
CREATE TEMP VIEW f AS SELECT document, quotation, sentence, kind, speaker, cue, quote, source_start, source_end, page, line, corrected FROM csv_quotations;
SELECT 'quotations', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/footnotes.csv csv_footnotes
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(number, '') || '', ifnull(author, '') || '', ifnull(title, '') || '', ifnull(outlet, '') || '', ifnull(date, '') || '', ifnull(url, '') || '', ifnull(anchor_char, '') || '' FROM
	(SELECT v.document, v.number, v.author, v.title, v.outlet, v.date, v.url, anchor_char FROM v_footnotes AS v JOIN footnote USING (id));
CREATE TEMP VIEW f AS SELECT document, number, author, title, outlet, date, url, anchor_char FROM csv_footnotes;
SELECT 'footnotes', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/scores.csv csv_scores
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(scope, '') || '', ifnull(value, '') || '', ifnull(class, '') || '', ifnull(change, '') || '' FROM
	(SELECT document, scope, value, class, change FROM v_scores);
CREATE TEMP VIEW f AS SELECT document, scope, value, class, change FROM csv_scores;
SELECT 'scores', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
.import --csv all/links.csv csv_links
CREATE TEMP VIEW t AS SELECT ifnull(document, '') || '', ifnull(paragraph, '') || '', ifnull(start_char, '') || '', ifnull(end_char, '') || '', ifnull(target, '') || '' FROM
	(SELECT document, v.paragraph, start_char, end_char, target
	FROM link JOIN v_paragraphs AS v ON v.id = link.paragraph);
CREATE TEMP VIEW f AS SELECT document, paragraph, start_char, end_char, target FROM csv_links;
SELECT 'links', (SELECT count(*) FROM t), (SELECT count(*) FROM f),
	(SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM f)),
	(SELECT count(*) FROM (SELECT * FROM f EXCEPT SELECT * FROM t));
DROP VIEW t; DROP VIEW f;
