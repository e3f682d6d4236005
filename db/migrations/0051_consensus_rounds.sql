CREATE TABLE "consensus_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	"reason" text NOT NULL,
	"named" boolean NOT NULL,
	"last_day" date NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by_id" uuid,
	"close_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "consensus_rounds_number" UNIQUE("panel_id","number")
);
--> statement-breakpoint
CREATE TABLE "second_marks" (
	"second_sheet_id" uuid NOT NULL,
	"question" text NOT NULL,
	"kept" boolean NOT NULL,
	"mark" integer,
	"not_applicable" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "second_marks_second_sheet_id_question_pk" PRIMARY KEY("second_sheet_id","question"),
	CONSTRAINT "second_marks_kept" CHECK (not kept or (mark is null and not not_applicable))
);
--> statement-breakpoint
CREATE TABLE "second_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"edition" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"sha256" text,
	CONSTRAINT "second_sheets_once" UNIQUE("round_id","sheet_id")
);
--> statement-breakpoint
CREATE TABLE "sheet_closings" (
	"panel_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"dissent" text DEFAULT '' NOT NULL,
	"needed" integer NOT NULL,
	"sent" integer NOT NULL,
	"missing" jsonb NOT NULL,
	"closed_by_id" uuid NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sheet_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"before" date NOT NULL,
	"after" date NOT NULL,
	"reason" text NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sheet_terms_order" UNIQUE("panel_id","id"),
	CONSTRAINT "sheet_terms_later" CHECK (after > before)
);
--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "edition" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "consensus_rounds" ADD CONSTRAINT "consensus_rounds_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consensus_rounds" ADD CONSTRAINT "consensus_rounds_opened_by_id_people_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consensus_rounds" ADD CONSTRAINT "consensus_rounds_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_marks" ADD CONSTRAINT "second_marks_second_sheet_id_second_sheets_id_fk" FOREIGN KEY ("second_sheet_id") REFERENCES "public"."second_sheets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_sheets" ADD CONSTRAINT "second_sheets_round_id_consensus_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."consensus_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_sheets" ADD CONSTRAINT "second_sheets_sheet_id_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_closings" ADD CONSTRAINT "sheet_closings_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_closings" ADD CONSTRAINT "sheet_closings_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_terms" ADD CONSTRAINT "sheet_terms_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_terms" ADD CONSTRAINT "sheet_terms_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consensus_rounds_one_open" ON "consensus_rounds" USING btree ("panel_id") WHERE closed_at is null;--> statement-breakpoint

-- What was sent or closed stays as it was; second marks are kept beside the first.
CREATE TRIGGER sheet_closings_insert_only BEFORE UPDATE OR DELETE ON sheet_closings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER sheet_terms_insert_only BEFORE UPDATE OR DELETE ON sheet_terms FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER second_sheets_sent BEFORE UPDATE OR DELETE ON second_sheets FOR EACH ROW EXECUTE FUNCTION keep_sent();--> statement-breakpoint
CREATE FUNCTION keep_sent_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM second_sheets WHERE id = COALESCE(OLD.second_sheet_id, NEW.second_sheet_id) AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'second marks that were sent are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER second_marks_sent BEFORE INSERT OR UPDATE OR DELETE ON second_marks FOR EACH ROW EXECUTE FUNCTION keep_sent_marks();--> statement-breakpoint
CREATE FUNCTION keep_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a closed round is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER consensus_rounds_closed BEFORE UPDATE OR DELETE ON consensus_rounds FOR EACH ROW EXECUTE FUNCTION keep_closed_round();
