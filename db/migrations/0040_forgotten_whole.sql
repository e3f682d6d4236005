CREATE TABLE "closed"."left_mailboxes" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "activation_codes" ADD COLUMN "mailbox" text;--> statement-breakpoint
-- Whether a mailbox is somebody else's too: whoever reads it would open a link that is for one person. A stranger who
-- signed up with it and never showed that the mailbox is theirs is nobody: else they would keep its owner out.
DROP FUNCTION closed_mailbox_shared(uuid, text, uuid, uuid, text);--> statement-breakpoint
CREATE FUNCTION closed_mailbox_held(reader uuid, reason text, entry_id uuid, of_person uuid, mailbox text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF length(trim(reason)) = 0 THEN RAISE EXCEPTION 'a closed read needs a reason'; END IF;
  INSERT INTO log_entries (id, at, kind, actor_id, object_kind, object_id, facts)
    VALUES (entry_id, now(), 'closed.read', reader, 'person', of_person, jsonb_build_object('reason', reason));
  IF EXISTS (SELECT FROM users u WHERE u.email = mailbox AND u.person_id <> of_person
    AND u.by_email AND u.email_confirmed_at IS NOT NULL) THEN RETURN 'account'; END IF;
  IF EXISTS (SELECT FROM users u WHERE u.email = mailbox AND u.person_id <> of_person AND NOT u.by_email
      AND (u.email_confirmed_at IS NOT NULL OR EXISTS (SELECT FROM activation_codes c WHERE c.person_id = u.person_id AND c.used_at IS NOT NULL)))
    OR EXISTS (SELECT FROM closed.private_fields f WHERE lower(f.email) = mailbox AND f.person_id <> of_person
      AND NOT EXISTS (SELECT FROM users u JOIN people p ON p.id = u.person_id AND p.source = 'signup'
        WHERE u.person_id = f.person_id AND u.email_confirmed_at IS NULL))
    THEN RETURN 'shared'; END IF;
  RETURN NULL;
END $$;--> statement-breakpoint

-- The address that an account had before: the writer of letters tells it once that the account began anew.
CREATE FUNCTION closed_leave_mailbox(entry_id uuid, of_person uuid, address text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO closed.left_mailboxes (entry_id, person_id, address) VALUES (entry_id, of_person, address)
$$;--> statement-breakpoint

-- Erased by law: no ground that is entered later, and no moderator, shows the name again.
CREATE OR REPLACE VIEW people_grounds AS
SELECT p.id, g.name AS name_open, g.name AND g.work AS work_open
FROM people p CROSS JOIN LATERAL (
  SELECT
    (p.name_hidden_at IS NULL AND EXISTS (SELECT FROM consents c WHERE c.person_id = p.id AND c.kind = 'distribution'
      AND c.withdrawn_at IS NULL AND (c.fields IS NULL OR 'name' = ANY (c.fields)))) AS name,
    (p.name_hidden_at IS NULL AND EXISTS (SELECT FROM consents c WHERE c.person_id = p.id AND c.kind = 'distribution'
      AND c.withdrawn_at IS NULL AND (c.fields IS NULL OR 'work' = ANY (c.fields)))) AS work
) d CROSS JOIN LATERAL (
  SELECT p.erased_at IS NULL AND (d.name OR ground_stands(p.id, 'name')) AS name, d.work OR ground_stands(p.id, 'work') AS work
) g;--> statement-breakpoint
CREATE FUNCTION keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT erasing() AND (NEW.erased_at IS DISTINCT FROM OLD.erased_at OR NEW.name_hidden_at IS NULL) THEN
    RAISE EXCEPTION 'what was erased by law stays hidden' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER people_erased BEFORE UPDATE ON people FOR EACH ROW
  WHEN (OLD.erased_at IS NOT NULL OR NEW.erased_at IS NOT NULL) EXECUTE FUNCTION keep_erased();--> statement-breakpoint

-- Words of insert-only evidence give way too, inside the erasing alone; that the step was made stays.
CREATE OR REPLACE FUNCTION refuse_change_but_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF erasing() THEN RETURN COALESCE(NEW, OLD); END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
DROP TRIGGER closed_reads_insert_only ON closed_reads;--> statement-breakpoint
CREATE TRIGGER closed_reads_insert_only BEFORE UPDATE OR DELETE ON closed_reads FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing();--> statement-breakpoint
DROP TRIGGER application_steps_insert_only ON application_steps;--> statement-breakpoint
CREATE TRIGGER application_steps_insert_only BEFORE UPDATE OR DELETE ON application_steps FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing();--> statement-breakpoint
DROP TRIGGER staff_checks_insert_only ON staff_checks;--> statement-breakpoint
CREATE TRIGGER staff_checks_insert_only BEFORE UPDATE OR DELETE ON staff_checks FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing();--> statement-breakpoint

-- The parts of an erasing. They run with the rights of their caller: called by the web login they can do nothing that
-- it could not do before. Whom a person was joined from (a claim) is the same person.
CREATE FUNCTION erase_account(persons uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM closed.mails m WHERE m.person_id = ANY (persons)
    OR m.address IN (SELECT u.email FROM users u WHERE u.person_id = ANY (persons) AND NOT EXISTS (
      SELECT FROM users o WHERE o.email = u.email AND o.person_id <> ALL (persons)));
  DELETE FROM closed.left_mailboxes m WHERE m.person_id = ANY (persons);
  DELETE FROM closed.private_fields f WHERE f.person_id = ANY (persons);
  DELETE FROM users u WHERE u.person_id = ANY (persons);
  DELETE FROM activation_codes c WHERE c.person_id = ANY (persons);
  DELETE FROM unsent_texts t WHERE t.person_id = ANY (persons);
  DELETE FROM notifications n WHERE n.person_id = ANY (persons);
  DELETE FROM subscriptions s WHERE s.person_id = ANY (persons);
  DELETE FROM mail_choices c WHERE c.person_id = ANY (persons);
  DELETE FROM saved_filters f WHERE f.person_id = ANY (persons);
  DELETE FROM deputies d WHERE d.person_id = ANY (persons) OR d.deputy_id = ANY (persons);
  UPDATE grants g SET during = daterange(lower(g.during), greatest(lower(g.during), current_date)) WHERE g.person_id = ANY (persons)
    AND NOT isempty(g.during) AND (upper_inf(g.during) OR upper(g.during) > current_date);
END $$;--> statement-breakpoint

CREATE FUNCTION erase_results(persons uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM assessment_results r WHERE r.person_id = ANY (persons);
  DELETE FROM entrepreneur_statements s WHERE s.person_id = ANY (persons);
END $$;--> statement-breakpoint

CREATE FUNCTION erase_words(persons uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM answers a USING applications o WHERE o.person_id = ANY (persons) AND a.response_id = o.response_id;
  UPDATE application_steps s SET words = '' FROM applications o
    WHERE o.id = s.application_id AND o.person_id = ANY (persons) AND s.words <> '';
  UPDATE staff_checks c SET note = '' WHERE c.person_id = ANY (persons) AND c.note <> '';
  UPDATE corrections c SET wanted = '{}', said = '', reason = '' WHERE c.person_id = ANY (persons);
  UPDATE claims c SET said = '–', reason = '' WHERE c.person_id = ANY (persons) OR c.entry_id = ANY (persons);
  UPDATE invitations i SET reason = NULL FROM seats s WHERE s.id = i.seat_id AND s.person_id = ANY (persons) AND i.reason IS NOT NULL;
  UPDATE recorded_answers r SET words = '–', objection = CASE WHEN r.objected_at IS NULL THEN '' ELSE '–' END
    FROM invitations i JOIN seats s ON s.id = i.seat_id WHERE i.id = r.invitation_id AND s.person_id = ANY (persons);
  UPDATE closed_requests r SET reason = '–', answer = CASE WHEN r.answer = '' THEN '' ELSE '–' END WHERE r.person_id = ANY (persons);
  -- that somebody looked, when, and which fields stays
  UPDATE closed_reads r SET reason = '–' WHERE r.person_id = ANY (persons) AND r.reason <> '–';
  UPDATE reports r SET words = '' WHERE r.reporter_id = ANY (persons);
  UPDATE appeals a SET words = '–' FROM interventions i WHERE i.id = a.intervention_id AND i.author_id = ANY (persons);
  UPDATE interventions i SET words = '' WHERE i.author_id = ANY (persons) OR (i.object_kind = 'name' AND i.object_id = ANY (persons));
  UPDATE erasures e SET reason = '–' WHERE e.person_id = ANY (persons) AND e.state = 'refused';
END $$;--> statement-breakpoint

-- A row of a list that is or may become this person; of another's row only the likeness goes.
CREATE FUNCTION erase_rows(persons uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE one uuid;
BEGIN
  FOREACH one IN ARRAY persons LOOP
    UPDATE import_rows r SET cells = '{}', read = '{}', matches = '[]', reasons = '[]', made = r.made - 'before' - 'after',
        verdict = CASE WHEN r.object_id IS NULL THEN 'rejected' ELSE r.verdict END,
        choice = CASE WHEN r.object_id IS NULL THEN 'skip' ELSE r.choice END
      WHERE r.object_id = one OR r.object_id IS NULL
        AND (r.choice = one::text OR r.matches @> jsonb_build_array(jsonb_build_object('id', one)));
    UPDATE import_rows r SET matches = '[]', reasons = '[]' WHERE r.matches @> jsonb_build_array(jsonb_build_object('id', one));
  END LOOP;
END $$;--> statement-breakpoint

-- Ends all grounds; answers hashes of scans that nothing else needs. A paper of many people stays while it carries
-- the consent of somebody else.
CREATE FUNCTION erase_papers(persons uuid[]) RETURNS TABLE (sha256 text) LANGUAGE plpgsql AS $$
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
      UNION SELECT f.id FROM files f JOIN application_steps t ON t.id = f.object_id JOIN applications o ON o.id = t.application_id
        WHERE f.object_kind = 'application-step' AND o.person_id = ANY (persons)
    ), gone AS (
      UPDATE files f SET erased_at = now(), name = '–' WHERE f.id IN (SELECT file_id FROM scans) AND f.erased_at IS NULL
      RETURNING f.id, f.sha256
    )
    SELECT DISTINCT g.sha256 FROM gone g WHERE NOT EXISTS (
      SELECT FROM files o WHERE o.sha256 = g.sha256 AND o.id NOT IN (SELECT id FROM gone) AND o.erased_at IS NULL);
END $$;--> statement-breakpoint

-- Whom an order names keeps the name it printed, and nothing shows it; of anybody else even the name goes.
CREATE FUNCTION erase_names(persons uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  listed uuid[] := ARRAY(SELECT DISTINCT i.person_id FROM order_items i WHERE i.person_id = ANY (persons));
  words text[] := ARRAY(SELECT unnest(ARRAY[p.family_name, p.given_name, p.patronymic]) FROM people p WHERE p.id = ANY (persons)
    UNION SELECT unnest(ARRAY[n.family_name, n.given_name, n.patronymic]) FROM former_names n WHERE n.person_id = ANY (persons));
BEGIN
  DELETE FROM former_names n WHERE n.person_id = ANY (persons);
  UPDATE people p SET name_hidden_at = now(), erased_at = coalesce(p.erased_at, now()), gender = NULL,
    family_name = CASE WHEN p.id = ANY (listed) THEN p.family_name ELSE '–' END,
    given_name = CASE WHEN p.id = ANY (listed) THEN p.given_name ELSE '' END,
    patronymic = CASE WHEN p.id = ANY (listed) THEN p.patronymic ELSE '' END
    WHERE p.id = ANY (persons);
  DELETE FROM employments e WHERE e.person_id = ANY (persons) AND e.person_id <> ALL (listed);
  DELETE FROM name_words w WHERE w.word = ANY (words) AND NOT EXISTS (
    SELECT FROM people o WHERE w.word IN (o.family_name, o.given_name, o.patronymic));
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION erase_person(of_person uuid) RETURNS TABLE (sha256 text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  persons uuid[] := ARRAY(SELECT p.id FROM people p WHERE p.id = of_person OR p.merged_into_id = of_person ORDER BY p.id);
BEGIN
  IF NOT EXISTS (SELECT FROM erasures e WHERE e.person_id = of_person AND e.state = 'done') THEN
    RAISE EXCEPTION 'nobody granted this erasure' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('rses.erasing', 'on', true);
  PERFORM 1 FROM people p WHERE p.id = ANY (persons) ORDER BY p.id FOR UPDATE;
  PERFORM erase_account(persons), erase_results(persons), erase_words(persons), erase_rows(persons);
  RETURN QUERY SELECT k.sha256 FROM erase_papers(persons) k;
  PERFORM erase_names(persons);
  PERFORM set_config('rses.erasing', '', true);
END $$;--> statement-breakpoint

-- Whoever was erased before this is erased by the same rule; words of rows that were written leave as they do now.
UPDATE import_rows r SET cells = '{}', read = '{}', matches = '[]', reasons = '[]' FROM imports i
  WHERE i.id = r.import_id AND i.state IN ('done', 'undone', 'discarded') AND i.kind IN ('people', 'results');--> statement-breakpoint
DO $$ BEGIN PERFORM erase_person(e.person_id) FROM erasures e WHERE e.state = 'done'; END $$;
