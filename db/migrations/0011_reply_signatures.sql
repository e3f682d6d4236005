ALTER TABLE "replies" ADD COLUMN "shown_as" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "participant_number" integer;