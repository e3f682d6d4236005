-- What a remark said before is evidence, like the anchor it stands on.
CREATE TRIGGER remark_revisions_insert_only BEFORE UPDATE OR DELETE ON remark_revisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
