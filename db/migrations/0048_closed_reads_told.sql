-- A read of one person's points is told of that person, however the one was asked for: twice, within other brackets,
-- beside somebody who is not there. As 0045 has it otherwise.
CREATE OR REPLACE FUNCTION closed_assessed(reader uuid, reason text, entry_id uuid, read_at timestamptz, of_direction uuid, persons uuid[])
RETURNS TABLE (person_id uuid, result_id uuid, attempt integer, earned integer, maximum integer, day date, entrepreneur boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  known uuid[] := ARRAY(SELECT p.id FROM people p WHERE p.id = ANY (persons) ORDER BY p.id);
BEGIN
  IF cardinality(known) = 1 THEN
    PERFORM closed_note(reader, reason, entry_id, read_at, 'person', known[1], '{"fields": ["results", "entrepreneur"]}');
  ELSIF cardinality(known) > 1 THEN
    PERFORM closed_note(reader, reason, entry_id, read_at, 'direction', of_direction,
      jsonb_build_object('fields', jsonb_build_array('results', 'entrepreneur'), 'people', cardinality(known)));
  END IF;
  RETURN QUERY SELECT w.id, r.id, r.attempt, r.earned, r.maximum, r.day, s.entrepreneur
    FROM unnest(known) w (id)
    LEFT JOIN LATERAL (SELECT x.* FROM closed.assessment_results x WHERE x.person_id = w.id AND x.direction_id = of_direction
      AND x.withdrawn_at IS NULL ORDER BY x.attempt DESC LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT y.entrepreneur FROM closed.entrepreneur_statements y WHERE y.person_id = w.id
      ORDER BY y.id DESC LIMIT 1) s ON true;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION closed_result_totals(reader uuid, reason text, entry_id uuid, read_at timestamptz, of_imports uuid[], edges integer[])
RETURNS TABLE (import_id uuid, counts integer[], passed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  known uuid[] := ARRAY(SELECT i.id FROM imports i WHERE i.id = ANY (of_imports) ORDER BY i.id);
BEGIN
  IF cardinality(known) > 0 THEN
    PERFORM closed_note(reader, reason, entry_id, read_at, 'import', CASE WHEN cardinality(known) = 1 THEN known[1] END,
      jsonb_build_object('fields', jsonb_build_array('results'), 'imports', cardinality(known)));
  END IF;
  RETURN QUERY SELECT i.id,
    ARRAY(SELECT count(r.id)::int FROM unnest(edges) WITH ORDINALITY AS b (edge, place)
      LEFT JOIN closed.assessment_results r ON r.import_id = i.id AND r.withdrawn_at IS NULL AND r.earned * 100 >= b.edge * r.maximum
      GROUP BY b.place ORDER BY b.place),
    (SELECT count(*)::int FROM closed.assessment_results r CROSS JOIN closed.pass p WHERE r.import_id = i.id AND r.withdrawn_at IS NULL
      AND (r.earned::bigint * 100 > p.percent::bigint * r.maximum OR (NOT p.strict AND r.earned::bigint * 100 = p.percent::bigint * r.maximum)))
    FROM unnest(known) i (id);
END $$;
