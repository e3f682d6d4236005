-- What was done with a procedure, and words put right, are evidence: added, never changed.
CREATE TRIGGER procedure_steps_insert_only BEFORE UPDATE OR DELETE ON procedure_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER errata_insert_only BEFORE UPDATE OR DELETE ON errata FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER request_steps_insert_only BEFORE UPDATE OR DELETE ON request_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
