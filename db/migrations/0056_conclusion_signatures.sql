CREATE TABLE "conclusion_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"dissent" text DEFAULT '' NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conclusion_answers_once" UNIQUE("edition_id","person_id"),
	CONSTRAINT "conclusion_answers_dissent" CHECK ((answer = 'dissented') = (length(trim(dissent)) > 0))
);
--> statement-breakpoint
CREATE TABLE "conclusion_deputies" (
	"conclusion_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conclusion_editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conclusion_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"body" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"sent_by_id" uuid NOT NULL,
	"last_day" date NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"document" jsonb,
	"document_sha256" text,
	"file_id" uuid,
	"code" text,
	"opened_at" timestamp (3) with time zone,
	"opened_by_id" uuid,
	CONSTRAINT "conclusion_editions_once" UNIQUE("conclusion_id","edition"),
	CONSTRAINT "conclusion_editions_document" CHECK ((opened_at is null) = (document is null) and (document is null) = (file_id is null))
);
--> statement-breakpoint
CREATE TABLE "conclusion_signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"day" date NOT NULL,
	"accord_id" uuid,
	"file_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by_id" uuid,
	CONSTRAINT "conclusion_signatures_accord" CHECK ((kind = 'simple') = (accord_id is not null)),
	CONSTRAINT "conclusion_signatures_file" CHECK ((kind in ('detached', 'paper')) = (file_id is not null)),
	CONSTRAINT "conclusion_signatures_note" CHECK (kind in ('simple', 'detached') or length(trim(note)) > 0)
);
--> statement-breakpoint
CREATE TABLE "identity_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"document" text NOT NULL,
	"checked_on" date NOT NULL,
	"checked_by_id" uuid NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_accords" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"version" text NOT NULL,
	"text_sha256" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "signing_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"object_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "paper_counters" (
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "paper_counters_kind_year_pk" PRIMARY KEY("kind","year")
);
--> statement-breakpoint
CREATE TABLE "work_papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"issued_on" date NOT NULL,
	"facts" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"code" text NOT NULL,
	"issued_by_id" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "work_papers_number" UNIQUE("year","number")
);
--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "hours" integer;--> statement-breakpoint
ALTER TABLE "conclusion_answers" ADD CONSTRAINT "conclusion_answers_edition_id_conclusion_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."conclusion_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_answers" ADD CONSTRAINT "conclusion_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_deputies" ADD CONSTRAINT "conclusion_deputies_conclusion_id_conclusions_id_fk" FOREIGN KEY ("conclusion_id") REFERENCES "public"."conclusions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_deputies" ADD CONSTRAINT "conclusion_deputies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_deputies" ADD CONSTRAINT "conclusion_deputies_recorded_by_id_people_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_editions" ADD CONSTRAINT "conclusion_editions_conclusion_id_conclusions_id_fk" FOREIGN KEY ("conclusion_id") REFERENCES "public"."conclusions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_editions" ADD CONSTRAINT "conclusion_editions_sent_by_id_people_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_editions" ADD CONSTRAINT "conclusion_editions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_editions" ADD CONSTRAINT "conclusion_editions_opened_by_id_people_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_signatures" ADD CONSTRAINT "conclusion_signatures_edition_id_conclusion_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."conclusion_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_signatures" ADD CONSTRAINT "conclusion_signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_signatures" ADD CONSTRAINT "conclusion_signatures_accord_id_signing_accords_id_fk" FOREIGN KEY ("accord_id") REFERENCES "public"."signing_accords"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_signatures" ADD CONSTRAINT "conclusion_signatures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_signatures" ADD CONSTRAINT "conclusion_signatures_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_signatures" ADD CONSTRAINT "conclusion_signatures_withdrawn_by_id_people_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_checked_by_id_people_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_accords" ADD CONSTRAINT "signing_accords_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_codes" ADD CONSTRAINT "signing_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_papers" ADD CONSTRAINT "work_papers_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_papers" ADD CONSTRAINT "work_papers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_papers" ADD CONSTRAINT "work_papers_issued_by_id_people_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conclusion_editions_standing" ON "conclusion_editions" USING btree ("conclusion_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "conclusion_editions_waiting" ON "conclusion_editions" USING btree ("last_day") WHERE superseded_at is null and opened_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "conclusion_signatures_one" ON "conclusion_signatures" USING btree ("edition_id","person_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "conclusion_signatures_of_person" ON "conclusion_signatures" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "identity_checks_of_person" ON "identity_checks" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_accords_standing" ON "signing_accords" USING btree ("person_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "signing_codes_of_person" ON "signing_codes" USING btree ("person_id","object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "work_papers_standing" ON "work_papers" USING btree ("panel_id","person_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "work_papers_of_person" ON "work_papers" USING btree ("person_id");
--> statement-breakpoint
-- What was answered and signed stays; a text is superseded, a signature withdrawn, never rewritten.
CREATE FUNCTION keep_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an answer to a conclusion is immutable' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER conclusion_answers_stay BEFORE UPDATE OR DELETE ON conclusion_answers FOR EACH ROW EXECUTE FUNCTION keep_answered();--> statement-breakpoint
CREATE FUNCTION keep_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.body IS DISTINCT FROM OLD.body OR NEW.sha256 IS DISTINCT FROM OLD.sha256
    OR (OLD.opened_at IS NOT NULL AND (NEW.document IS DISTINCT FROM OLD.document OR NEW.document_sha256 IS DISTINCT FROM OLD.document_sha256
      OR NEW.file_id IS DISTINCT FROM OLD.file_id OR NEW.code IS DISTINCT FROM OLD.code)) THEN
    RAISE EXCEPTION 'a text that was sent is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER conclusion_editions_stay BEFORE UPDATE OR DELETE ON conclusion_editions FOR EACH ROW EXECUTE FUNCTION keep_edition();--> statement-breakpoint
CREATE FUNCTION keep_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR NEW.sha256 IS DISTINCT FROM OLD.sha256 OR NEW.kind IS DISTINCT FROM OLD.kind
    OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.edition_id IS DISTINCT FROM OLD.edition_id
    OR NEW.file_id IS DISTINCT FROM OLD.file_id OR NEW.day IS DISTINCT FROM OLD.day THEN
    RAISE EXCEPTION 'a signature is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER conclusion_signatures_stay BEFORE UPDATE OR DELETE ON conclusion_signatures FOR EACH ROW EXECUTE FUNCTION keep_signature();
