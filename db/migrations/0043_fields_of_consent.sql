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
