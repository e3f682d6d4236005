-- A published form stays as it is; so do the answers of a response once it is sent.
CREATE FUNCTION keep_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published form is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER questionnaire_versions_published BEFORE UPDATE OR DELETE ON questionnaire_versions
  FOR EACH ROW EXECUTE FUNCTION keep_published_form();--> statement-breakpoint

CREATE FUNCTION keep_sent_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM responses WHERE id = COALESCE(OLD.response_id, NEW.response_id) AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'answers of a sent response are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER answers_sent BEFORE INSERT OR UPDATE OR DELETE ON answers
  FOR EACH ROW EXECUTE FUNCTION keep_sent_answers();--> statement-breakpoint

-- Who answers without a name is nowhere beside the answer.
ALTER TABLE responses ADD CONSTRAINT responses_anonymous CHECK (person_id IS NOT NULL OR object_kind = 'questionnaire');
