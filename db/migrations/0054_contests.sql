CREATE TABLE "contest_appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"author_id" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"upheld" integer,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by_id" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "contest_appeals_once" UNIQUE("submission_id","kind")
);
--> statement-breakpoint
CREATE TABLE "contest_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"state" text NOT NULL,
	"job_id" uuid,
	"asked" jsonb NOT NULL,
	"result" jsonb,
	"sha256" text,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contest_nominations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text COLLATE "ru-x-icu" NOT NULL,
	"winners" integer NOT NULL,
	"prizes" integer NOT NULL,
	CONSTRAINT "contest_nominations_place" UNIQUE("contest_id","position")
);
--> statement-breakpoint
CREATE TABLE "contest_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"score" jsonb NOT NULL,
	"place" integer,
	"award" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contest_results_once" UNIQUE("submission_id","round")
);
--> statement-breakpoint
CREATE TABLE "contest_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "contests_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text COLLATE "ru-x-icu" NOT NULL,
	"about" text NOT NULL,
	"basis" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"mend_days" integer NOT NULL,
	"judged_until" date NOT NULL,
	"appeal_until" date NOT NULL,
	"questionnaire_version_id" uuid NOT NULL,
	"per_work" integer NOT NULL,
	"reserve" integer NOT NULL,
	"load" integer NOT NULL,
	"max_per_organisation" integer,
	"max_per_municipality" integer,
	"answer_days" integer NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"coded_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"ranked_at" timestamp (3) with time zone,
	"results_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text,
	CONSTRAINT "contests_number" UNIQUE("number"),
	CONSTRAINT "contests_terms" CHECK (opens_at < closes_at and judged_until < appeal_until),
	CONSTRAINT "contests_seats" CHECK (per_work between 1 and 15 and reserve between 0 and 10 and load between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "nomination_directions" (
	"nomination_id" uuid NOT NULL,
	"direction_version_id" uuid NOT NULL,
	CONSTRAINT "nomination_directions_nomination_id_direction_version_id_pk" PRIMARY KEY("nomination_id","direction_version_id")
);
--> statement-breakpoint
CREATE TABLE "submission_files" (
	"submission_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "submission_files_submission_id_file_id_pk" PRIMARY KEY("submission_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "submissions_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"contest_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"title" text COLLATE "ru-x-icu" DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"authors" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"check_reason" text DEFAULT '' NOT NULL,
	"mend_until" date,
	CONSTRAINT "submissions_number" UNIQUE("number"),
	CONSTRAINT "submissions_code" UNIQUE("contest_id","code"),
	CONSTRAINT "submissions_sent" CHECK (state in ('draft', 'withdrawn') or sent_at is not null)
);
--> statement-breakpoint
ALTER TABLE "contest_appeals" ADD CONSTRAINT "contest_appeals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_appeals" ADD CONSTRAINT "contest_appeals_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_appeals" ADD CONSTRAINT "contest_appeals_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_batches" ADD CONSTRAINT "contest_batches_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_batches" ADD CONSTRAINT "contest_batches_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_batches" ADD CONSTRAINT "contest_batches_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_nominations" ADD CONSTRAINT "contest_nominations_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_results" ADD CONSTRAINT "contest_results_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_results" ADD CONSTRAINT "contest_results_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_steps" ADD CONSTRAINT "contest_steps_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_steps" ADD CONSTRAINT "contest_steps_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_questionnaire_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("questionnaire_version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_directions" ADD CONSTRAINT "nomination_directions_nomination_id_contest_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."contest_nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_directions" ADD CONSTRAINT "nomination_directions_direction_version_id_direction_versions_id_fk" FOREIGN KEY ("direction_version_id") REFERENCES "public"."direction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_nomination_id_contest_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."contest_nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contest_batches_of" ON "contest_batches" USING btree ("contest_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "contest_batches_running" ON "contest_batches" USING btree ("contest_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "contest_steps_of" ON "contest_steps" USING btree ("contest_id","id");--> statement-breakpoint
CREATE INDEX "contests_newest" ON "contests" USING btree ("announced_at","id");--> statement-breakpoint
CREATE INDEX "submissions_of_contest" ON "submissions" USING btree ("contest_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one" ON "submissions" USING btree ("nomination_id","organisation_id") WHERE state <> 'withdrawn';