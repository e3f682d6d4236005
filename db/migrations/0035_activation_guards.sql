-- The address of somebody whose account begins; the telephone that is known already stays.
CREATE FUNCTION closed_set_email(of_person uuid, new_email text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO closed.private_fields (person_id, email, updated_at) VALUES (of_person, new_email, now())
  ON CONFLICT (person_id) DO UPDATE SET email = excluded.email, updated_at = now();
$$;--> statement-breakpoint

-- Whether a mailbox stands at somebody else too: whoever reads it would open a link that is for one person. It is an
-- answer from the closed base, so it has a reason and its entry in the log like any other.
CREATE FUNCTION closed_mailbox_shared(reader uuid, reason text, entry_id uuid, of_person uuid, mailbox text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF length(trim(reason)) = 0 THEN RAISE EXCEPTION 'a closed read needs a reason'; END IF;
  INSERT INTO log_entries (id, at, kind, actor_id, object_kind, object_id, facts)
    VALUES (entry_id, now(), 'closed.read', reader, 'person', of_person, jsonb_build_object('reason', reason));
  RETURN EXISTS (SELECT FROM closed.private_fields f WHERE lower(f.email) = mailbox AND f.person_id <> of_person)
    OR EXISTS (SELECT FROM users u WHERE u.email = mailbox AND u.person_id <> of_person);
END $$;
