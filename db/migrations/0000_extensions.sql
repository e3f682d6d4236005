-- Trigram search and exclusion constraints over days. Both ship with PostgreSQL's contrib.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
