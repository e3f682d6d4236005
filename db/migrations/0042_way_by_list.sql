ALTER TABLE "application_steps" ADD COLUMN "how" text;--> statement-breakpoint
ALTER TABLE "application_steps" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "application_steps" ADD CONSTRAINT "application_steps_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_nominator" CHECK (kind <> 'nominations' or organisation_id is not null);