-- What a stream cannot bring: tabs, line ends and controls in names and titles.
UPDATE document SET title = title || char(9, 10, 13, 27) || '_x0041_'
WHERE title IS NOT NULL;
UPDATE entity SET name = char(9) || name || char(10, 27, 13) || ' ';
UPDATE incident SET trigger = '-' || trigger || char(13, 10);
UPDATE correction SET why = why || char(9, 10) WHERE why IS NOT NULL;
