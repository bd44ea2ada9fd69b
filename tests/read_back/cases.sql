SELECT target || '.1' AS "case", target, 'fined' AS state, date AS since, date,
  type, 1 AS told, document_id IS NOT NULL AS documents
FROM v_incidents WHERE type = 'fine' AND target IS NOT NULL
