SELECT id, type, name, mentions, documents FROM v_entities WHERE mentions > 0
