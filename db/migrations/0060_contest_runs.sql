CREATE TABLE "contest_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"asked" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"file_id" uuid,
	"job_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "contest_runs" ADD CONSTRAINT "contest_runs_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_runs" ADD CONSTRAINT "contest_runs_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_runs" ADD CONSTRAINT "contest_runs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_runs" ADD CONSTRAINT "contest_runs_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contest_runs_of" ON "contest_runs" USING btree ("contest_id","kind","id");--> statement-breakpoint
CREATE INDEX "contest_runs_alive" ON "contest_runs" USING btree ("id") WHERE state = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "contest_runs_one" ON "contest_runs" USING btree ("contest_id","kind") WHERE state = 'running' and kind <> 'answers';--> statement-breakpoint
CREATE UNIQUE INDEX "contest_runs_own" ON "contest_runs" USING btree ("contest_id","created_by_id") WHERE state = 'running' and kind = 'answers';