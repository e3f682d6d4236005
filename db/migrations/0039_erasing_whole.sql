-- Erasing is whole: every right that lasts is cut, and lists and requests that name the person are blanked too.
CREATE OR REPLACE FUNCTION erase_person(of_person uuid) RETURNS TABLE (sha256 text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  listed boolean := EXISTS (SELECT FROM order_items i WHERE i.person_id = of_person);
  was people%ROWTYPE;
BEGIN
  IF NOT EXISTS (SELECT FROM erasures e WHERE e.person_id = of_person AND e.state = 'done') THEN
    RAISE EXCEPTION 'nobody granted this erasure' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('rses.erasing', 'on', true);
  SELECT * INTO was FROM people p WHERE p.id = of_person FOR UPDATE;

  DELETE FROM closed.mails m WHERE m.person_id = of_person
    OR m.address IN (SELECT u.email FROM users u WHERE u.person_id = of_person AND NOT EXISTS (
      SELECT FROM users o WHERE o.email = u.email AND o.person_id <> of_person));
  DELETE FROM closed.private_fields f WHERE f.person_id = of_person;
  DELETE FROM users u WHERE u.person_id = of_person;
  DELETE FROM activation_codes c WHERE c.person_id = of_person;
  DELETE FROM unsent_texts t WHERE t.person_id = of_person;
  DELETE FROM notifications n WHERE n.person_id = of_person;
  DELETE FROM subscriptions s WHERE s.person_id = of_person;
  DELETE FROM mail_choices c WHERE c.person_id = of_person;
  DELETE FROM saved_filters f WHERE f.person_id = of_person;
  DELETE FROM deputies d WHERE of_person IN (d.person_id, d.deputy_id);
  DELETE FROM former_names n WHERE n.person_id = of_person;
  UPDATE grants g SET during = daterange(lower(g.during), greatest(lower(g.during), current_date)) WHERE g.person_id = of_person
    AND NOT isempty(g.during) AND (upper_inf(g.during) OR upper(g.during) > current_date);

  DELETE FROM assessment_results r WHERE r.person_id = of_person;
  DELETE FROM entrepreneur_statements s WHERE s.person_id = of_person;
  DELETE FROM answers a USING applications o WHERE o.person_id = of_person AND a.response_id = o.response_id;
  UPDATE application_steps s SET words = '' FROM applications o WHERE o.id = s.application_id AND o.person_id = of_person;
  UPDATE staff_checks c SET note = '' WHERE c.person_id = of_person;
  UPDATE corrections c SET wanted = '{}', said = '', reason = '' WHERE c.person_id = of_person;
  UPDATE claims c SET said = '–', reason = '' WHERE of_person IN (c.person_id, c.entry_id);
  UPDATE invitations i SET reason = NULL FROM seats s WHERE s.id = i.seat_id AND s.person_id = of_person AND i.reason IS NOT NULL;
  UPDATE recorded_answers r SET words = '–', objection = CASE WHEN r.objected_at IS NULL THEN '' ELSE '–' END
    FROM invitations i JOIN seats s ON s.id = i.seat_id WHERE i.id = r.invitation_id AND s.person_id = of_person;

  UPDATE closed_requests r SET reason = '–', answer = CASE WHEN r.answer = '' THEN '' ELSE '–' END WHERE r.person_id = of_person;
  -- a row of a list that is or may become this person; of another's row only the likeness goes
  UPDATE import_rows r SET cells = '{}', read = '{}', matches = '[]', reasons = '[]',
      verdict = CASE WHEN r.object_id IS NULL THEN 'rejected' ELSE r.verdict END,
      choice = CASE WHEN r.object_id IS NULL THEN 'skip' ELSE r.choice END
    WHERE r.object_id = of_person OR r.object_id IS NULL
      AND (r.choice = of_person::text OR r.matches @> jsonb_build_array(jsonb_build_object('id', of_person)));
  UPDATE import_rows r SET matches = '[]' WHERE r.matches @> jsonb_build_array(jsonb_build_object('id', of_person));

  UPDATE disclosures d SET ended_at = now() WHERE d.person_id = of_person AND d.ended_at IS NULL;
  UPDATE consents c SET withdrawn_at = now() WHERE c.person_id = of_person AND c.withdrawn_at IS NULL;
  -- a paper of many people stays while it carries the consent of somebody else
  RETURN QUERY
    WITH mine AS (
      DELETE FROM consent_papers k USING consents c WHERE c.id = k.consent_id AND c.person_id = of_person RETURNING k.paper_id
    ), alone AS (
      SELECT m.paper_id FROM mine m WHERE NOT EXISTS (
        SELECT FROM consent_papers k JOIN consents c ON c.id = k.consent_id WHERE k.paper_id = m.paper_id AND c.person_id <> of_person)
    ), gone AS (
      UPDATE files f SET erased_at = now(), name = '–' FROM disclosure_papers d
      WHERE d.id IN (SELECT paper_id FROM alone) AND f.id = d.file_id RETURNING f.id, f.sha256
    )
    SELECT g.sha256 FROM gone g WHERE NOT EXISTS (
      SELECT FROM files o WHERE o.sha256 = g.sha256 AND o.id <> g.id AND o.erased_at IS NULL);

  UPDATE people p SET name_hidden_at = now(), gender = NULL,
    family_name = CASE WHEN listed THEN p.family_name ELSE '–' END,
    given_name = CASE WHEN listed THEN p.given_name ELSE '' END,
    patronymic = CASE WHEN listed THEN p.patronymic ELSE '' END
    WHERE p.id = of_person;
  IF NOT listed THEN
    DELETE FROM employments e WHERE e.person_id = of_person;
    DELETE FROM name_words w WHERE w.word IN (was.family_name, was.given_name, was.patronymic) AND NOT EXISTS (
      SELECT FROM people o WHERE w.word IN (o.family_name, o.given_name, o.patronymic));
  END IF;
  PERFORM set_config('rses.erasing', '', true);
END $$;
