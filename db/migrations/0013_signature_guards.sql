-- Who signed a summary is evidence: added, never changed.
CREATE TRIGGER summary_signatures_insert_only BEFORE UPDATE OR DELETE ON summary_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
