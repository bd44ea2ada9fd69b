-- without numbers and stop words
SELECT stem AS term, lang, min(form) AS form,
  sum(iif(edition = 2023, count, 0)) AS count_2023,
  sum(iif(edition = 2024, count, 0)) AS count_2024,
  sum(edition = 2023) AS documents_2023, sum(edition = 2024) AS documents_2024
FROM v_terms
WHERE stem > '9' AND stem NOT IN ('again', 'do', 'the')
GROUP BY stem, lang
