SELECT type, entity AS id, name, count(*) AS count,
  count(DISTINCT document) AS documents, form || ' (1)' AS spellings,
  text AS example, document, line
FROM v_mentions WHERE rule IS NOT NULL GROUP BY entity
UNION ALL SELECT 'outlet', 'x', 'X', 1, 1, 'X (1)', text, document, line
FROM v_sentences WHERE text LIKE '%"X"%'
