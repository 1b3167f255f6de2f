-- The tree over the log (docs/reference/evidence-format.md). Everything here is only ever added to. A row cannot be given its index,
-- for it cannot be changed; so the tree says which rows it took, batch by batch.

-- The tree is read by transaction, at its end and in every partition, second by second. BRIN would read whatever has not been summarised yet, at full
-- load a minute's worth of rows; this B-tree grows at its right edge only and keeps equal keys once, 8 bytes a row.
DROP INDEX audit.entry_tx;
CREATE INDEX entry_tx ON audit.entry (tx);

-- A batch is every row of the transactions first_tx to last_tx, in the order (tx, islem_no, kind, entry); its first row is leaf first_index.
-- The index of a row is found by counting within its batch.
CREATE TABLE audit.sequenced (
    first_index    bigint      PRIMARY KEY CHECK (first_index >= 0),
    row_count      integer     NOT NULL CHECK (row_count > 0),
    first_tx       bigint      NOT NULL,
    last_tx        bigint      NOT NULL UNIQUE CHECK (last_tx >= first_tx),
    -- Least and greatest time of its rows, for the partitions to look into.
    recorded_from  timestamptz NOT NULL,
    recorded_to    timestamptz NOT NULL,
    -- Hashes of its leaves that lie in the tile not full yet after it: what partial tiles are put together from.
    open_leaves    bytea       NOT NULL CHECK (length(open_leaves) % 32 = 0 AND length(open_leaves) < 256 * 32)
);

-- Full tiles only (c2sp.org/tlog-tiles). The roots of a level's tiles are the hashes of the level above.
CREATE TABLE audit.tile (
    level   smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    index   bigint   NOT NULL CHECK (index >= 0),
    root    bytea    NOT NULL CHECK (length(root) = 32),
    hashes  bytea    NOT NULL CHECK (length(hashes) = 256 * 32),
    PRIMARY KEY (level, index)
);
ALTER TABLE audit.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Signed tree heads (c2sp.org/tlog-checkpoint), one after each batch. A generation is what lies between two re-bases.
CREATE TABLE audit.checkpoint (
    size        bigint      NOT NULL CHECK (size > 0),
    generation  integer     NOT NULL CHECK (generation > 0),
    root        bytea       NOT NULL CHECK (length(root) = 32),
    note        text        NOT NULL,
    made_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (size, generation)
);

-- After a restore that lost rows: the tree goes on from what is left, under a new origin. The act with its reason is a row of the log.
CREATE TABLE audit.rebase (
    generation      integer     PRIMARY KEY CHECK (generation > 1),
    islem_no        bigint      NOT NULL,
    size            bigint      NOT NULL CHECK (size >= 0),
    root            bytea       NOT NULL CHECK (length(root) = 32),
    published_note  text        NOT NULL,
    made_at         timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE VIEW audit.tree_checkpoint AS SELECT size, generation, root, note, made_at FROM audit.checkpoint;
CREATE VIEW audit.tree_rebase AS SELECT generation, islem_no, size, root, published_note, made_at FROM audit.rebase;

-- The leaf of a row and the first checkpoint over it; no row when it does not exist or is not sealed yet.
CREATE FUNCTION audit.leaf_of(at timestamptz, number bigint, row_kind smallint)
    RETURNS TABLE (leaf_index bigint, size bigint, note text, made_at timestamptz)
    LANGUAGE plpgsql STABLE STRICT
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted  record;
    batch   record;
    before  bigint;
BEGIN
    SELECT e.tx, e.entry INTO wanted FROM audit.entry AS e WHERE e.recorded_at = at AND e.islem_no = number AND e.kind = row_kind ORDER BY e.tx, e.entry LIMIT 1;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT s.* INTO batch FROM audit.sequenced AS s WHERE s.last_tx >= wanted.tx ORDER BY s.last_tx LIMIT 1;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT count(*) INTO before FROM audit.entry AS e
        WHERE e.recorded_at BETWEEN batch.recorded_from AND batch.recorded_to
            AND e.tx BETWEEN batch.first_tx AND wanted.tx
            AND (e.tx, e.islem_no, e.kind, e.entry) < (wanted.tx, number, row_kind, wanted.entry);
    RETURN QUERY
        SELECT batch.first_index + before, c.size, c.note, c.made_at
        FROM audit.checkpoint AS c WHERE c.size > batch.first_index + before ORDER BY c.size, c.generation LIMIT 1;
END
$$;

REVOKE ALL ON audit.sequenced, audit.tile, audit.checkpoint, audit.rebase, audit.tree_checkpoint, audit.tree_rebase FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.leaf_of(timestamptz, bigint, smallint) FROM PUBLIC;

-- The sequencer sees of a row what it orders by and what it hashes: neither the person nor the body.
GRANT USAGE ON SCHEMA audit TO kps_sequencer;
GRANT SELECT (tx, islem_no, kind, recorded_at, entry) ON audit.entry TO kps_sequencer;
GRANT SELECT, INSERT ON audit.sequenced, audit.tile TO kps_sequencer;
GRANT SELECT, INSERT (size, generation, root, note) ON audit.checkpoint TO kps_sequencer;
GRANT SELECT, INSERT (generation, islem_no, size, root, published_note) ON audit.rebase TO kps_sequencer;

GRANT SELECT ON audit.tree_checkpoint, audit.tree_rebase TO kps_panel;
GRANT EXECUTE ON FUNCTION audit.leaf_of(timestamptz, bigint, smallint) TO kps_panel;
