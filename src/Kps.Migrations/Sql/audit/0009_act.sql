-- Rows of kinds 4 to 6: registry events, panel events, acts. Commands, the panel and retention write them through one function and still
-- may not insert into the log; the function runs in the caller's transaction, so that act and row are there together or not at all.

CREATE FUNCTION audit.append_act(at timestamptz, number bigint, row_kind smallint, act_user integer, act_institution integer, canonical bytea) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF at IS NULL OR number IS NULL OR row_kind IS NULL OR row_kind NOT IN (4, 5, 6) THEN
        RAISE EXCEPTION 'only rows of kinds 4 to 6 are written here' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF NOT EXISTS (SELECT FROM audit.process WHERE prefix = number >> 36) THEN
        RAISE EXCEPTION 'the number was not issued by a registered process' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    -- An entry: version 1, then the salt.
    IF canonical IS NULL OR length(canonical) NOT BETWEEN 40 AND 8192 OR substring(canonical FROM 1 FOR 4) <> '\x01010010'::bytea THEN
        RAISE EXCEPTION 'not a canonical entry' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO audit.entry (recorded_at, islem_no, user_id, institution_id, kind, entry) VALUES (at, number, act_user, act_institution, row_kind, canonical);
END
$$;

-- A start of a writing process, for roles that may not touch the table of them.
CREATE FUNCTION audit.register_process(process_node text, process_version text) RETURNS TABLE (prefix integer, started_at timestamptz)
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO audit.process AS made (node, version) VALUES (process_node, process_version) RETURNING made.prefix, made.started_at
$$;

CREATE VIEW audit.act AS
    SELECT recorded_at, islem_no, kind, user_id, institution_id, entry
    FROM audit.entry
    WHERE kind IN (4, 5, 6);

REVOKE ALL ON audit.act FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.register_process(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.append_act(timestamptz, bigint, smallint, integer, integer, bytea) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION audit.append_act(timestamptz, bigint, smallint, integer, integer, bytea) TO kps_gateway, kps_panel, kps_retention;
GRANT EXECUTE ON FUNCTION audit.register_process(text, text) TO kps_gateway, kps_panel, kps_retention;
GRANT SELECT ON audit.act TO kps_panel;
