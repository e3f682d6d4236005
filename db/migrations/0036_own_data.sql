CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wanted" jsonb NOT NULL,
	"since" date,
	"said" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "erasures_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_day" date NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "erasures_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "former_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"family_name" text COLLATE "ru-x-icu" NOT NULL,
	"given_name" text COLLATE "ru-x-icu" NOT NULL,
	"patronymic" text COLLATE "ru-x-icu" DEFAULT '' NOT NULL,
	"until" date NOT NULL,
	"ground" text NOT NULL,
	"entered_by_id" uuid,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "former_names_once" UNIQUE("person_id","until")
);
--> statement-breakpoint
CREATE TABLE "recorded_answers" (
	"invitation_id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"answered_on" date NOT NULL,
	"words" text NOT NULL,
	"file_id" uuid,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"objection" text DEFAULT '' NOT NULL,
	"objected_at" timestamp (3) with time zone,
	CONSTRAINT "recorded_answers_objected" CHECK ((objected_at is null) = (objection = ''))
);
--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_answers" ADD CONSTRAINT "recorded_answers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_answers" ADD CONSTRAINT "recorded_answers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_answers" ADD CONSTRAINT "recorded_answers_recorded_by_id_people_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "corrections_open" ON "corrections" USING btree ("person_id","kind") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "corrections_of_person" ON "corrections" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "corrections_waiting" ON "corrections" USING btree ("id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_open" ON "erasures" USING btree ("person_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "erasures_of_person" ON "erasures" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "erasures_waiting" ON "erasures" USING btree ("due_day","id") WHERE state = 'open';