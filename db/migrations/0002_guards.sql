-- What the schema language cannot say: exclusion over days, insert-only tables, immutability of what was published.

-- Two statuses of one person in one direction and tier never hold on the same day, as far as is now believed.
ALTER TABLE statuses ADD CONSTRAINT statuses_no_overlap EXCLUDE USING gist (
  person_id WITH =, direction_version_id WITH =, tier WITH =, during WITH &&
) WHERE (upper_inf(known));--> statement-breakpoint

CREATE INDEX statuses_believed ON statuses USING gist (during) WHERE (upper_inf(known));--> statement-breakpoint

-- A new entry waits for the sealer. Only committed rows are ever seen there.
CREATE FUNCTION log_wait() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO log_pending (entry_id) VALUES (NEW.id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER log_entries_wait AFTER INSERT ON log_entries FOR EACH ROW EXECUTE FUNCTION log_wait();--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER log_entries_insert_only BEFORE UPDATE OR DELETE ON log_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER log_seals_insert_only BEFORE UPDATE OR DELETE ON log_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER anchors_insert_only BEFORE UPDATE OR DELETE ON anchors FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER resolutions_insert_only BEFORE UPDATE OR DELETE ON resolutions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER summaries_insert_only BEFORE UPDATE OR DELETE ON summaries FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- A published version and its blocks stay as they are.
CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published version is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER versions_published BEFORE UPDATE OR DELETE ON versions FOR EACH ROW EXECUTE FUNCTION keep_published_version();--> statement-breakpoint

CREATE FUNCTION keep_published_blocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM versions WHERE id = COALESCE(OLD.version_id, NEW.version_id) AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'blocks of a published version are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER blocks_published BEFORE UPDATE OR DELETE ON blocks FOR EACH ROW EXECUTE FUNCTION keep_published_blocks();--> statement-breakpoint

-- Sent sheets and issued conclusions are superseded, not edited.
CREATE FUNCTION keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was sent is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER sheets_sent BEFORE UPDATE OR DELETE ON sheets FOR EACH ROW EXECUTE FUNCTION keep_sent();--> statement-breakpoint
CREATE TRIGGER responses_sent BEFORE UPDATE OR DELETE ON responses FOR EACH ROW EXECUTE FUNCTION keep_sent();--> statement-breakpoint
CREATE FUNCTION keep_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.issued_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.body IS DISTINCT FROM OLD.body OR NEW.sha256 IS DISTINCT FROM OLD.sha256
     OR NEW.issued_at IS DISTINCT FROM OLD.issued_at OR NEW.number IS DISTINCT FROM OLD.number) THEN
    RAISE EXCEPTION 'an issued conclusion is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER conclusions_issued_stay BEFORE UPDATE OR DELETE ON conclusions FOR EACH ROW EXECUTE FUNCTION keep_issued();--> statement-breakpoint

-- Closed reads go through functions that take a reason and leave a log entry (design law 5).
CREATE FUNCTION closed_outbox(reader uuid, reason text, entry_id uuid, before_id uuid, page int)
RETURNS TABLE (id uuid, address text, subject text, body text, created_at timestamptz, sent_at timestamptz, attempts int, problem text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF length(trim(reason)) = 0 THEN RAISE EXCEPTION 'a closed read needs a reason'; END IF;
  INSERT INTO log_entries (id, at, kind, actor_id, object_kind, object_id, facts)
    VALUES (entry_id, now(), 'outbox.read', reader, 'outbox', NULL, jsonb_build_object('reason', reason));
  RETURN QUERY SELECT m.id, m.address, m.subject, m.body, m.created_at, m.sent_at, m.attempts, m.problem
    FROM closed.mails m WHERE before_id IS NULL OR m.id < before_id ORDER BY m.id DESC LIMIT page;
END $$;--> statement-breakpoint

CREATE FUNCTION closed_contacts(reader uuid, reason text, entry_id uuid, of_person uuid)
RETURNS TABLE (email text, phone text, birth_day text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF length(trim(reason)) = 0 THEN RAISE EXCEPTION 'a closed read needs a reason'; END IF;
  INSERT INTO log_entries (id, at, kind, actor_id, object_kind, object_id, facts)
    VALUES (entry_id, now(), 'closed.read', reader, 'person', of_person, jsonb_build_object('reason', reason));
  RETURN QUERY SELECT p.email, p.phone, p.birth_day FROM closed.private_fields p WHERE p.person_id = of_person;
END $$;--> statement-breakpoint

-- Own contacts are written by their owner through the site; the web role has no other way to them.
CREATE FUNCTION closed_set_contacts(of_person uuid, new_email text, new_phone text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO closed.private_fields (person_id, email, phone, updated_at) VALUES (of_person, new_email, new_phone, now())
  ON CONFLICT (person_id) DO UPDATE SET email = excluded.email, phone = excluded.phone, updated_at = now();
$$;
