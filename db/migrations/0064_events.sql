CREATE TABLE "event_certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"issued_on" date NOT NULL,
	"facts" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"code" text NOT NULL,
	"issued_by_id" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "event_certificates_number" UNIQUE("year","number")
);
--> statement-breakpoint
CREATE TABLE "event_files" (
	"event_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "event_files_event_id_file_id_pk" PRIMARY KEY("event_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "event_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"title" text NOT NULL,
	"practice_id" uuid,
	CONSTRAINT "event_items_time" CHECK (ends_at >= starts_at)
);
--> statement-breakpoint
CREATE TABLE "event_registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"ticket" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"attended_at" timestamp (3) with time zone,
	"attended_by_id" uuid,
	CONSTRAINT "event_registrations_order" UNIQUE("event_id","position"),
	CONSTRAINT "event_registrations_ticket" UNIQUE("ticket"),
	CONSTRAINT "event_registrations_cancelled" CHECK ((state = 'cancelled') = (cancelled_at is not null)),
	CONSTRAINT "event_registrations_attended" CHECK (attended_at is null or state = 'confirmed')
);
--> statement-breakpoint
CREATE TABLE "event_speakers" (
	"item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	CONSTRAINT "event_speakers_item_id_position_pk" PRIMARY KEY("item_id","position"),
	CONSTRAINT "event_speakers_who" CHECK ((person_id is null) <> (name = ''))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"series" text,
	"edition" text DEFAULT '' NOT NULL,
	"title" text COLLATE "ru-x-icu" NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"organisation_id" uuid NOT NULL,
	"direction_version_id" uuid,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"capacity" integer,
	"register_until" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"held_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "events_number" UNIQUE("number"),
	CONSTRAINT "events_days" CHECK (ends_at >= starts_at and register_until <= ends_at),
	CONSTRAINT "events_capacity" CHECK (capacity between 1 and 100000),
	CONSTRAINT "events_state" CHECK ((state = 'draft') = (announced_at is null) and (state = 'held') = (held_at is not null)
      and (state = 'cancelled') = (cancelled_at is not null))
);
--> statement-breakpoint
ALTER TABLE "event_certificates" ADD CONSTRAINT "event_certificates_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_certificates" ADD CONSTRAINT "event_certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_certificates" ADD CONSTRAINT "event_certificates_issued_by_id_people_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_files" ADD CONSTRAINT "event_files_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_files" ADD CONSTRAINT "event_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_items" ADD CONSTRAINT "event_items_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_items" ADD CONSTRAINT "event_items_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_attended_by_id_people_id_fk" FOREIGN KEY ("attended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_speakers" ADD CONSTRAINT "event_speakers_item_id_event_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."event_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_speakers" ADD CONSTRAINT "event_speakers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_direction_version_id_direction_versions_id_fk" FOREIGN KEY ("direction_version_id") REFERENCES "public"."direction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "event_certificates_standing" ON "event_certificates" USING btree ("event_id","person_id","role") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "event_certificates_of_person" ON "event_certificates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "event_items_in_order" ON "event_items" USING btree ("event_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "event_items_of_practice" ON "event_items" USING btree ("practice_id") WHERE practice_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "event_registrations_live" ON "event_registrations" USING btree ("event_id","person_id") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "event_registrations_of_person" ON "event_registrations" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "event_speakers_of_person" ON "event_speakers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_by_start" ON "events" USING btree ("starts_at","number") WHERE state <> 'draft';--> statement-breakpoint
CREATE INDEX "events_of_organisation" ON "events" USING btree ("organisation_id","id");