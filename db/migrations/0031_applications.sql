CREATE TABLE "application_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"grounds" text[] DEFAULT '{}' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"signed_on" date,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "applications_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"direction_id" uuid NOT NULL,
	"direction_version_id" uuid NOT NULL,
	"letter_id" uuid,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"due" date,
	"response_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "applications_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "nomination_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" text NOT NULL,
	"day" date NOT NULL,
	"file_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"verdict" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_target";--> statement-breakpoint
ALTER TABLE "assessment_results" ADD COLUMN "motivation" integer;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD COLUMN "motivation_maximum" integer;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "direction_id" uuid;--> statement-breakpoint
ALTER TABLE "application_steps" ADD CONSTRAINT "application_steps_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_steps" ADD CONSTRAINT "application_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_direction_id_directions_id_fk" FOREIGN KEY ("direction_id") REFERENCES "public"."directions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_direction_version_id_direction_versions_id_fk" FOREIGN KEY ("direction_version_id") REFERENCES "public"."direction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_letter_id_nomination_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."nomination_letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_letters" ADD CONSTRAINT "nomination_letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_letters" ADD CONSTRAINT "nomination_letters_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_letters" ADD CONSTRAINT "nomination_letters_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_checks" ADD CONSTRAINT "staff_checks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_checks" ADD CONSTRAINT "staff_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_checks" ADD CONSTRAINT "staff_checks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "steps_of_application" ON "application_steps" USING btree ("application_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open" ON "applications" USING btree ("person_id","direction_id") WHERE state in ('nominated', 'survey', 'review', 'admitted', 'appealed');--> statement-breakpoint
CREATE INDEX "applications_of_person" ON "applications" USING btree ("person_id","number");--> statement-breakpoint
CREATE INDEX "applications_of_direction" ON "applications" USING btree ("direction_id","number");--> statement-breakpoint
CREATE INDEX "applications_of_letter" ON "applications" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "applications_by_state" ON "applications" USING btree ("state","number");--> statement-breakpoint
CREATE INDEX "nomination_letters_of_organisation" ON "nomination_letters" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "staff_checks_of" ON "staff_checks" USING btree ("organisation_id","year","person_id","id");--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_direction_id_directions_id_fk" FOREIGN KEY ("direction_id") REFERENCES "public"."directions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "results_of_import" ON "assessment_results" USING btree ("import_id");--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "results_motivation" CHECK (motivation >= 0 and motivation <= motivation_maximum);--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_direction" CHECK (kind <> 'results' or direction_id is not null);--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_target" CHECK (kind <> 'organisations' or municipality_id is not null);--> statement-breakpoint
CREATE TRIGGER application_steps_insert_only BEFORE UPDATE OR DELETE ON application_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER staff_checks_insert_only BEFORE UPDATE OR DELETE ON staff_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
