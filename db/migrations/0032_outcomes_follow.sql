ALTER TABLE "outcomes" DROP CONSTRAINT "outcomes_correction";--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_correction" CHECK (corrects_id is not null or correction = '');