-- Searching. Everything a search looks at stands in one view, so that a stretch of time is read once and not once for each kind of row.

CREATE VIEW audit.opening AS
    SELECT recorded_at, islem_no, kind, user_id, institution_id, operation, outcome, subject_key_id, subject, address, entry, body
    FROM audit.entry
    WHERE kind IN (1, 3, 7);

-- The number of a call only grows within a process, so this B-tree grows at its right edges and costs no more time than summarising the BRIN index it
-- replaces. That one read all its ranges for each number: a page of fifty calls asks for fifty outcomes, and a number must be found among eight years.
DROP INDEX audit.entry_islem_no;
CREATE INDEX entry_islem_no ON audit.entry (islem_no);

-- B-trees on values that repeat: PostgreSQL keeps equal keys once and 6 bytes a row behind them. Rows without the value stay out, so each
-- call is in each of the first three once. Measured in docs/decisions/0018.
CREATE INDEX entry_user ON audit.entry (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX entry_institution ON audit.entry (institution_id) WHERE institution_id IS NOT NULL;
CREATE INDEX entry_address ON audit.entry (address) WHERE address IS NOT NULL;
CREATE INDEX entry_failure ON audit.entry (outcome) WHERE outcome <> 0;

-- Acts are few among many calls and are read by time.
CREATE INDEX entry_act ON audit.entry (recorded_at, islem_no) WHERE kind IN (4, 5, 6);

-- How far back a search may go at once. No index gives rows in order of time, so a search reads stretches of time, newest first; the tree's map says
-- how many rows a stretch holds without looking at them. Rows that are not sealed yet are not counted: a few seconds' worth.
CREATE INDEX sequenced_recorded_to ON audit.sequenced (recorded_to);

CREATE FUNCTION audit.stretch_before(before timestamptz, not_before timestamptz, most_rows bigint)
    RETURNS TABLE (begins timestamptz, counted bigint)
    LANGUAGE plpgsql STABLE STRICT
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    upper_leaf  bigint;
    lower_leaf  bigint;
BEGIN
    SELECT s.first_index + s.row_count INTO upper_leaf FROM audit.sequenced AS s WHERE s.recorded_to < before ORDER BY s.recorded_to DESC LIMIT 1;
    SELECT s.first_index + s.row_count INTO lower_leaf FROM audit.sequenced AS s WHERE s.recorded_to < not_before ORDER BY s.recorded_to DESC LIMIT 1;
    upper_leaf := coalesce(upper_leaf, 0);
    lower_leaf := coalesce(lower_leaf, 0);
    IF upper_leaf - lower_leaf <= most_rows THEN
        RETURN QUERY SELECT not_before, greatest(upper_leaf - lower_leaf, 0);
    ELSE
        RETURN QUERY
            SELECT greatest(s.recorded_from, not_before), upper_leaf - s.first_index
            FROM audit.sequenced AS s WHERE s.first_index <= upper_leaf - most_rows ORDER BY s.first_index DESC LIMIT 1;
    END IF;
END
$$;

REVOKE ALL ON audit.opening FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.stretch_before(timestamptz, timestamptz, bigint) FROM PUBLIC;
GRANT SELECT ON audit.opening TO kps_panel;
GRANT EXECUTE ON FUNCTION audit.stretch_before(timestamptz, timestamptz, bigint) TO kps_panel;
