-- Papers that the erased person was given say so on their check pages, and what they told cannot be compared any more.
CREATE FUNCTION erase_given(persons uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE issued i SET revoked_at = coalesce(i.revoked_at, now()), facts = NULL,
      revoke_reason = CASE WHEN i.revoked_at IS NULL THEN 'erased' ELSE i.revoke_reason END
    WHERE i.kind IN ('extract', 'participation', 'biography') AND i.object_id = ANY (persons)
$$;--> statement-breakpoint
-- Lists that nobody has written yet: a row with the family and the given name is left out. A namesake's row goes with it,
-- which the keeper of the list sees and can bring again.
CREATE FUNCTION erase_open_rows(persons uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE import_rows r SET cells = '{}', read = '{}', matches = '[]', reasons = '[]', verdict = 'rejected', choice = NULL
  FROM imports i, people p
  WHERE i.id = r.import_id AND i.state IN ('open', 'running') AND i.kind <> 'organisations' AND r.object_id IS NULL
    AND p.id = ANY (persons) AND p.family_name NOT IN ('', '–')
    AND position(split_part(p.name_norm, ' ', 1) IN translate(lower(array_to_string(r.cells, ' ')), 'ё', 'е')) > 0
    AND position(split_part(p.name_norm, ' ', 2) IN translate(lower(array_to_string(r.cells, ' ')), 'ё', 'е')) > 0
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_person(of_person uuid) RETURNS TABLE (sha256 text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, closed, pg_temp AS $$
DECLARE
  persons uuid[] := ARRAY(SELECT p.id FROM people p WHERE p.id = of_person OR p.merged_into_id = of_person ORDER BY p.id);
BEGIN
  IF NOT EXISTS (SELECT FROM erasures e WHERE e.person_id = of_person AND e.state = 'done') THEN
    RAISE EXCEPTION 'nobody granted this erasure' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('rses.erasing', 'on', true);
  PERFORM 1 FROM people p WHERE p.id = ANY (persons) ORDER BY p.id FOR UPDATE;
  PERFORM erase_account(persons), erase_results(persons), erase_words(persons), erase_rows(persons), erase_open_rows(persons),
    erase_given(persons);
  RETURN QUERY SELECT k.sha256 FROM erase_papers(persons) k;
  PERFORM erase_names(persons);
  PERFORM set_config('rses.erasing', '', true);
END $$;--> statement-breakpoint
-- Whoever was erased before this is erased by the same rule.
DO $$ BEGIN PERFORM erase_person(e.person_id) FROM erasures e WHERE e.state = 'done'; END $$;
