CREATE TABLE "hidden_answers" (
	"response_id" uuid NOT NULL,
	"question" text NOT NULL,
	"reason" text NOT NULL,
	"hidden_by_id" uuid NOT NULL,
	"hidden_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hidden_answers_response_id_question_pk" PRIMARY KEY("response_id","question")
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"questionnaire_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invited" boolean DEFAULT false NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	"response_id" uuid,
	CONSTRAINT "participations_questionnaire_id_person_id_pk" PRIMARY KEY("questionnaire_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "responses" DROP CONSTRAINT "responses_once";--> statement-breakpoint
ALTER TABLE "responses" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "questionnaires_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "author_id" uuid;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "draft_id" uuid;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "stage_id" uuid;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "first_day" date;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "last_day" date;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "anonymous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "editable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "results" text DEFAULT 'closing' NOT NULL;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "discarded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "attempt" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "hidden_answers" ADD CONSTRAINT "hidden_answers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_answers" ADD CONSTRAINT "hidden_answers_hidden_by_id_people_id_fk" FOREIGN KEY ("hidden_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participations_of_person" ON "participations" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questionnaires_of_draft" ON "questionnaires" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "responses_of_object" ON "responses" USING btree ("object_kind","object_id");--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_public_number" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_once" UNIQUE("version_id","person_id","object_kind","object_id","attempt");--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_term" CHECK (first_day <= last_day);--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_anonymous_closed" CHECK (not anonymous or (audience = 'invited' and not editable));--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_stage_of_draft" CHECK (stage_id is null or draft_id is not null);