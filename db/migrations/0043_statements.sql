CREATE TABLE "signing_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"sealed" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "issued" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "issued" ADD COLUMN "facts" text;--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one" ON "signing_keys" USING btree ((1)) WHERE ended_at is null;