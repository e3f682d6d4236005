CREATE TABLE "issued_files" (
	"sha256" text NOT NULL,
	"code" text NOT NULL,
	"format" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "issued_files_sha256_code_pk" PRIMARY KEY("sha256","code")
);
--> statement-breakpoint
ALTER TABLE "work_papers" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "issued_files" ADD CONSTRAINT "issued_files_code_issued_code_fk" FOREIGN KEY ("code") REFERENCES "public"."issued"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO issued_files (sha256, code, format, given_at)
  SELECT f.sha256, i.code, 'document', i.issued_at FROM issued i JOIN files f ON f.id = i.file_id
  ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO issued_files (sha256, code, format, given_at)
  SELECT f.sha256, i.code, CASE s.kind WHEN 'paper' THEN 'scan' ELSE 'signature' END, s.entered_at
  FROM conclusion_signatures s JOIN conclusion_editions e ON e.id = s.edition_id JOIN issued i ON i.code = e.code
  JOIN files f ON f.id = s.file_id WHERE s.withdrawn_at IS NULL
  ON CONFLICT DO NOTHING;
