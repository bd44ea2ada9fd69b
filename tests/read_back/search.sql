SELECT document, section, line, page, text AS sentence,
  (instr(text, 'censorship') - 1) || ':' || (instr(text, 'censorship') + 9)
    AS hits
FROM v_sentences WHERE text LIKE '%censorship%'
