-- Stamps of an outside authority over checkpoints (docs/reference/evidence-format.md, "Stamps"). Only ever added to; kept when a month of the log is destroyed,
-- for what was sealed before still hangs on them.

CREATE TABLE audit.anchor (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- What was stamped: the note of one checkpoint, or a list of older stamps with the newest checkpoint first.
    covers            text        NOT NULL CHECK (covers IN ('checkpoint', 're-stamp')),
    size              bigint      NOT NULL,
    generation        integer     NOT NULL,
    -- RFC 3161 token, DER, with the certificates it needs.
    token             bytea       NOT NULL CHECK (length(token) BETWEEN 1 AND 65536),
    -- What the token says, for those who search; a verifier reads the token.
    gen_time          timestamptz NOT NULL,
    tsa               text        NOT NULL CHECK (length(tsa) BETWEEN 1 AND 1000),
    signer_not_after  timestamptz NOT NULL,
    stored_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (size, generation) REFERENCES audit.checkpoint (size, generation)
);
CREATE INDEX anchor_size ON audit.anchor (size, id);
CREATE INDEX anchor_signer ON audit.anchor (signer_not_after);

-- The list a re-stamp was made over, from place 1 on; place 0 is the checkpoint of the row in audit.anchor. A stamp is renewed once, by the next; that one
-- is renewed in its turn.
CREATE TABLE audit.anchor_member (
    batch     bigint  NOT NULL REFERENCES audit.anchor (id),
    position  integer NOT NULL CHECK (position > 0),
    anchor    bigint  NOT NULL UNIQUE REFERENCES audit.anchor (id) CHECK (anchor < batch),
    leaf      bytea   NOT NULL CHECK (length(leaf) = 32),
    PRIMARY KEY (batch, position)
);

CREATE VIEW audit.tree_anchor AS SELECT id, covers, size, generation, token, gen_time, tsa, signer_not_after, stored_at FROM audit.anchor;
CREATE VIEW audit.tree_anchor_member AS SELECT batch, position, anchor, leaf FROM audit.anchor_member;

REVOKE ALL ON audit.anchor, audit.anchor_member, audit.tree_anchor, audit.tree_anchor_member FROM PUBLIC;
GRANT SELECT, INSERT (covers, size, generation, token, gen_time, tsa, signer_not_after) ON audit.anchor TO kps_sequencer;
GRANT SELECT, INSERT ON audit.anchor_member TO kps_sequencer;
GRANT SELECT ON audit.tree_anchor, audit.tree_anchor_member TO kps_panel;
