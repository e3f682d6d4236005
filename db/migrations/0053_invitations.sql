CREATE TABLE "chair_absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "chair_absences_days" CHECK (until_day >= from_day)
);
--> statement-breakpoint
CREATE TABLE "obligation_texts" (
	"sha256" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text_sha256" text NOT NULL,
	"way" text NOT NULL,
	"signed_on" date NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"file_id" uuid,
	CONSTRAINT "obligations_once" UNIQUE("seat_id","kind"),
	CONSTRAINT "obligations_paper" CHECK ((way = 'paper') = (file_id is not null))
);
--> statement-breakpoint
CREATE TABLE "panel_act_seats" (
	"act_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "panel_act_seats_act_id_seat_id_pk" PRIMARY KEY("act_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "panel_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"panel_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"day" date NOT NULL,
	"sha256" text NOT NULL,
	"secretary_id" uuid,
	"secretary_name" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "panel_acts_once" UNIQUE("panel_id","number","day")
);
--> statement-breakpoint
ALTER TABLE "seats" DROP CONSTRAINT "seats_once";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "ask_after" date;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "hours" integer;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "by_act" boolean;--> statement-breakpoint
ALTER TABLE "chair_absences" ADD CONSTRAINT "chair_absences_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_absences" ADD CONSTRAINT "chair_absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chair_absences" ADD CONSTRAINT "chair_absences_recorded_by_id_people_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_text_sha256_obligation_texts_sha256_fk" FOREIGN KEY ("text_sha256") REFERENCES "public"."obligation_texts"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_act_seats" ADD CONSTRAINT "panel_act_seats_act_id_panel_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."panel_acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_act_seats" ADD CONSTRAINT "panel_act_seats_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_acts" ADD CONSTRAINT "panel_acts_panel_id_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_acts" ADD CONSTRAINT "panel_acts_secretary_id_people_id_fk" FOREIGN KEY ("secretary_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_acts" ADD CONSTRAINT "panel_acts_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_acts" ADD CONSTRAINT "panel_acts_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chair_absences_of_panel" ON "chair_absences" USING btree ("panel_id");--> statement-breakpoint
CREATE INDEX "panel_act_seats_of_seat" ON "panel_act_seats" USING btree ("seat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seats_once" ON "seats" USING btree ("selection_id","person_id") WHERE left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "seats_one_deputy" ON "seats" USING btree ("panel_id") WHERE is_chair = 'deputy' and left_at is null;--> statement-breakpoint

CREATE TRIGGER obligation_texts_insert_only BEFORE UPDATE OR DELETE ON obligation_texts FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER obligations_insert_only BEFORE UPDATE OR DELETE ON obligations FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER panel_acts_insert_only BEFORE UPDATE OR DELETE ON panel_acts FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER panel_act_seats_insert_only BEFORE UPDATE OR DELETE ON panel_act_seats FOR EACH ROW EXECUTE FUNCTION refuse_change();
