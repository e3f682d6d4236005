ALTER TABLE "hidden_answers" ALTER COLUMN "hidden_by_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "hidden_answers" ADD COLUMN "veil" text;