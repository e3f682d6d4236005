-- What became of a draft is evidence: a wrong entry is followed by another.
CREATE TRIGGER outcomes_insert_only BEFORE UPDATE OR DELETE ON outcomes FOR EACH ROW EXECUTE FUNCTION refuse_change();
