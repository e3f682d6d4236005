-- Points of the assessment and statements on business are closed data: they move to the closed base, and leave it through
-- functions that take a reason and write the log.
ALTER TABLE assessment_results SET SCHEMA closed;--> statement-breakpoint
ALTER TABLE entrepreneur_statements SET SCHEMA closed;--> statement-breakpoint
CREATE TABLE "closed"."pass" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"percent" integer NOT NULL,
	"strict" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE closed.pass ADD CONSTRAINT pass_one CHECK (one);--> statement-breakpoint
REVOKE ALL ON closed.assessment_results, closed.entrepreneur_statements, closed.pass FROM public;--> statement-breakpoint
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rses_web') THEN
    REVOKE ALL ON closed.assessment_results, closed.entrepreneur_statements, closed.pass FROM rses_web;
  END IF;
END $$;--> statement-breakpoint
-- What reads them by the name alone.
ALTER FUNCTION closed_fields(uuid, uuid, text[], text, text, uuid, uuid, uuid, timestamptz, date) SET search_path = public, closed, pg_temp;--> statement-breakpoint
ALTER FUNCTION erase_person(uuid) SET search_path = public, closed, pg_temp;--> statement-breakpoint

-- Whether the last attempt since a moment passed: one word, no points. What passes is written by the owner alone, so it
-- cannot be asked point by point.
CREATE FUNCTION result_verdict(of_person uuid, of_direction uuid, since timestamptz) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = closed, pg_temp AS $$
  SELECT CASE WHEN r.earned::bigint * 100 > p.percent::bigint * r.maximum
    OR (NOT p.strict AND r.earned::bigint * 100 = p.percent::bigint * r.maximum) THEN 'passed' ELSE 'failed' END
  FROM assessment_results r CROSS JOIN pass p
  WHERE r.person_id = of_person AND r.direction_id = of_direction AND r.withdrawn_at IS NULL AND r.entered_at >= since
  ORDER BY r.attempt DESC LIMIT 1
$$;--> statement-breakpoint

