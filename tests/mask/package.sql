-- What is wrong with the tables of a masked data package, beside the plain one.
.import --csv plain/entities.csv plain_entities
.import --csv plain/aliases.csv plain_aliases
.import --csv plain/mentions.csv plain_mentions
.import --csv plain/documents.csv plain_documents
SELECT 'form', m.* FROM mentions AS m
JOIN sentences AS s USING (document, sentence)
JOIN paragraphs AS p USING (document, paragraph)
WHERE substr(p.text, m.start_char + 1, m.end_char - m.start_char) <> m.form
OR m.form = '' OR m.source_start || m.source_end <> '';
SELECT 'sentence', s.* FROM sentences AS s
JOIN paragraphs AS p USING (document, paragraph)
WHERE substr(p.text, s.start_char + 1, s.end_char - s.start_char) <> s.text
OR s.text = '';
SELECT 'link', l.* FROM links AS l
JOIN paragraphs AS p USING (document, paragraph)
WHERE l.start_char + 0 >= l.end_char + 0 OR l.end_char + 0 > length(p.text);
SELECT 'no letter', * FROM mentions
WHERE entity GLOB 'person_?' AND form NOT LIKE '%‹%';
SELECT 'entities are fewer'
WHERE (SELECT count(*) FROM entities) <> (SELECT count(*) FROM plain_entities)
OR (SELECT count(DISTINCT name) FROM entities WHERE name LIKE '‹%') < 10;
SELECT 'counts of aliases'
WHERE (SELECT sum(count) FROM aliases)
	<> (SELECT sum(count) FROM plain_aliases)
OR (SELECT count(*) FROM aliases) >= (SELECT count(*) FROM plain_aliases);
SELECT 'places'
WHERE (SELECT group_concat(sentence || number || page || line) FROM mentions)
<> (SELECT group_concat(sentence || number || page || line)
	FROM plain_mentions);
SELECT 'files' WHERE (SELECT group_concat(source || sha256) FROM documents)
<> (SELECT group_concat(source || sha256) FROM plain_documents);
