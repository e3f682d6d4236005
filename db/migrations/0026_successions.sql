INSERT INTO "successions" ("id", "predecessor_id", "successor_id", "day")
  SELECT gen_random_uuid(), o."predecessor_id", o."id", upper(p."during")
  FROM "organisations" o JOIN "organisations" p ON p."id" = o."predecessor_id";--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_predecessor_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "organisations" DROP COLUMN "predecessor_id";