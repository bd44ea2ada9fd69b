SELECT action, document, at, what, value, who, date AS "when", why, applied,
  documents, file, line
FROM v_corrections