CREATE FUNCTION closed_note(reader uuid, reason text, entry_id uuid, read_at timestamptz, kind text, object uuid, about jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF length(trim(coalesce(reason, ''))) = 0 THEN RAISE EXCEPTION 'a closed read needs a reason'; END IF;
  INSERT INTO log_entries (id, at, kind, actor_id, object_kind, object_id, facts)
    VALUES (entry_id, read_at, 'closed.read', reader, kind, object, jsonb_build_object('reason', reason) || about);
END $$;--> statement-breakpoint

-- The last attempt in the direction and the last statement, a row for each person; one entry of the log for all of them.
CREATE FUNCTION closed_assessed(reader uuid, reason text, entry_id uuid, read_at timestamptz, of_direction uuid, persons uuid[])
RETURNS TABLE (person_id uuid, result_id uuid, attempt integer, earned integer, maximum integer, day date, entrepreneur boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF cardinality(persons) = 1 THEN
    PERFORM closed_note(reader, reason, entry_id, read_at, 'person', persons[1], '{"fields": ["results", "entrepreneur"]}');
  ELSIF cardinality(persons) > 1 THEN
    PERFORM closed_note(reader, reason, entry_id, read_at, 'direction', of_direction,
      jsonb_build_object('fields', jsonb_build_array('results', 'entrepreneur'), 'people', cardinality(persons)));
  END IF;
  RETURN QUERY SELECT w.id, r.id, r.attempt, r.earned, r.maximum, r.day, s.entrepreneur
    FROM (SELECT DISTINCT u.id FROM unnest(persons) u (id)) w
    LEFT JOIN LATERAL (SELECT x.* FROM closed.assessment_results x WHERE x.person_id = w.id AND x.direction_id = of_direction
      AND x.withdrawn_at IS NULL ORDER BY x.attempt DESC LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT y.entrepreneur FROM closed.entrepreneur_statements y WHERE y.person_id = w.id
      ORDER BY y.id DESC LIMIT 1) s ON true;
END $$;--> statement-breakpoint

CREATE FUNCTION closed_attempts(reader uuid, reason text, entry_id uuid, read_at timestamptz, of_direction uuid, of_person uuid, since timestamptz)
RETURNS TABLE (attempt integer, earned integer, maximum integer, day date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM closed_note(reader, reason, entry_id, read_at, 'person', of_person, '{"fields": ["results"]}');
  RETURN QUERY SELECT r.attempt, r.earned, r.maximum, r.day FROM closed.assessment_results r
    WHERE r.person_id = of_person AND r.direction_id = of_direction AND r.withdrawn_at IS NULL AND r.entered_at >= since;
END $$;--> statement-breakpoint

-- How many of an import stand at each edge or above, and how many passed.
CREATE FUNCTION closed_result_totals(reader uuid, reason text, entry_id uuid, read_at timestamptz, of_imports uuid[], edges integer[])
RETURNS TABLE (import_id uuid, counts integer[], passed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF cardinality(of_imports) > 0 THEN
    PERFORM closed_note(reader, reason, entry_id, read_at, 'import', CASE WHEN cardinality(of_imports) = 1 THEN of_imports[1] END,
      jsonb_build_object('fields', jsonb_build_array('results'), 'imports', cardinality(of_imports)));
  END IF;
  RETURN QUERY SELECT i.id,
    ARRAY(SELECT count(r.id)::int FROM unnest(edges) WITH ORDINALITY AS b (edge, place)
      LEFT JOIN closed.assessment_results r ON r.import_id = i.id AND r.withdrawn_at IS NULL AND r.earned * 100 >= b.edge * r.maximum
      GROUP BY b.place ORDER BY b.place),
    (SELECT count(*)::int FROM closed.assessment_results r CROSS JOIN closed.pass p WHERE r.import_id = i.id AND r.withdrawn_at IS NULL
      AND (r.earned::bigint * 100 > p.percent::bigint * r.maximum OR (NOT p.strict AND r.earned::bigint * 100 = p.percent::bigint * r.maximum)))
    FROM unnest(of_imports) i (id);
END $$;--> statement-breakpoint

CREATE FUNCTION closed_add_results(by_id uuid, at timestamptz, added jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = closed, pg_temp AS $$
  INSERT INTO assessment_results (id, person_id, direction_id, attempt, earned, maximum, day, motivation, motivation_maximum, import_id,
      entered_by_id, entered_at)
    SELECT x.id, x."personId", x."directionId", x.attempt, x.earned, x.maximum, x.day, x.motivation, x."motivationMaximum", x."importId", by_id, at
    FROM jsonb_to_recordset(added) x (id uuid, "personId" uuid, "directionId" uuid, attempt int, earned int, maximum int, day date,
      motivation int, "motivationMaximum" int, "importId" uuid)
$$;--> statement-breakpoint
CREATE FUNCTION closed_add_statements(by_id uuid, at timestamptz, added jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = closed, pg_temp AS $$
  INSERT INTO entrepreneur_statements (id, person_id, entrepreneur, day, entered_by_id, entered_at)
    SELECT x.id, x."personId", x.entrepreneur, x.day, by_id, at
    FROM jsonb_to_recordset(added) x (id uuid, "personId" uuid, entrepreneur boolean, day date)
$$;--> statement-breakpoint
CREATE FUNCTION closed_withdraw_results(by_id uuid, at timestamptz, of_result uuid, of_import uuid) RETURNS TABLE (id uuid, person_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = closed, pg_temp AS $$
  UPDATE assessment_results r SET withdrawn_at = at, withdrawn_by_id = by_id
    WHERE (r.id = of_result OR r.import_id = of_import) AND r.withdrawn_at IS NULL RETURNING r.id, r.person_id
$$;--> statement-breakpoint
-- Nobody adds a result until the transaction is over.
CREATE FUNCTION closed_lock_results() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = closed, pg_temp AS $$
BEGIN
  LOCK TABLE assessment_results IN SHARE ROW EXCLUSIVE MODE;
END $$;
