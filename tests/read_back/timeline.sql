SELECT date, type, target, place, actor, law, trigger, document, section, page,
  line, text AS sentence, corrected
FROM v_incidents
