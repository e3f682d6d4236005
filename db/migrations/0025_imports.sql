CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"at" integer NOT NULL,
	"cells" text[] NOT NULL,
	"verdict" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"read" jsonb NOT NULL,
	"matches" jsonb NOT NULL,
	"choice" text,
	"take" text[] DEFAULT '{}' NOT NULL,
	"object_id" uuid,
	"made" jsonb,
	CONSTRAINT "import_rows_import_id_at_pk" PRIMARY KEY("import_id","at")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"municipality_id" uuid,
	"order_id" uuid,
	"settings" jsonb NOT NULL,
	"head" text[] NOT NULL,
	"columns" jsonb NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"job_id" uuid,
	"problem" text,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"undone_by_id" uuid,
	"undone_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "imports_target" CHECK (kind = 'people' or municipality_id is not null)
);
--> statement-breakpoint
CREATE TABLE "organisation_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"ground" text DEFAULT '' NOT NULL,
	"import_id" uuid,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gone_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"ground" text NOT NULL,
	"merged_by_id" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_by_id" uuid,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "successions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"day" date,
	"ground" text DEFAULT '' NOT NULL,
	CONSTRAINT "successions_once" UNIQUE("predecessor_id","successor_id"),
	CONSTRAINT "successions_two" CHECK (predecessor_id <> successor_id)
);
--> statement-breakpoint
ALTER TABLE "order_items" DROP CONSTRAINT "order_items_once";--> statement-breakpoint
ALTER TABLE "order_items" ADD COLUMN "retracted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "inn" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undone_by_id_people_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_gone_id_organisations_id_fk" FOREIGN KEY ("gone_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_kept_id_organisations_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_merged_by_id_people_id_fk" FOREIGN KEY ("merged_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_undone_by_id_people_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_predecessor_id_organisations_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_successor_id_organisations_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_by_verdict" ON "import_rows" USING btree ("import_id","verdict","at");--> statement-breakpoint
CREATE INDEX "imports_of_person" ON "imports" USING btree ("created_by_id","id");--> statement-breakpoint
CREATE INDEX "organisation_changes_of" ON "organisation_changes" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "organisation_merges_kept" ON "organisation_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_merges_gone" ON "organisation_merges" USING btree ("gone_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "successions_of_successor" ON "successions" USING btree ("successor_id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_merged_into_id_organisations_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "order_items_once" ON "order_items" USING btree ("order_id","person_id","direction_version_id","tier","act") WHERE retracted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_inn" ON "organisations" USING btree ("inn") WHERE merged_into_id is null;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_inn_digits" CHECK (inn ~ '^[0-9]{10}$');--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_merged_empty" CHECK (merged_into_id is null or isempty(during));