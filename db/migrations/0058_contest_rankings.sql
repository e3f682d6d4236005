CREATE TABLE "contest_appeal_marks" (
	"appeal_id" uuid NOT NULL,
	"question" text NOT NULL,
	"mark" integer NOT NULL,
	CONSTRAINT "contest_appeal_marks_appeal_id_question_pk" PRIMARY KEY("appeal_id","question"),
	CONSTRAINT "contest_appeal_marks_mark" CHECK (mark >= 0)
);
--> statement-breakpoint
CREATE TABLE "contest_diplomas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"award" text NOT NULL,
	"place" integer NOT NULL,
	"code" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contest_diplomas_code_unique" UNIQUE("code"),
	CONSTRAINT "contest_diplomas_once" UNIQUE("submission_id"),
	CONSTRAINT "contest_diplomas_number" UNIQUE("contest_id","number")
);
--> statement-breakpoint
CREATE TABLE "contest_orders" (
	"contest_id" uuid PRIMARY KEY NOT NULL,
	"round" integer NOT NULL,
	"number" text NOT NULL,
	"day" date NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contest_rankings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"body" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"sha256" text NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contest_rankings_round" UNIQUE("contest_id","round")
);
--> statement-breakpoint
ALTER TABLE "contest_appeal_marks" ADD CONSTRAINT "contest_appeal_marks_appeal_id_contest_appeals_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."contest_appeals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_diplomas" ADD CONSTRAINT "contest_diplomas_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_diplomas" ADD CONSTRAINT "contest_diplomas_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_orders" ADD CONSTRAINT "contest_orders_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_orders" ADD CONSTRAINT "contest_orders_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_rankings" ADD CONSTRAINT "contest_rankings_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_rankings" ADD CONSTRAINT "contest_rankings_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was published stays: a later ranking stands beside it.
CREATE FUNCTION keep_ranking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published result is immutable' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER contest_rankings_stay BEFORE UPDATE OR DELETE ON contest_rankings FOR EACH ROW EXECUTE FUNCTION keep_ranking();--> statement-breakpoint
CREATE TRIGGER contest_results_stay BEFORE UPDATE OR DELETE ON contest_results FOR EACH ROW EXECUTE FUNCTION keep_ranking();--> statement-breakpoint
CREATE TRIGGER contest_appeal_marks_stay BEFORE UPDATE OR DELETE ON contest_appeal_marks FOR EACH ROW EXECUTE FUNCTION keep_ranking();
