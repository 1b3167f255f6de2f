-- The book that cannot be edited. One append-only table for every kind of row, so that the rows of concurrent calls share one COPY
-- and one commit. Columns other than entry and body only serve searching: each repeats what the canonical entry says
-- (docs/reference/audit-row-format.md), except tx.

CREATE TABLE audit.entry (
    -- The time on the entry, UTC; chooses the partition and, with it, the month key that seals the body.
    recorded_at     timestamptz NOT NULL,
    -- Process prefix (24 bits) and counter (36 bits); one number for intent and outcome.
    islem_no        bigint      NOT NULL,
    -- The inserting transaction. The sequencer reads only below the oldest open one and orders by (tx, islem_no, kind).
    -- bigint, because PostgreSQL 15 has no BRIN operator class for xid8. No role may set it.
    tx              bigint      NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    user_id         integer,
    institution_id  integer,
    -- 0 answered, else fault code or Kod; on kinds 2 and 3.
    outcome         integer,
    -- 1 intent, 2 outcome, 3 refused, 4 registry event, 5 portal event, 6 act on keys, retention or configuration.
    kind            smallint    NOT NULL CHECK (kind BETWEEN 1 AND 6),
    operation       smallint,
    subject_key_id  smallint,
    -- HMAC-SHA256 of the person's number under the year key, first 16 bytes.
    subject         bytea,
    -- The caller after trusted proxies.
    address         inet,
    -- Canonical entry; the Merkle leaf is SHA-256(0x00 || entry).
    entry           bytea       NOT NULL,
    -- Criteria or result, AES-256-GCM under the month key; its SHA-256 is in the entry.
    body            bytea
) PARTITION BY RANGE (recorded_at);

-- Ciphertext does not compress: when a row is too wide the body moves out as it is.
ALTER TABLE audit.entry ALTER COLUMN body SET STORAGE EXTERNAL;

-- Four cheap indexes; a B-tree on every row would cost a fifth of the whole log (docs: performance).
CREATE INDEX entry_subject ON audit.entry USING hash (subject) WHERE subject IS NOT NULL;
CREATE INDEX entry_recorded_at ON audit.entry USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX entry_islem_no ON audit.entry USING brin (islem_no int8_minmax_multi_ops) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX entry_tx ON audit.entry USING brin (tx) WITH (pages_per_range = 32, autosummarize = on);

-- The only place that makes partitions. A partition is made beside the table and then attached, because ATTACH does not stop
-- the writers while CREATE … PARTITION OF would. Partitions carry no grants: rows go in through the parent only.
CREATE FUNCTION audit.ensure_partitions(months_ahead integer) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
    SET "DateStyle" = 'ISO, YMD'
AS $$
DECLARE
    month_start timestamptz;
    partition   text;
    created     integer := 0;
BEGIN
    IF months_ahead IS NULL OR months_ahead < 0 OR months_ahead > 24 THEN
        RAISE EXCEPTION 'months_ahead must be 0 to 24' USING ERRCODE = 'invalid_parameter_value';
    END IF;

    PERFORM pg_advisory_xact_lock(hashtextextended('audit.ensure_partitions', 0));
    FOR month_start IN
        SELECT generate_series(date_trunc('month', now()), date_trunc('month', now()) + make_interval(months => months_ahead), interval '1 month')
    LOOP
        partition := to_char(month_start, '"entry_"YYYY"_"MM');
        CONTINUE WHEN to_regclass('audit.' || partition) IS NOT NULL;
        EXECUTE format('CREATE TABLE audit.%I (LIKE audit.entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', partition);
        EXECUTE format(
            'ALTER TABLE audit.entry ATTACH PARTITION audit.%I FOR VALUES FROM (%L) TO (%L)',
            partition, month_start, month_start + interval '1 month');
        created := created + 1;
    END LOOP;

    RETURN created;
END
$$;

SELECT audit.ensure_partitions(12);
