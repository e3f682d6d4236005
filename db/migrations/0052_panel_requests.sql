CREATE TABLE "panel_limits" (
	"panel_id" uuid PRIMARY KEY NOT NULL,
	"max_per_nominator" integer,
	"min_high" integer DEFAULT 0 NOT NULL,
	"max_going" integer,
	"max_period" integer,
	"period_months" integer,
	"rest_months" integer,
	"developer_months" integer,
	"floors" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"soft" text[] DEFAULT '{}' NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "panel_limits_period" CHECK ((max_period is null) = (period_months is null))
);
--> statement-breakpoint
CREATE TABLE "panel_people" (
	"panel_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"standing" text NOT NULL,
	"reason" text NOT NULL,
	"added_by_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "panel_people_panel_id_person_id_pk" PRIMARY KEY("panel_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "panel_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"was" jsonb NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "panel_revisions_once" UNIQUE("panel_id","revision")
);
--> statement-breakpoint
ALTER TABLE "panel_limits" ADD CONSTRAINT "panel_limits_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_people" ADD CONSTRAINT "panel_people_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_people" ADD CONSTRAINT "panel_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_people" ADD CONSTRAINT "panel_people_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_revisions" ADD CONSTRAINT "panel_revisions_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_revisions" ADD CONSTRAINT "panel_revisions_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panel_people_of_person" ON "panel_people" USING btree ("person_id");