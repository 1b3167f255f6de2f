-- Data keys, wrapped (RFC 5649) under the master key, which is never in the database. Body keys live a month (period = its first day)
-- and are destroyed with the month's partition; subject keys live a year.

CREATE TABLE audit.vault_key (
    id             smallint    PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    purpose        text        NOT NULL CHECK (purpose IN ('body', 'subject')),
    period         date        NOT NULL,
    wrapped        bytea       NOT NULL,
    master_key_id  text        NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (purpose, period),
    CHECK (period = date_trunc(CASE purpose WHEN 'body' THEN 'month' ELSE 'year' END, period::timestamp)::date)
);
