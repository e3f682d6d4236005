CREATE TABLE "discussion_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "discussion_requests_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"organisation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"process" text NOT NULL,
	"title" text COLLATE "ru-x-icu" NOT NULL,
	"kind" text NOT NULL,
	"developer_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"explanatory_note" text NOT NULL,
	"questions" text DEFAULT '' NOT NULL,
	"contact" text NOT NULL,
	"letter_number" text NOT NULL,
	"letter_day" date NOT NULL,
	"letter_file_id" uuid,
	"state" text NOT NULL,
	"planned_year" integer,
	"planned_month" integer,
	"draft_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "requests_number" UNIQUE("number"),
	CONSTRAINT "requests_draft" UNIQUE("draft_id"),
	CONSTRAINT "requests_plan" CHECK ((planned_year is null) = (planned_month is null)),
	CONSTRAINT "requests_month" CHECK (planned_month between 1 and 12),
	CONSTRAINT "requests_planned" CHECK (state <> 'planned' or planned_year is not null)
);
--> statement-breakpoint
CREATE TABLE "errata" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"block_id" uuid NOT NULL,
	"from_offset" integer NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "errata_change" CHECK (before <> after)
);
--> statement-breakpoint
CREATE TABLE "procedure_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stage" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"ground" text DEFAULT '' NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term_notices" (
	"stage_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "term_notices_stage_id_kind_day_pk" PRIMARY KEY("stage_id","kind","day")
);
--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "unit" text DEFAULT 'calendar' NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "min_days" integer;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "max_days" integer;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "ends_on_working_day" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "who" text[] DEFAULT '{participant}' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "questions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "discussion_requests" ADD CONSTRAINT "discussion_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion_requests" ADD CONSTRAINT "discussion_requests_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion_requests" ADD CONSTRAINT "discussion_requests_developer_id_organisations_id_fk" FOREIGN KEY ("developer_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion_requests" ADD CONSTRAINT "discussion_requests_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errata" ADD CONSTRAINT "errata_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errata" ADD CONSTRAINT "errata_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD CONSTRAINT "procedure_steps_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD CONSTRAINT "procedure_steps_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_steps" ADD CONSTRAINT "request_steps_request_id_discussion_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."discussion_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_steps" ADD CONSTRAINT "request_steps_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_notices" ADD CONSTRAINT "term_notices_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_by_state" ON "discussion_requests" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "requests_by_organisation" ON "discussion_requests" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "errata_of_version" ON "errata" USING btree ("version_id","id");--> statement-breakpoint
CREATE INDEX "steps_of_draft" ON "procedure_steps" USING btree ("draft_id","id");--> statement-breakpoint
CREATE INDEX "steps_of_request" ON "request_steps" USING btree ("request_id","id");