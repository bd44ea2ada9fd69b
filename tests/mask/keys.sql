-- Of the descriptor of a data package in the folder csv/: the statements that
-- read its tables, and print the keys that two rows share or that no row has.
.mode list
CREATE TABLE resource AS SELECT value AS r, value ->> '$.name' AS name
FROM json_each(CAST(readfile('csv/datapackage.json') AS TEXT), '$.resources');
SELECT '.import --csv csv/' || name || '.csv ' || name FROM resource;
SELECT 'SELECT ''' || name || ': twice'', ' || columns || ' FROM ' || name
	|| ' GROUP BY ' || columns || ' HAVING count(*) > 1;'
FROM (SELECT name, (SELECT group_concat(value)
	FROM json_each(r, '$.schema.primaryKey')) AS columns FROM resource);
SELECT 'SELECT ''' || name || ': not in ' || theirs || ''', * FROM ' || name
	|| ' AS a WHERE ' || filled || ' AND NOT EXISTS (SELECT 1 FROM '
	|| theirs || ' AS b WHERE ' || same || ');'
FROM (SELECT name, value ->> '$.reference.resource' AS theirs,
	(SELECT group_concat('a.' || f.value || ' <> ''''', ' AND ')
		FROM json_each(k.value, '$.fields') AS f) AS filled,
	(SELECT group_concat('a.' || f.value || ' = b.'
		|| (k.value ->> ('$.reference.fields[' || f.key || ']')),
		' AND ') FROM json_each(k.value, '$.fields') AS f) AS same
	FROM resource, json_each(r, '$.schema.foreignKeys') AS k);
