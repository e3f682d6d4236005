CREATE TABLE "assessment_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"direction_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"earned" integer NOT NULL,
	"maximum" integer NOT NULL,
	"day" date NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by_id" uuid,
	CONSTRAINT "results_points" CHECK (maximum > 0 and earned >= 0 and earned <= maximum and attempt > 0)
);
--> statement-breakpoint
CREATE TABLE "candidate_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "candidate_lists_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"direction_version_id" uuid NOT NULL,
	"municipality_id" uuid,
	"effect" text NOT NULL,
	"first_day" date,
	"last_day" date,
	"basis" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"discarded_at" timestamp (3) with time zone,
	"order_id" uuid,
	CONSTRAINT "candidate_lists_number" UNIQUE("number"),
	CONSTRAINT "candidate_lists_order" UNIQUE("order_id"),
	CONSTRAINT "candidate_lists_registered" CHECK ((state = 'registered') = (order_id is not null))
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"exemption" text DEFAULT '' NOT NULL,
	"added_by_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "direction_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"direction_id" uuid NOT NULL,
	"since" date NOT NULL,
	"term_months" integer,
	"reassess_months" integer,
	"attempts" integer,
	"exempt" text[] DEFAULT '{}' NOT NULL,
	"exclusion" text[] DEFAULT '{}' NOT NULL,
	"ground" text NOT NULL,
	"set_by_id" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entrepreneur_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"entrepreneur" boolean NOT NULL,
	"day" date NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"number" text NOT NULL,
	"day" date NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body_id" uuid,
	"revision" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "signed_on" date;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "entered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_direction_id_directions_id_fk" FOREIGN KEY ("direction_id") REFERENCES "public"."directions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_withdrawn_by_id_people_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_lists" ADD CONSTRAINT "candidate_lists_direction_version_id_direction_versions_id_fk" FOREIGN KEY ("direction_version_id") REFERENCES "public"."direction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_lists" ADD CONSTRAINT "candidate_lists_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_lists" ADD CONSTRAINT "candidate_lists_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_lists" ADD CONSTRAINT "candidate_lists_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_list_id_candidate_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."candidate_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_terms" ADD CONSTRAINT "direction_terms_direction_id_directions_id_fk" FOREIGN KEY ("direction_id") REFERENCES "public"."directions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_terms" ADD CONSTRAINT "direction_terms_set_by_id_people_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrepreneur_statements" ADD CONSTRAINT "entrepreneur_statements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrepreneur_statements" ADD CONSTRAINT "entrepreneur_statements_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_acts" ADD CONSTRAINT "list_acts_list_id_candidate_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."candidate_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_acts" ADD CONSTRAINT "list_acts_issuer_id_organisations_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_acts" ADD CONSTRAINT "list_acts_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_steps" ADD CONSTRAINT "list_steps_list_id_candidate_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."candidate_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_steps" ADD CONSTRAINT "list_steps_body_id_organisations_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_steps" ADD CONSTRAINT "list_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "results_once" ON "assessment_results" USING btree ("person_id","direction_id","attempt") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "candidate_lists_of_direction" ON "candidate_lists" USING btree ("direction_version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "candidates_once" ON "candidates" USING btree ("list_id","person_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "candidates_of_person" ON "candidates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "terms_of_direction" ON "direction_terms" USING btree ("direction_id","id");--> statement-breakpoint
CREATE INDEX "entrepreneurs_of_person" ON "entrepreneur_statements" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "acts_of_list" ON "list_acts" USING btree ("list_id","id");--> statement-breakpoint
CREATE INDEX "steps_of_list" ON "list_steps" USING btree ("list_id","id");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER list_steps_insert_only BEFORE UPDATE OR DELETE ON list_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER list_acts_insert_only BEFORE UPDATE OR DELETE ON list_acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER direction_terms_insert_only BEFORE UPDATE OR DELETE ON direction_terms FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entrepreneur_statements_insert_only BEFORE UPDATE OR DELETE ON entrepreneur_statements FOR EACH ROW EXECUTE FUNCTION refuse_change();
