-- Changes of the key that signs checkpoints. A node seals with the key that signed the newest checkpoint, or with one a change names as its successor; so nobody
-- goes on under a new key without a reason that stands in the log.
CREATE TABLE audit.sealing_key (
    id                 integer     PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    -- DER SubjectPublicKeyInfo of the successor and of the key before it.
    public_key         bytea       NOT NULL CHECK (length(public_key) BETWEEN 50 AND 500),
    former_public_key  bytea       NOT NULL CHECK (length(former_public_key) BETWEEN 50 AND 500 AND former_public_key <> public_key),
    -- Leaves under the newest checkpoint when it was decided: up to here the former key has signed.
    size               bigint      NOT NULL CHECK (size >= 0),
    islem_no           bigint      NOT NULL,
    made_at            timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE VIEW audit.sealing_key_change AS
    SELECT id, public_key, former_public_key, size, islem_no, made_at
    FROM audit.sealing_key;

-- Target: seal-key; tag 92: SHA-256 of the successor; tag 83: leaves.
CREATE FUNCTION audit.change_sealing_key(new_key bytea, former_key bytea, at timestamptz, number bigint, canonical bytea) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    leaves  bigint;
BEGIN
    leaves := coalesce((SELECT max(c.size) FROM audit.checkpoint AS c WHERE int8send(c.size) = audit.entry_field(canonical, 83)), 0);
    IF audit.entry_field(canonical, 92) IS DISTINCT FROM sha256(new_key) OR audit.entry_field(canonical, 83) IS DISTINCT FROM int8send(leaves) THEN
        RAISE EXCEPTION 'the act names another key or another tree' USING ERRCODE = 'KPS05';
    END IF;
    PERFORM audit.write_act(at, number, canonical, 13, 'seal-key');
    INSERT INTO audit.sealing_key (public_key, former_public_key, size, islem_no) VALUES (new_key, former_key, leaves, number);
END
$$;

REVOKE ALL ON audit.sealing_key, audit.sealing_key_change FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.change_sealing_key(bytea, bytea, timestamptz, bigint, bytea) FROM PUBLIC;

GRANT SELECT ON audit.sealing_key_change TO kps_sequencer, kps_panel, kps_retention;
GRANT EXECUTE ON FUNCTION audit.change_sealing_key(bytea, bytea, timestamptz, bigint, bytea) TO kps_retention;
