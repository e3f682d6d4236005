ALTER TABLE "people" ADD COLUMN "engagements_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Works of a person are a field of their own: a consent may leave them out. An act, a letter or the demonstration that
-- names a person shows the works too; a consent shows what it says and nothing else.
CREATE OR REPLACE VIEW people_grounds AS
SELECT p.id, g.name AS name_open, g.name AND g.work AS work_open, g.name AND g.engagements AS engagements_open
FROM people p CROSS JOIN LATERAL (
  SELECT coalesce(bool_or(c.fields IS NULL OR 'name' = ANY (c.fields)), false) AS name,
    coalesce(bool_or(c.fields IS NULL OR 'work' = ANY (c.fields)), false) AS work,
    coalesce(bool_or(c.fields IS NULL OR 'engagements' = ANY (c.fields)), false) AS engagements
  FROM consents c WHERE c.person_id = p.id AND c.kind = 'distribution' AND c.withdrawn_at IS NULL AND p.name_hidden_at IS NULL
) d CROSS JOIN LATERAL (
  SELECT p.erased_at IS NULL AND (d.name OR ground_stands(p.id, 'name')) AS name, d.work OR ground_stands(p.id, 'work') AS work,
    d.engagements OR ground_stands(p.id, 'engagements') OR EXISTS (SELECT FROM disclosures o WHERE o.person_id = p.id
      AND o.field = 'name' AND o.ended_at IS NULL AND o.ground <> 'consent') AS engagements
) g;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relist(persons uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF persons IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM people WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE;
  UPDATE people p SET name_open = g.name_open, work_open = g.work_open, engagements_open = g.engagements_open FROM people_grounds g
    WHERE p.id = ANY (persons) AND g.id = p.id
      AND (p.name_open, p.work_open, p.engagements_open) IS DISTINCT FROM (g.name_open, g.work_open, g.engagements_open);
  DELETE FROM listings WHERE person_id = ANY (persons);
  INSERT INTO listings SELECT * FROM listing_rows WHERE person_id = ANY (persons);
END $$;--> statement-breakpoint
UPDATE people p SET engagements_open = g.engagements_open FROM people_grounds g WHERE g.id = p.id AND g.engagements_open;
--> statement-breakpoint

-- As 0040 has it, and the scans of steps of an application too: all grounds end, and hashes of scans that nothing else
-- needs are told. A paper of many people stays while it carries somebody else.
CREATE OR REPLACE FUNCTION erase_papers(persons uuid[]) RETURNS TABLE (sha256 text) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE disclosures d SET ended_at = now() WHERE d.person_id = ANY (persons) AND d.ended_at IS NULL;
  UPDATE consents c SET withdrawn_at = now() WHERE c.person_id = ANY (persons) AND c.withdrawn_at IS NULL;
  RETURN QUERY
    WITH mine AS (
      DELETE FROM consent_papers k USING consents c WHERE c.id = k.consent_id AND c.person_id = ANY (persons) RETURNING k.paper_id
    ), alone AS (
      SELECT m.paper_id FROM mine m WHERE NOT EXISTS (
        SELECT FROM consent_papers k JOIN consents c ON c.id = k.consent_id WHERE k.paper_id = m.paper_id AND c.person_id <> ALL (persons))
    ), scans AS (
      SELECT d.file_id FROM disclosure_papers d WHERE d.id IN (SELECT paper_id FROM alone)
      UNION SELECT r.file_id FROM recorded_answers r JOIN invitations i ON i.id = r.invitation_id
        JOIN seats s ON s.id = i.seat_id WHERE s.person_id = ANY (persons)
      UNION SELECT t.file_id FROM application_steps t JOIN applications o ON o.id = t.application_id
        WHERE t.file_id IS NOT NULL AND o.person_id = ANY (persons) AND NOT EXISTS (SELECT FROM application_steps x
          JOIN applications y ON y.id = x.application_id WHERE x.file_id = t.file_id AND y.person_id <> ALL (persons))
    ), gone AS (
      UPDATE files f SET erased_at = now(), name = '–' WHERE f.id IN (SELECT file_id FROM scans) AND f.erased_at IS NULL
      RETURNING f.id, f.sha256
    )
    SELECT DISTINCT g.sha256 FROM gone g WHERE NOT EXISTS (
      SELECT FROM files o WHERE o.sha256 = g.sha256 AND o.id NOT IN (SELECT id FROM gone) AND o.erased_at IS NULL);
END $$;
