-- What is wrong with ids and values of masked.ftm.
CREATE TABLE line AS SELECT value AS j FROM json_each('[' || replace(trim(
	CAST(readfile('masked.ftm') AS TEXT), char(10)), char(10), ',')
	|| ']');
CREATE TABLE object AS SELECT j ->> '$.id' AS id FROM line;
CREATE TABLE property AS
SELECT j ->> '$.id' AS id, p.key AS name, v.value AS value
FROM line, json_each(j, '$.properties') AS p, json_each(p.value) AS v;
SELECT 'twice', id FROM object GROUP BY id HAVING count(*) > 1;
SELECT 'twice', * FROM property GROUP BY id, name, value HAVING count(*) > 1;
SELECT 'of nothing', * FROM property
WHERE name IN ('proof', 'document', 'resolved', 'involved', 'addressEntity',
	'subject', 'object', 'entity') AND value NOT IN (SELECT id FROM object);
SELECT 'its own name', a.* FROM property AS a JOIN property AS b
USING (id, value) WHERE a.name = 'alias' AND b.name = 'name';
SELECT 'few persons' WHERE (SELECT count(DISTINCT value) FROM property
	WHERE name = 'name' AND value LIKE '‹_›') < 10;
