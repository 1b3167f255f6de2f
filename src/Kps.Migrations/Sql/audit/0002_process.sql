-- Every start of a writing process. The prefix is the high 24 bits of the işlem numbers the process issues and the first 32 bits of
-- its AES-GCM nonces, so it must never be given twice: after a restore from backup the sequence is moved forward before the first start.

CREATE SEQUENCE audit.process_prefix AS integer MINVALUE 1 MAXVALUE 16777215 NO CYCLE;

CREATE TABLE audit.process (
    prefix      integer     PRIMARY KEY DEFAULT nextval('audit.process_prefix'),
    node        text        NOT NULL CHECK (length(node) BETWEEN 1 AND 100),
    version     text        NOT NULL CHECK (length(version) BETWEEN 1 AND 100),
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER SEQUENCE audit.process_prefix OWNED BY audit.process.prefix;
