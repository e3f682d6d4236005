ALTER TABLE "panels" ALTER COLUMN "draft_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ALTER COLUMN "version_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "object_kind" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "submission_id" uuid;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "subject_address" text;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "closed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "result_kind" text DEFAULT 'conclusion' NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panels_of_submission" ON "panels" USING btree ("submission_id");--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_object" CHECK (case object_kind when 'draft' then draft_id is not null and version_id is not null and subject is null
        when 'submission' then submission_id is not null and subject is not null and draft_id is null
        else subject is not null and draft_id is null and submission_id is null end);