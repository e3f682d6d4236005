CREATE TABLE "contest_lots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"lot" integer NOT NULL,
	"batch_id" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"shares" jsonb NOT NULL,
	"commitment" text NOT NULL,
	"secret" text NOT NULL,
	"source" text NOT NULL,
	"previous" text,
	"announcement" text NOT NULL,
	"announced_by_id" uuid NOT NULL,
	"announced_at" timestamp (3) with time zone NOT NULL,
	"public_value" text,
	"seed" text,
	"chosen" jsonb NOT NULL,
	"drawn_by_id" uuid,
	"drawn_at" timestamp (3) with time zone,
	"sha256" text NOT NULL,
	CONSTRAINT "contest_lots_number" UNIQUE("contest_id","lot"),
	CONSTRAINT "contest_lots_drawn" CHECK ((seed is null) = (drawn_at is null) and (seed is null) = (public_value is null))
);
--> statement-breakpoint
ALTER TABLE "contest_lots" ADD CONSTRAINT "contest_lots_contest_id_contests_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_lots" ADD CONSTRAINT "contest_lots_batch_id_contest_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."contest_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_lots" ADD CONSTRAINT "contest_lots_announced_by_id_people_id_fk" FOREIGN KEY ("announced_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_lots" ADD CONSTRAINT "contest_lots_drawn_by_id_people_id_fk" FOREIGN KEY ("drawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was announced stays; a draw is written beside it once.
CREATE FUNCTION keep_lot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.seed IS NOT NULL
    OR (NEW.contest_id, NEW.lot, NEW.batch_id, NEW.rules, NEW.candidates, NEW.shares, NEW.commitment, NEW.secret, NEW.source, NEW.announcement, NEW.announced_at)
      IS DISTINCT FROM
      (OLD.contest_id, OLD.lot, OLD.batch_id, OLD.rules, OLD.candidates, OLD.shares, OLD.commitment, OLD.secret, OLD.source, OLD.announcement, OLD.announced_at)
  THEN
    RAISE EXCEPTION 'an announced lot is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER contest_lots_stay BEFORE UPDATE OR DELETE ON contest_lots FOR EACH ROW EXECUTE FUNCTION keep_lot();
