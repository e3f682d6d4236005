CREATE TABLE "direction_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"base_id" uuid NOT NULL,
	"title" text NOT NULL,
	"document_id" uuid,
	"first_day" date,
	"rows" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"discarded_at" timestamp (3) with time zone,
	"list_id" uuid
);
--> statement-breakpoint
ALTER TABLE "direction_drafts" ADD CONSTRAINT "direction_drafts_base_id_direction_lists_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."direction_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_drafts" ADD CONSTRAINT "direction_drafts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_drafts" ADD CONSTRAINT "direction_drafts_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_drafts" ADD CONSTRAINT "direction_drafts_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_drafts" ADD CONSTRAINT "direction_drafts_list_id_direction_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."direction_lists"("id") ON DELETE no action ON UPDATE no action;