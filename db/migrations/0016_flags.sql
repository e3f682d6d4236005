ALTER TABLE "applied_proposals" ADD COLUMN "from_offset" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "resolutions" ADD COLUMN "parts" jsonb;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "unkept_reason" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "flags" jsonb;