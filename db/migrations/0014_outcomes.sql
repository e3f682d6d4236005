CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"act" text DEFAULT '' NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"version_id" uuid NOT NULL,
	"text" jsonb,
	"sha256" text,
	"corrects_id" uuid,
	"correction" text DEFAULT '' NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outcomes_one_line" UNIQUE NULLS NOT DISTINCT("draft_id","corrects_id"),
	CONSTRAINT "outcomes_act" CHECK (kind <> 'approved' or (length(trim(act)) > 0 and length(trim(number)) > 0)),
	CONSTRAINT "outcomes_reason" CHECK (kind = 'approved' or length(trim(reason)) > 0),
	CONSTRAINT "outcomes_text" CHECK ((text is null) = (sha256 is null)),
	CONSTRAINT "outcomes_correction" CHECK ((corrects_id is null) = (correction = ''))
);
--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "organisation_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "general" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_corrects_id_outcomes_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."outcomes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outcomes_of_draft" ON "outcomes" USING btree ("draft_id","id");--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_sender_id_people_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;