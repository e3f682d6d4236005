CREATE TABLE "subjects" (
	"code" text PRIMARY KEY NOT NULL,
	"pattern" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "since" date;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "subject" text;--> statement-breakpoint
CREATE INDEX "order_items_suspensions" ON "order_items" USING btree ("person_id") WHERE act = 'suspend';--> statement-breakpoint
CREATE INDEX "listings_of_subject" ON "listings" USING btree ("subject","family_name","given_name","patronymic","number") WHERE subject is not null;--> statement-breakpoint
CREATE INDEX "listings_ending" ON "listings" USING btree (upper(during)) WHERE organisation_id is null and current;
--> statement-breakpoint

-- As 0028 has it, and: the first day in the registry, and the subjects that a post tells, a row for each of them.
CREATE OR REPLACE VIEW listing_rows AS
SELECT p.id AS person_id, p.number,
  CASE WHEN p.name_open THEN p.family_name END AS family_name,
  CASE WHEN p.name_open THEN p.given_name END AS given_name,
  CASE WHEN p.name_open THEN p.patronymic END AS patronymic,
  v.direction_id, s.tier, w.organisation_id, w.municipality_id, w.during, s.known,
  upper_inf(s.known) AS current,
  (SELECT min(lower(f.during)) FROM statuses f
    WHERE f.person_id = s.person_id AND upper_inf(f.known) AND NOT isempty(f.during)) AS since,
  w.subject
FROM statuses s
JOIN people p ON p.id = s.person_id AND p.merged_into_id IS NULL
JOIN direction_versions v ON v.id = s.direction_version_id
CROSS JOIN LATERAL (
  SELECT NULL::uuid AS organisation_id, NULL::uuid AS municipality_id, s.during, NULL::text AS subject
  UNION ALL
  SELECT e.organisation_id, o.municipality_id, s.during * e.during, u.code
  FROM employments e JOIN organisations o ON o.id = e.organisation_id
  LEFT JOIN subjects u ON translate(lower(e.post), 'ё', 'е') ~ u.pattern
  WHERE e.person_id = s.person_id AND p.work_open AND e.during && s.during
) w
WHERE NOT isempty(w.during);--> statement-breakpoint

TRUNCATE listings;--> statement-breakpoint
INSERT INTO listings SELECT * FROM listing_rows;
