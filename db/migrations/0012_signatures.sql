CREATE TABLE "summary_signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"summary_id" uuid NOT NULL,
	"signatory" text NOT NULL,
	"post" text NOT NULL,
	"day" date NOT NULL,
	"file_id" uuid NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signatures_named" CHECK (length(trim(signatory)) > 0 and length(trim(post)) > 0)
);
--> statement-breakpoint
ALTER TABLE "summary_signatures" ADD CONSTRAINT "summary_signatures_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_signatures" ADD CONSTRAINT "summary_signatures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_signatures" ADD CONSTRAINT "summary_signatures_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signatures_of_summary" ON "summary_signatures" USING btree ("summary_id","id");