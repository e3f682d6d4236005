CREATE TABLE "dissents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	"veil" text,
	"hide_code" text,
	"hide_reason" text,
	CONSTRAINT "dissents_one_each" UNIQUE("draft_id","person_id"),
	CONSTRAINT "dissents_body" CHECK (length(trim(body)) > 0)
);
--> statement-breakpoint
CREATE TABLE "draft_members" (
	"draft_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"added_by_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_members_draft_id_person_id_pk" PRIMARY KEY("draft_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "gathered_from" (
	"item_id" uuid NOT NULL,
	"remark_id" uuid NOT NULL,
	CONSTRAINT "gathered_from_item_id_remark_id_pk" PRIMARY KEY("item_id","remark_id")
);
--> statement-breakpoint
CREATE TABLE "gathered_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"from_block_id" uuid,
	"from_offset" integer,
	"to_block_id" uuid,
	"to_offset" integer,
	"address" text DEFAULT '' NOT NULL,
	"exact" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"weight" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"replacement" text,
	"grounds" text DEFAULT '' NOT NULL,
	"gathered_by_id" uuid NOT NULL,
	"gathered_at" timestamp (3) with time zone NOT NULL,
	"remark_id" uuid
);
--> statement-breakpoint
CREATE TABLE "inner_discussions" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"about_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"circle" text NOT NULL,
	"convened_by_id" uuid NOT NULL,
	"convened_at" timestamp (3) with time zone NOT NULL,
	"position_id" uuid,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "interventions" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_cases" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "record_objections" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "record_objections" ADD COLUMN "veil" text;--> statement-breakpoint
ALTER TABLE "record_objections" ADD COLUMN "hide_code" text;--> statement-breakpoint
ALTER TABLE "record_objections" ADD COLUMN "hide_reason" text;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "veil" text;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "hide_code" text;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "hide_reason" text;--> statement-breakpoint
ALTER TABLE "dissents" ADD CONSTRAINT "dissents_draft_id_inner_discussions_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."inner_discussions"("draft_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissents" ADD CONSTRAINT "dissents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_members" ADD CONSTRAINT "draft_members_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_members" ADD CONSTRAINT "draft_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_members" ADD CONSTRAINT "draft_members_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathered_from" ADD CONSTRAINT "gathered_from_item_id_gathered_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."gathered_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathered_from" ADD CONSTRAINT "gathered_from_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathered_items" ADD CONSTRAINT "gathered_items_draft_id_inner_discussions_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."inner_discussions"("draft_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathered_items" ADD CONSTRAINT "gathered_items_gathered_by_id_people_id_fk" FOREIGN KEY ("gathered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathered_items" ADD CONSTRAINT "gathered_items_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inner_discussions" ADD CONSTRAINT "inner_discussions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inner_discussions" ADD CONSTRAINT "inner_discussions_about_id_drafts_id_fk" FOREIGN KEY ("about_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inner_discussions" ADD CONSTRAINT "inner_discussions_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inner_discussions" ADD CONSTRAINT "inner_discussions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inner_discussions" ADD CONSTRAINT "inner_discussions_convened_by_id_people_id_fk" FOREIGN KEY ("convened_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inner_discussions" ADD CONSTRAINT "inner_discussions_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_members_of_person" ON "draft_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "gathered_of_draft" ON "gathered_items" USING btree ("draft_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "inner_one_at_a_time" ON "inner_discussions" USING btree ("about_id","organisation_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "inner_of_position" ON "inner_discussions" USING btree ("position_id");