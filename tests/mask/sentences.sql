-- What is wrong with the places in sentences of masked.jsonl.
CREATE TABLE line AS SELECT value AS j FROM json_each('[' || replace(trim(
	CAST(readfile('masked.jsonl') AS TEXT), char(10)), char(10), ',')
	|| ']');
CREATE TABLE part AS SELECT list.key AS list, part.value AS j,
	part.value ->> '$.form' AS form,
	substr(line.j ->> '$.text', (part.value ->> '$.start') + 1,
		(part.value ->> '$.end') - (part.value ->> '$.start')) AS cut
FROM line, json_each(line.j) AS list, json_each(list.value) AS part
WHERE list.key IN ('mentions', 'tokens');
SELECT 'few persons' WHERE (SELECT count(*) FROM part
	WHERE (j ->> '$.id') GLOB 'person_?') < 50;
SELECT 'mention', j FROM part WHERE list = 'mentions'
AND (cut IS NOT form OR j ->> '$.source_start' IS NOT NULL);
SELECT 'token', j FROM part WHERE form LIKE '%‹%' AND cut IS NOT form;
SELECT 'no letter', j FROM part WHERE (j ->> '$.id') GLOB 'person_?'
AND (form NOT LIKE '%‹%' OR (j ->> '$.name') NOT LIKE '‹_›');
