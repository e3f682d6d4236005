CREATE TABLE "boilerplates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "boilerplates_not_blank" CHECK (length(trim(text)) > 0)
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"received_day" date NOT NULL,
	"event" text DEFAULT '' NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"organisation_id" uuid,
	"signatory" text DEFAULT '' NOT NULL,
	"table" text DEFAULT '' NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"undone_by_id" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "intakes_session" CHECK (channel <> 'session' or length(trim(event)) > 0),
	CONSTRAINT "intakes_days" CHECK (received_day >= day)
);
--> statement-breakpoint
CREATE TABLE "applied_proposals" (
	"remark_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"block_id" uuid NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"applied_by_id" uuid NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "applied_proposals_remark_id_version_id_pk" PRIMARY KEY("remark_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "chains" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"executor" boolean DEFAULT false NOT NULL,
	"signatory" boolean DEFAULT false NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" uuid NOT NULL,
	"remark_id" uuid NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "group_members_group_id_remark_id_pk" PRIMARY KEY("group_id","remark_id")
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"remark_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"recommended_by_id" uuid NOT NULL,
	"recommended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"remark_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"corrected" boolean DEFAULT false NOT NULL,
	"answered_by_id" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "objections_not_blank" CHECK (length(trim(body)) > 0)
);
--> statement-breakpoint
CREATE TABLE "remark_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"remark_id" uuid NOT NULL,
	"executor_id" uuid NOT NULL,
	"due_day" date,
	"assigned_by_id" uuid NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "remark_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"dissolved_by_id" uuid,
	"dissolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "remark_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"remark_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"weight" text NOT NULL,
	"body" text NOT NULL,
	"replacement" text,
	"grounds" text NOT NULL,
	"sources" text NOT NULL,
	"replaced_by_id" uuid NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"signatory" text NOT NULL,
	"dissent" text DEFAULT '' NOT NULL,
	"filed_by_id" uuid NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "positions_signatory" CHECK (length(trim(signatory)) > 0)
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "boilerplate_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "confirmed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "grounds" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "sources" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "intake_id" uuid;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "position_id" uuid;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "unanswered_reason" text;--> statement-breakpoint
ALTER TABLE "boilerplates" ADD CONSTRAINT "boilerplates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boilerplates" ADD CONSTRAINT "boilerplates_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_undone_by_id_people_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applied_proposals" ADD CONSTRAINT "applied_proposals_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applied_proposals" ADD CONSTRAINT "applied_proposals_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applied_proposals" ADD CONSTRAINT "applied_proposals_applied_by_id_people_id_fk" FOREIGN KEY ("applied_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_remark_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."remark_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_recommended_by_id_people_id_fk" FOREIGN KEY ("recommended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_assignments" ADD CONSTRAINT "remark_assignments_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_assignments" ADD CONSTRAINT "remark_assignments_executor_id_people_id_fk" FOREIGN KEY ("executor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_assignments" ADD CONSTRAINT "remark_assignments_assigned_by_id_people_id_fk" FOREIGN KEY ("assigned_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_groups" ADD CONSTRAINT "remark_groups_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_groups" ADD CONSTRAINT "remark_groups_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_groups" ADD CONSTRAINT "remark_groups_dissolved_by_id_people_id_fk" FOREIGN KEY ("dissolved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_revisions" ADD CONSTRAINT "remark_revisions_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_revisions" ADD CONSTRAINT "remark_revisions_replaced_by_id_people_id_fk" FOREIGN KEY ("replaced_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_filed_by_id_people_id_fk" FOREIGN KEY ("filed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "boilerplates_of_organisation" ON "boilerplates" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "intakes_of_draft" ON "intakes" USING btree ("draft_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_of_one_group" ON "group_members" USING btree ("remark_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "recommendations_of_remark" ON "recommendations" USING btree ("remark_id","id");--> statement-breakpoint
CREATE INDEX "objections_of_remark" ON "record_objections" USING btree ("remark_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_one_open" ON "record_objections" USING btree ("remark_id") WHERE answered_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "remark_assignments_one_at_a_time" ON "remark_assignments" USING btree ("remark_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "remark_assignments_of_executor" ON "remark_assignments" USING btree ("executor_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "groups_of_draft" ON "remark_groups" USING btree ("draft_id","id");--> statement-breakpoint
CREATE INDEX "revisions_of_remark" ON "remark_revisions" USING btree ("remark_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_one_per_stage" ON "positions" USING btree ("stage_id","organisation_id") WHERE withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_boilerplate_id_boilerplates_id_fk" FOREIGN KEY ("boilerplate_id") REFERENCES "public"."boilerplates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remarks_of_intake" ON "remarks" USING btree ("intake_id");