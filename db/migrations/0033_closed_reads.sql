CREATE TABLE "closed_reads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"post" text NOT NULL,
	"organisation" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"fields" text[] NOT NULL,
	"reason_code" text NOT NULL,
	"reason" text NOT NULL,
	"request_id" uuid
);
--> statement-breakpoint
CREATE TABLE "closed_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "closed_requests_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"post" text NOT NULL,
	"organisation" text NOT NULL,
	"fields" text[] NOT NULL,
	"reason_code" text NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"answered_by_id" uuid,
	"answered_at" timestamp (3) with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"during" daterange,
	CONSTRAINT "closed_requests_number" UNIQUE("number"),
	CONSTRAINT "closed_requests_granted" CHECK ((state = 'granted') = (during is not null))
);
--> statement-breakpoint
CREATE TABLE "consent_papers" (
	"consent_id" uuid PRIMARY KEY NOT NULL,
	"paper_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosure_papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid,
	"signed_on" date NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_filters_name" UNIQUE("person_id","name")
);
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "fields" text[];--> statement-breakpoint
ALTER TABLE "closed_reads" ADD CONSTRAINT "closed_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_reads" ADD CONSTRAINT "closed_reads_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_reads" ADD CONSTRAINT "closed_reads_request_id_closed_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."closed_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_requests" ADD CONSTRAINT "closed_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_requests" ADD CONSTRAINT "closed_requests_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_requests" ADD CONSTRAINT "closed_requests_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_papers" ADD CONSTRAINT "consent_papers_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_papers" ADD CONSTRAINT "consent_papers_paper_id_disclosure_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."disclosure_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_papers" ADD CONSTRAINT "disclosure_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_papers" ADD CONSTRAINT "disclosure_papers_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closed_reads_of_person" ON "closed_reads" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "closed_reads_by_reader" ON "closed_reads" USING btree ("reader_id","id");--> statement-breakpoint
CREATE INDEX "closed_requests_of_asker" ON "closed_requests" USING btree ("asked_by_id","number");--> statement-breakpoint
CREATE INDEX "closed_requests_open" ON "closed_requests" USING btree ("number") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "consents_of_paper" ON "consent_papers" USING btree ("paper_id");
--> statement-breakpoint
-- A consent to distribution may cover some fields alone; without a list of fields it covers all.
CREATE OR REPLACE VIEW people_grounds AS
SELECT p.id, g.name AS name_open, g.name AND g.work AS work_open
FROM people p CROSS JOIN LATERAL (
  SELECT
    (p.name_hidden_at IS NULL AND EXISTS (SELECT FROM consents c WHERE c.person_id = p.id AND c.kind = 'distribution'
      AND c.withdrawn_at IS NULL AND (c.fields IS NULL OR 'name' = ANY (c.fields)))) AS name,
    (p.name_hidden_at IS NULL AND EXISTS (SELECT FROM consents c WHERE c.person_id = p.id AND c.kind = 'distribution'
      AND c.withdrawn_at IS NULL AND (c.fields IS NULL OR 'work' = ANY (c.fields)))) AS work
) d CROSS JOIN LATERAL (
  SELECT d.name OR ground_stands(p.id, 'name') AS name, d.work OR ground_stands(p.id, 'work') AS work
) g;
--> statement-breakpoint

-- The only way to the closed fields of somebody else: fields and a reason first, then a line that the person will see
-- and an entry of the log, and only then what was asked. Nothing that was not asked is in the answer.
CREATE FUNCTION closed_fields(reader uuid, of_person uuid, asked text[], code text, words text, request uuid, read_id uuid, entry_id uuid, read_at timestamptz, on_day date)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told jsonb := '{}';
BEGIN
  IF reader IS NULL OR length(trim(code)) = 0 OR length(trim(words)) = 0 THEN RAISE EXCEPTION 'a closed read needs a reason'; END IF;
  IF cardinality(asked) = 0 OR NOT asked <@ ARRAY['email', 'phone', 'birthDay', 'results', 'entrepreneur', 'consents'] THEN
    RAISE EXCEPTION 'a closed read names its fields';
  END IF;
  INSERT INTO closed_reads (id, person_id, reader_id, post, organisation, at, fields, reason_code, reason, request_id)
    SELECT read_id, of_person, reader, coalesce(w.post, ''), coalesce(w.short_name, ''), read_at, asked, code, trim(words), request
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT e.post, o.short_name FROM employments e JOIN organisations o ON o.id = e.organisation_id
      WHERE e.person_id = reader AND e.during @> on_day ORDER BY lower(e.during) DESC, e.id LIMIT 1) w ON true;
  INSERT INTO log_entries (id, at, kind, actor_id, object_kind, object_id, facts)
    VALUES (entry_id, read_at, 'closed.read', reader, 'person', of_person, jsonb_build_object('reason', code, 'read', read_id, 'fields', to_jsonb(asked)));
  SELECT jsonb_build_object('email', f.email, 'phone', f.phone, 'birthDay', f.birth_day) INTO told
    FROM (SELECT 1) one LEFT JOIN closed.private_fields f ON f.person_id = of_person;
  told := told || jsonb_build_object(
    'results', (SELECT coalesce(jsonb_agg(jsonb_build_object('direction', (SELECT v.short_title FROM direction_versions v
        JOIN direction_lists l ON l.id = v.list_id WHERE v.direction_id = r.direction_id ORDER BY lower(l.during) DESC LIMIT 1),
        'attempt', r.attempt, 'earned', r.earned, 'maximum', r.maximum, 'day', r.day) ORDER BY r.day, r.id), '[]')
      FROM assessment_results r WHERE r.person_id = of_person AND r.withdrawn_at IS NULL),
    'entrepreneur', (SELECT jsonb_build_object('said', s.entrepreneur, 'day', s.day) FROM entrepreneur_statements s
      WHERE s.person_id = of_person ORDER BY s.id DESC LIMIT 1),
    'consents', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'version', c.version, 'givenAt', c.given_at,
        'withdrawnAt', c.withdrawn_at, 'signedOn', c.signed_on, 'fields', c.fields, 'file', f.id, 'fileName', f.name) ORDER BY c.id), '[]')
      FROM consents c LEFT JOIN consent_papers k ON k.consent_id = c.id LEFT JOIN disclosure_papers a ON a.id = k.paper_id
        LEFT JOIN files f ON f.id = a.file_id AND f.erased_at IS NULL
      WHERE c.person_id = of_person));
  RETURN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(told) WHERE key = ANY (asked));
END $$;
--> statement-breakpoint
CREATE TRIGGER closed_reads_insert_only BEFORE UPDATE OR DELETE ON closed_reads FOR EACH ROW EXECUTE FUNCTION refuse_change();
