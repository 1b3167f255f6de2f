-- One row for each gateway node, rewritten every five seconds: proof that the database takes writes. It holds nothing else and says
-- nothing about calls. The gateway may update this table and no other of the schema.

CREATE TABLE audit.heartbeat (
    node     text        PRIMARY KEY CHECK (length(node) BETWEEN 1 AND 100),
    seen_at  timestamptz NOT NULL
) WITH (fillfactor = 50);

REVOKE ALL ON audit.heartbeat FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE (seen_at) ON audit.heartbeat TO kps_gateway;
