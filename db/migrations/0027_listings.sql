CREATE TABLE "listings" (
	"person_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"family_name" text COLLATE "ru-x-icu",
	"given_name" text COLLATE "ru-x-icu",
	"patronymic" text COLLATE "ru-x-icu",
	"direction_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"organisation_id" uuid,
	"municipality_id" uuid,
	"during" daterange NOT NULL,
	"known" "tstzrange" NOT NULL,
	"current" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_words" (
	"kind" text NOT NULL,
	"word" text COLLATE "ru-x-icu" NOT NULL,
	"norm" text GENERATED ALWAYS AS (translate(lower(word), 'ё', 'е')) STORED NOT NULL,
	CONSTRAINT "name_words_kind_word_pk" PRIMARY KEY("kind","word")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "name_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "work_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "listings_by_name" ON "listings" USING btree ("family_name","given_name","patronymic","number") WHERE organisation_id is null;--> statement-breakpoint
CREATE INDEX "listings_of_direction" ON "listings" USING btree ("direction_id","family_name","given_name","patronymic","number") WHERE organisation_id is null;--> statement-breakpoint
CREATE INDEX "listings_of_tier" ON "listings" USING btree ("tier","family_name","given_name","patronymic","number") WHERE organisation_id is null;--> statement-breakpoint
CREATE INDEX "listings_nameless" ON "listings" USING btree ("number") WHERE organisation_id is null and family_name is null;--> statement-breakpoint
CREATE INDEX "listings_in_municipality" ON "listings" USING btree ("municipality_id","family_name","given_name","patronymic","number") WHERE organisation_id is not null;--> statement-breakpoint
CREATE INDEX "listings_of_direction_in_municipality" ON "listings" USING btree ("municipality_id","direction_id","family_name","given_name","patronymic","number") WHERE organisation_id is not null;--> statement-breakpoint
CREATE INDEX "listings_in_organisation" ON "listings" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "listings_of_person" ON "listings" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "name_words_trigrams" ON "name_words" USING gin ("norm" gin_trgm_ops);