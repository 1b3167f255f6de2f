-- What an export and a receipt are made from: rows with their transaction, and the whole tree. Read through views, by kps_panel; nothing here can be written.

CREATE VIEW audit.sealed_row AS
    SELECT tx, recorded_at, islem_no, kind, entry, body
    FROM audit.entry;

CREATE VIEW audit.tree_batch AS
    SELECT first_index, row_count, first_tx, last_tx, recorded_from, recorded_to, open_leaves
    FROM audit.sequenced;

CREATE VIEW audit.tree_tile AS
    SELECT level, index, root, hashes
    FROM audit.tile;

REVOKE ALL ON audit.sealed_row, audit.tree_batch, audit.tree_tile FROM PUBLIC;

GRANT SELECT ON audit.sealed_row, audit.tree_batch, audit.tree_tile TO kps_panel;
GRANT SELECT ON audit.tree_batch, audit.tree_tile TO kps_sequencer;
