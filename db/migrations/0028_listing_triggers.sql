-- Keeps `people.name_open`, `people.work_open`, `listings` and `name_words` what the facts say, whoever writes the facts.

CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;--> statement-breakpoint

-- A ground for this field stands: a named act, a letter, the demonstration, or a consent not withdrawn.
CREATE FUNCTION ground_stands(person uuid, of_field text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM disclosures g WHERE g.person_id = person AND g.field = of_field AND g.ended_at IS NULL
    AND (g.ground <> 'consent' OR EXISTS (SELECT FROM consents c WHERE c.id = g.ground_id AND c.withdrawn_at IS NULL)))
$$;--> statement-breakpoint

-- The rule itself: a name needs such a ground, or a standing consent to distribution unless a moderator hid the name;
-- the place of work needs the name's ground and its own.
CREATE VIEW people_grounds AS
SELECT p.id, g.name AS name_open, g.name AND g.work AS work_open
FROM people p CROSS JOIN LATERAL (
  SELECT
    (p.name_hidden_at IS NULL AND EXISTS (SELECT FROM consents c WHERE c.person_id = p.id AND c.kind = 'distribution' AND c.withdrawn_at IS NULL)) AS consent
) d CROSS JOIN LATERAL (
  SELECT d.consent OR ground_stands(p.id, 'name') AS name, d.consent OR ground_stands(p.id, 'work') AS work
) g;--> statement-breakpoint

-- What `listings` must hold: one row for each status, and one for each place of work during it that may be shown.
CREATE VIEW listing_rows AS
SELECT p.id AS person_id, p.number,
  CASE WHEN p.name_open THEN p.family_name END AS family_name,
  CASE WHEN p.name_open THEN p.given_name END AS given_name,
  CASE WHEN p.name_open THEN p.patronymic END AS patronymic,
  v.direction_id, s.tier, w.organisation_id, w.municipality_id, w.during, s.known,
  upper_inf(s.known) AS current
FROM statuses s
JOIN people p ON p.id = s.person_id AND p.merged_into_id IS NULL
JOIN direction_versions v ON v.id = s.direction_version_id
CROSS JOIN LATERAL (
  SELECT NULL::uuid AS organisation_id, NULL::uuid AS municipality_id, s.during
  UNION ALL
  SELECT e.organisation_id, o.municipality_id, s.during * e.during
  FROM employments e JOIN organisations o ON o.id = e.organisation_id
  WHERE e.person_id = s.person_id AND p.work_open AND e.during && s.during
) w
WHERE NOT isempty(w.during);--> statement-breakpoint

-- People are locked first, in one order: two writers of facts about one person would each miss the other's rows.
CREATE FUNCTION relist(persons uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF persons IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM people WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE;
  UPDATE people p SET name_open = g.name_open, work_open = g.work_open FROM people_grounds g
    WHERE p.id = ANY (persons) AND g.id = p.id AND (p.name_open, p.work_open) IS DISTINCT FROM (g.name_open, g.work_open);
  DELETE FROM listings WHERE person_id = ANY (persons);
  INSERT INTO listings SELECT * FROM listing_rows WHERE person_id = ANY (persons);
END $$;--> statement-breakpoint

CREATE FUNCTION relist_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM relist((SELECT array_agg(DISTINCT person_id) FROM added));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION relist_removed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM relist((SELECT array_agg(DISTINCT person_id) FROM removed));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION relist_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM relist((SELECT array_agg(DISTINCT person_id) FROM (SELECT person_id FROM added UNION ALL SELECT person_id FROM removed) both_rows));
  RETURN NULL;
END $$;--> statement-breakpoint

CREATE TRIGGER statuses_listed_new AFTER INSERT ON statuses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION relist_added();--> statement-breakpoint
CREATE TRIGGER statuses_listed AFTER UPDATE ON statuses REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_changed();--> statement-breakpoint
CREATE TRIGGER statuses_listed_gone AFTER DELETE ON statuses REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_removed();--> statement-breakpoint
CREATE TRIGGER employments_listed_new AFTER INSERT ON employments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION relist_added();--> statement-breakpoint
CREATE TRIGGER employments_listed AFTER UPDATE ON employments REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_changed();--> statement-breakpoint
CREATE TRIGGER employments_listed_gone AFTER DELETE ON employments REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_removed();--> statement-breakpoint
CREATE TRIGGER disclosures_listed_new AFTER INSERT ON disclosures REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION relist_added();--> statement-breakpoint
CREATE TRIGGER disclosures_listed AFTER UPDATE ON disclosures REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_changed();--> statement-breakpoint
CREATE TRIGGER disclosures_listed_gone AFTER DELETE ON disclosures REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_removed();--> statement-breakpoint
CREATE TRIGGER consents_listed_new AFTER INSERT ON consents REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION relist_added();--> statement-breakpoint
CREATE TRIGGER consents_listed AFTER UPDATE ON consents REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_changed();--> statement-breakpoint
CREATE TRIGGER consents_listed_gone AFTER DELETE ON consents REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_removed();--> statement-breakpoint

-- Of a person only the name, its hiding and a merge change what is listed; the two derived columns come from here.
CREATE FUNCTION relist_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM relist((SELECT array_agg(n.id) FROM added n JOIN removed o ON o.id = n.id
    WHERE (n.family_name, n.given_name, n.patronymic, n.merged_into_id, n.name_hidden_at)
      IS DISTINCT FROM (o.family_name, o.given_name, o.patronymic, o.merged_into_id, o.name_hidden_at)));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER people_listed AFTER UPDATE ON people REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_renamed();--> statement-breakpoint

CREATE FUNCTION relist_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM relist((SELECT array_agg(DISTINCT e.person_id) FROM added n JOIN removed o ON o.id = n.id
    JOIN employments e ON e.organisation_id = n.id WHERE n.municipality_id IS DISTINCT FROM o.municipality_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER organisations_listed AFTER UPDATE ON organisations REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION relist_moved();--> statement-breakpoint

-- Words are added in one order, so that two imports of the same names wait for each other instead of deadlocking.
CREATE FUNCTION learn_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO name_words (kind, word)
    SELECT DISTINCT w.kind, w.word FROM added n
      CROSS JOIN LATERAL (VALUES ('family', n.family_name), ('given', n.given_name), ('given', n.patronymic)) w (kind, word)
    WHERE w.word <> '' AND NOT EXISTS (SELECT FROM name_words k WHERE k.kind = w.kind AND k.word = w.word)
    ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER people_learnt_new AFTER INSERT ON people REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_names();--> statement-breakpoint
CREATE TRIGGER people_learnt AFTER UPDATE ON people REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_names();--> statement-breakpoint

-- Everybody who is there already.
INSERT INTO name_words (kind, word)
  SELECT DISTINCT w.kind, w.word FROM people p
    CROSS JOIN LATERAL (VALUES ('family', p.family_name), ('given', p.given_name), ('given', p.patronymic)) w (kind, word) WHERE w.word <> '';--> statement-breakpoint
UPDATE people p SET name_open = g.name_open, work_open = g.work_open FROM people_grounds g WHERE g.id = p.id AND g.name_open;--> statement-breakpoint
INSERT INTO listings SELECT * FROM listing_rows;
