CREATE TABLE "practice_authors" (
	"practice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "practice_authors_practice_id_person_id_pk" PRIMARY KEY("practice_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "practice_files" (
	"version_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "practice_files_version_id_file_id_pk" PRIMARY KEY("version_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "practice_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"questionnaire_version_id" uuid NOT NULL,
	"response_id" uuid,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_day" date NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"decline_reason" text DEFAULT '' NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"advice" text,
	"sha256" text,
	CONSTRAINT "practice_reviews_once" UNIQUE("version_id","person_id"),
	CONSTRAINT "practice_reviews_sent" CHECK ((sent_at is null) = (advice is null) and (sent_at is null or answer = 'accepted'))
);
--> statement-breakpoint
CREATE TABLE "practice_sections" (
	"version_id" uuid NOT NULL,
	"code" text NOT NULL,
	"body" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_sections_version_id_code_pk" PRIMARY KEY("version_id","code")
);
--> statement-breakpoint
CREATE TABLE "practice_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"title" text COLLATE "ru-x-icu" DEFAULT '' NOT NULL,
	"abstract" text DEFAULT '' NOT NULL,
	"direction_version_id" uuid,
	"tier" text,
	"subjects" text[] DEFAULT '{}' NOT NULL,
	"licence" text,
	"edition" integer DEFAULT 1 NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"checked_by_id" uuid,
	"return_reason" text DEFAULT '' NOT NULL,
	"publish_on" date,
	"published_at" timestamp (3) with time zone,
	"sha256" text,
	CONSTRAINT "practice_versions_number" UNIQUE("practice_id","number"),
	CONSTRAINT "practice_versions_published" CHECK ((published_at is not null) = (state in ('published', 'superseded'))),
	CONSTRAINT "practice_versions_sent" CHECK (state = 'draft' or sha256 is not null)
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "practices_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdraw_reason" text,
	"discarded_at" timestamp (3) with time zone,
	CONSTRAINT "practices_number" UNIQUE("number"),
	CONSTRAINT "practices_withdrawn" CHECK (withdrawn_at is null or published_at is not null),
	CONSTRAINT "practices_discarded" CHECK (discarded_at is null or published_at is null)
);
--> statement-breakpoint
ALTER TABLE "practice_authors" ADD CONSTRAINT "practice_authors_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_authors" ADD CONSTRAINT "practice_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_authors" ADD CONSTRAINT "practice_authors_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_files" ADD CONSTRAINT "practice_files_version_id_practice_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."practice_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_files" ADD CONSTRAINT "practice_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_version_id_practice_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."practice_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_questionnaire_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("questionnaire_version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sections" ADD CONSTRAINT "practice_sections_version_id_practice_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."practice_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_direction_version_id_direction_versions_id_fk" FOREIGN KEY ("direction_version_id") REFERENCES "public"."direction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_checked_by_id_people_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_authors_of_person" ON "practice_authors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "practice_reviews_of_person" ON "practice_reviews" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_versions_underway" ON "practice_versions" USING btree ("practice_id") WHERE state in ('draft', 'sent', 'reviewing', 'scheduled');--> statement-breakpoint
CREATE UNIQUE INDEX "practice_versions_read" ON "practice_versions" USING btree ("practice_id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "practice_versions_waiting" ON "practice_versions" USING btree ("state","sent_at","id");--> statement-breakpoint
CREATE INDEX "practices_of_organisation" ON "practices" USING btree ("organisation_id","id");--> statement-breakpoint
-- What was sent is what people checked and read: only its course goes on. Before anybody looked it may be taken back.
CREATE FUNCTION keep_practice_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sent_at IS NULL THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a version that was sent is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.sent_at IS NOT NULL AND NOT (OLD.state = 'sent' AND NEW.state = 'draft' AND NEW.sent_at IS NULL)
    AND (NEW.sent_at, NEW.sha256, NEW.title, NEW.abstract, NEW.direction_version_id, NEW.tier, NEW.subjects, NEW.licence, NEW.number, NEW.practice_id)
      IS DISTINCT FROM (OLD.sent_at, OLD.sha256, OLD.title, OLD.abstract, OLD.direction_version_id, OLD.tier, OLD.subjects, OLD.licence, OLD.number, OLD.practice_id)
  THEN RAISE EXCEPTION 'a version that was sent is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER practice_versions_stay BEFORE UPDATE OR DELETE ON practice_versions FOR EACH ROW EXECUTE FUNCTION keep_practice_version();--> statement-breakpoint
CREATE FUNCTION keep_practice_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM practice_versions v WHERE v.id = coalesce(NEW.version_id, OLD.version_id) AND v.sent_at IS NOT NULL)
  THEN RAISE EXCEPTION 'a version that was sent is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER practice_sections_stay BEFORE INSERT OR UPDATE OR DELETE ON practice_sections FOR EACH ROW EXECUTE FUNCTION keep_practice_part();--> statement-breakpoint
CREATE TRIGGER practice_files_stay BEFORE INSERT OR UPDATE OR DELETE ON practice_files FOR EACH ROW EXECUTE FUNCTION keep_practice_part();--> statement-breakpoint
CREATE FUNCTION keep_practice_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL THEN RAISE EXCEPTION 'a review that was sent is immutable' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER practice_reviews_stay BEFORE UPDATE OR DELETE ON practice_reviews FOR EACH ROW EXECUTE FUNCTION keep_practice_review();
