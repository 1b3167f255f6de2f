-- The log's eight years: keys that are made, wrapped anew and destroyed, months that are destroyed, holds that stop it. Whatever cannot be undone is done by a
-- definer function that takes the row of its act, looks whether the act says what is done, and writes it first.

-- A field of a canonical entry (docs/reference/audit-row-format.md); null when it is not there.
CREATE FUNCTION audit.entry_field(canonical bytea, tag integer) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    place  integer := 1;
    width  integer;
BEGIN
    WHILE place + 3 <= length(canonical) LOOP
        width := get_byte(canonical, place + 1) * 256 + get_byte(canonical, place + 2);
        IF get_byte(canonical, place) = tag THEN
            RETURN substring(canonical FROM place + 4 FOR width);
        END IF;
        place := place + 3 + width;
    END LOOP;
    RETURN NULL;
END
$$;

-- Refuses an act whose entry says something else than the columns, or tells of another act or of another thing than the caller is about to do.
CREATE FUNCTION audit.check_act(at timestamptz, number bigint, canonical bytea, act integer, target text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF audit.entry_field(canonical, 2) IS DISTINCT FROM '\x06'::bytea
        OR audit.entry_field(canonical, 3) IS DISTINCT FROM int8send(number)
        OR audit.entry_field(canonical, 10) IS DISTINCT FROM int8send((extract(epoch FROM at) * 1000000)::bigint)
        OR audit.entry_field(canonical, 80) IS DISTINCT FROM int2send(act::smallint)
        OR audit.entry_field(canonical, 88) IS DISTINCT FROM convert_to(target, 'UTF8')
    THEN
        RAISE EXCEPTION 'the act does not say what is done' USING ERRCODE = 'KPS05';
    END IF;
END
$$;

-- Writes the row of an act that is about to be done. Its time is the server's, give or take a day: it must not go into a month that is destroyed with it.
CREATE FUNCTION audit.write_act(at timestamptz, number bigint, canonical bytea, act integer, target text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM audit.check_act(at, number, canonical, act, target);
    IF at NOT BETWEEN now() - interval '1 day' AND now() + interval '1 day' THEN
        RAISE EXCEPTION 'the time of the act is not the server''s' USING ERRCODE = 'KPS05';
    END IF;
    IF coalesce(length(audit.entry_field(canonical, 81)), 0) < 10 THEN
        RAISE EXCEPTION 'the act gives no reason' USING ERRCODE = 'KPS05';
    END IF;
    PERFORM audit.append_act(at, number, 6::smallint, NULL, NULL, canonical);
END
$$;

-- Keys ----------------------------------------------------------------------------------------------------------------------------------------------------

-- A destroyed key leaves its line: that there was one, and since when there is none.
ALTER TABLE audit.vault_key ALTER COLUMN wrapped DROP NOT NULL;
ALTER TABLE audit.vault_key ADD COLUMN destroyed_at timestamptz;
ALTER TABLE audit.vault_key ADD COLUMN destroyed_by bigint;
ALTER TABLE audit.vault_key ADD CONSTRAINT vault_key_destroyed_check
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (wrapped IS NULL) = (destroyed_by IS NOT NULL));
-- What was overwritten is cleared away at once instead of after fifty more changes.
ALTER TABLE audit.vault_key SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

-- How a key was wrapped before it was wrapped anew. The database cannot see whether new bytes hold the old key; so nobody but the owner can take the old bytes away,
-- short of the key's own end.
CREATE TABLE audit.vault_key_former (
    key_id         smallint    NOT NULL REFERENCES audit.vault_key,
    wrapped        bytea       NOT NULL,
    master_key_id  text        NOT NULL,
    replaced_by    bigint      NOT NULL,
    replaced_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (key_id, replaced_by)
);

CREATE OR REPLACE VIEW audit.wrapped_key AS
    SELECT id, purpose, period, wrapped, master_key_id, created_at
    FROM audit.vault_key
    WHERE wrapped IS NOT NULL;

CREATE VIEW audit.key_listing AS
    SELECT id, purpose, period, master_key_id, created_at, destroyed_at, destroyed_by
    FROM audit.vault_key;

-- A key for a month or year, and the act of it. False when there was one, or had been: of nodes that make it at once the first wins.
CREATE FUNCTION audit.make_key(key_purpose text, key_period date, key_wrapped bytea, master_key text, at timestamptz, number bigint, canonical bytea) RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET "DateStyle" = 'ISO, YMD'
AS $$
BEGIN
    PERFORM audit.check_act(at, number, canonical, 10, format('key:%s:%s', key_purpose, key_period));
    IF length(key_wrapped) NOT BETWEEN 32 AND 4096 OR length(master_key) NOT BETWEEN 1 AND 64 THEN
        RAISE EXCEPTION 'not a wrapped key' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO audit.vault_key (purpose, period, wrapped, master_key_id) VALUES (key_purpose, key_period, key_wrapped, master_key)
        ON CONFLICT (purpose, period) DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM audit.append_act(at, number, 6::smallint, NULL, NULL, canonical);
    RETURN true;
END
$$;

-- All keys that are not under the new master key, at once.
CREATE FUNCTION audit.rewrap_keys(key_ids smallint[], new_wrapped bytea[], new_master text, at timestamptz, number bigint, canonical bytea) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    changed  integer;
BEGIN
    IF cardinality(key_ids) IS DISTINCT FROM cardinality(new_wrapped) OR cardinality(key_ids) = 0 OR length(new_master) NOT BETWEEN 1 AND 64
        OR EXISTS (SELECT FROM unnest(new_wrapped) AS fresh WHERE fresh IS NULL OR length(fresh) NOT BETWEEN 32 AND 4096)
    THEN
        RAISE EXCEPTION 'not a list of wrapped keys' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM audit.write_act(at, number, canonical, 11, 'vault');

    LOCK TABLE audit.vault_key IN SHARE ROW EXCLUSIVE MODE;
    IF (SELECT array_agg(id ORDER BY id) FROM audit.vault_key WHERE wrapped IS NOT NULL AND master_key_id <> new_master)
        IS DISTINCT FROM (SELECT array_agg(id ORDER BY id) FROM unnest(key_ids) AS id)
    THEN
        RAISE EXCEPTION 'these are not all keys under another master key' USING ERRCODE = 'KPS06';
    END IF;
    INSERT INTO audit.vault_key_former (key_id, wrapped, master_key_id, replaced_by)
        SELECT key.id, key.wrapped, key.master_key_id, number FROM audit.vault_key AS key WHERE key.id = ANY (key_ids);
    UPDATE audit.vault_key AS key SET wrapped = fresh.bytes, master_key_id = new_master
        FROM unnest(key_ids, new_wrapped) AS fresh (id, bytes)
        WHERE key.id = fresh.id;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF audit.entry_field(canonical, 91) IS DISTINCT FROM int8send(changed::bigint) THEN
        RAISE EXCEPTION 'the act names another number of keys' USING ERRCODE = 'KPS05';
    END IF;
    RETURN changed;
END
$$;

-- The term ------------------------------------------------------------------------------------------------------------------------------------------------

-- How long the log is kept, counted from the end of a row's month. Only the owner changes it; whoever destroys may ask for more years, never for fewer.
CREATE TABLE audit.retention_term (
    only_one  boolean  PRIMARY KEY DEFAULT true CHECK (only_one),
    years     integer  NOT NULL CHECK (years BETWEEN 1 AND 100)
);
INSERT INTO audit.retention_term (years) VALUES (8);

-- The time terms are counted by: the server's, but no later than the newest row among the batches sealed last. A clock that was set ahead makes nothing due as long
-- as rows tell the time; null while nothing is sealed.
CREATE FUNCTION audit.retention_clock() RETURNS timestamptz
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT least(now(), max(recorded_to))
    FROM (SELECT recorded_to FROM audit.sequenced ORDER BY first_index DESC LIMIT 1000) AS newest
    HAVING max(recorded_to) IS NOT NULL
$$;

-- When the rows of a month may go.
CREATE FUNCTION audit.month_due(month date, keep_years integer) RETURNS timestamptz
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
AS $$
    SELECT (month + interval '1 month' + make_interval(years => greatest(years, keep_years)))::timestamptz FROM audit.retention_term
$$;

-- Holds ---------------------------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE audit.legal_hold (
    id             integer     PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    first_month    date        NOT NULL CHECK (first_month = date_trunc('month', first_month::timestamp)::date),
    last_month     date        NOT NULL CHECK (last_month = date_trunc('month', last_month::timestamp)::date AND last_month >= first_month),
    reason         text        NOT NULL,
    file_no        text,
    placed_by      bigint      NOT NULL,
    placed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    lifted_by      bigint,
    lifted_at      timestamptz,
    lifted_reason  text,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND (lifted_by IS NULL) = (lifted_reason IS NULL))
);

CREATE VIEW audit.hold AS
    SELECT id, first_month, last_month, reason, file_no, placed_by, placed_at, lifted_by, lifted_at, lifted_reason
    FROM audit.legal_hold;

-- Reason and file number are those of the entry (tags 81 and 89).
CREATE FUNCTION audit.place_hold(from_month date, to_month date, at timestamptz, number bigint, canonical bytea) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    placed  integer;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit.retention', 0));
    PERFORM audit.write_act(at, number, canonical, 21, 'months:' || to_char(from_month, 'YYYY-MM') || '..' || to_char(to_month, 'YYYY-MM'));
    INSERT INTO audit.legal_hold (first_month, last_month, reason, file_no, placed_by)
        VALUES (from_month, to_month, convert_from(audit.entry_field(canonical, 81), 'UTF8'), convert_from(audit.entry_field(canonical, 89), 'UTF8'), number)
        RETURNING id INTO placed;
    RETURN placed;
END
$$;

CREATE FUNCTION audit.lift_hold(hold_id integer, at timestamptz, number bigint, canonical bytea) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit.retention', 0));
    PERFORM audit.write_act(at, number, canonical, 22, 'hold:' || hold_id);
    UPDATE audit.legal_hold
        SET lifted_by = number, lifted_at = clock_timestamp(), lifted_reason = convert_from(audit.entry_field(canonical, 81), 'UTF8')
        WHERE id = hold_id AND lifted_by IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such hold, or it is lifted' USING ERRCODE = 'KPS07';
    END IF;
END
$$;

-- Months --------------------------------------------------------------------------------------------------------------------------------------------------

-- The partition of a month; null when there is none, an error when it holds another span.
CREATE FUNCTION audit.partition_of(month date) RETURNS regclass
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
    SET "DateStyle" = 'ISO, YMD'
AS $$
DECLARE
    part  record;
BEGIN
    IF month IS NULL OR month <> date_trunc('month', month::timestamp)::date THEN
        RAISE EXCEPTION 'a month is its first day' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT c.oid::regclass AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds INTO part
        FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'audit.entry'::regclass AND c.relname = to_char(month, '"entry_"YYYY"_"MM');
    IF FOUND AND part.bounds <> format('FOR VALUES FROM (%L) TO (%L)', month::timestamptz, month::timestamptz + interval '1 month') THEN
        RAISE EXCEPTION 'partition % holds another span', part.name;
    END IF;
    RETURN part.name;
END
$$;

-- Leaves a tree must have to cover every row up to a transaction; null while one of them waits for its seal. Batches follow each other in the order of transactions.
CREATE FUNCTION audit.sealed_size(tx_to bigint) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT batch.first_index + batch.row_count
    FROM (SELECT s.* FROM audit.sequenced AS s WHERE s.last_tx >= tx_to ORDER BY s.last_tx LIMIT 1) AS batch
    WHERE batch.first_tx <= tx_to
        AND EXISTS (SELECT FROM audit.checkpoint AS c WHERE c.size >= batch.first_index + batch.row_count)
$$;

-- Whether an outside time stamp covers that many leaves; null where no stamp was ever taken, so none is asked for. A stamp says nothing of leaves that a re-base
-- after it has given anew.
CREATE FUNCTION audit.is_stamped(leaves bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    any_stamp  boolean := false;
    covers     boolean;
BEGIN
    IF to_regclass('audit.anchor') IS NOT NULL THEN
        EXECUTE 'SELECT EXISTS (SELECT FROM audit.anchor)' INTO any_stamp;
    END IF;
    IF NOT any_stamp THEN
        RETURN NULL;
    END IF;
    EXECUTE 'SELECT EXISTS (
        SELECT FROM audit.anchor AS a
        WHERE a.size >= $1 AND NOT EXISTS (SELECT FROM audit.rebase AS r WHERE r.generation > a.generation AND r.size < $1))' INTO covers USING leaves;
    RETURN covers;
END
$$;

-- The hold that stops a month, the oldest of them; null when none does.
CREATE FUNCTION audit.hold_on(month date) RETURNS integer
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT min(id) FROM audit.legal_hold WHERE lifted_by IS NULL AND month BETWEEN first_month AND last_month
$$;

-- Every month that has a partition. Rows of large partitions are the planner's estimate.
CREATE FUNCTION audit.log_months(keep_years integer)
    RETURNS TABLE (month date, row_count bigint, row_count_exact boolean, bytes bigint, is_sealed boolean, is_stamped boolean, due_at timestamptz, is_due boolean, hold_id integer)
    LANGUAGE plpgsql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
AS $$
DECLARE
    part     record;
    last_tx  bigint;
    leaves   bigint;
BEGIN
    FOR part IN
        SELECT c.oid, c.relname, c.reltuples, to_date(right(c.relname, 7), 'YYYY_MM') AS starts
        FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'audit.entry'::regclass AND c.relname ~ '^entry_\d{4}_\d{2}$'
        ORDER BY c.relname
    LOOP
        month := part.starts;
        bytes := pg_total_relation_size(part.oid);
        row_count_exact := part.reltuples < 0 OR pg_relation_size(part.oid) < 64 * 1024 * 1024;
        IF row_count_exact THEN
            EXECUTE format('SELECT count(*) FROM audit.%I', part.relname) INTO row_count;
        ELSE
            row_count := part.reltuples::bigint;
        END IF;
        EXECUTE format('SELECT max(tx) FROM audit.%I', part.relname) INTO last_tx;
        leaves := CASE WHEN last_tx IS NULL THEN 0 ELSE audit.sealed_size(last_tx) END;
        is_sealed := leaves IS NOT NULL;
        is_stamped := audit.is_stamped(leaves);
        due_at := audit.month_due(part.starts, keep_years);
        is_due := coalesce(due_at <= audit.retention_clock(), false);
        hold_id := audit.hold_on(part.starts);
        RETURN NEXT;
    END LOOP;
END
$$;

-- Rows of a month, counted.
CREATE FUNCTION audit.month_rows(month date) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    part    regclass := audit.partition_of(month);
    counted bigint;
BEGIN
    IF part IS NULL THEN
        RAISE EXCEPTION 'there is no such month' USING ERRCODE = 'KPS00';
    END IF;
    EXECUTE format('SELECT count(*) FROM %s', part) INTO counted;
    RETURN counted;
END
$$;

-- Destroys a month: the act, then the key of its bodies, then its rows. Its leaves stay in the tree. Dropping a partition needs the table for itself for a moment:
-- rather than have the writers wait behind it, it gives up after 200 ms and is tried again.
CREATE FUNCTION audit.destroy_month(month date, keep_years integer, at timestamptz, number bigint, canonical bytea) RETURNS bigint
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
    SET lock_timeout = '200ms'
AS $$
DECLARE
    part     regclass;
    counted  bigint;
    last_tx  bigint;
    leaves   bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit.retention', 0));
    part := audit.partition_of(month);
    IF part IS NULL THEN
        RAISE EXCEPTION 'there is no such month' USING ERRCODE = 'KPS00';
    END IF;
    IF (audit.month_due(month, keep_years) <= audit.retention_clock()) IS NOT TRUE THEN
        RAISE EXCEPTION 'the term of % has not passed', month USING ERRCODE = 'KPS01';
    END IF;
    IF audit.hold_on(month) IS NOT NULL THEN
        RAISE EXCEPTION 'hold % is on %', audit.hold_on(month), month USING ERRCODE = 'KPS02';
    END IF;

    -- Nothing can be added from here on; readers go on.
    EXECUTE format('LOCK TABLE ONLY %s IN SHARE MODE', part);
    EXECUTE format('SELECT count(*), max(tx) FROM %s', part) INTO counted, last_tx;
    IF counted > 0 THEN
        leaves := audit.sealed_size(last_tx);
        IF leaves IS NULL THEN
            RAISE EXCEPTION 'rows of % are not sealed', month USING ERRCODE = 'KPS03';
        END IF;
        IF NOT coalesce(audit.is_stamped(leaves), true) THEN
            RAISE EXCEPTION 'no time stamp covers %', month USING ERRCODE = 'KPS04';
        END IF;
    END IF;
    IF audit.entry_field(canonical, 91) IS DISTINCT FROM int8send(counted)
        OR NOT EXISTS (
            SELECT FROM audit.checkpoint AS c
            WHERE c.size >= leaves AND int8send(c.size) = audit.entry_field(canonical, 83) AND c.root = audit.entry_field(canonical, 84))
    THEN
        RAISE EXCEPTION 'the act names other rows or another tree' USING ERRCODE = 'KPS05';
    END IF;

    PERFORM audit.write_act(at, number, canonical, 20, 'month:' || to_char(month, 'YYYY-MM'));
    UPDATE audit.vault_key SET wrapped = NULL, destroyed_at = clock_timestamp(), destroyed_by = number
        WHERE purpose = 'body' AND period = month AND wrapped IS NOT NULL;
    DELETE FROM audit.vault_key_former WHERE key_id = (SELECT id FROM audit.vault_key WHERE purpose = 'body' AND period = month);
    EXECUTE format('DROP TABLE %s', part);
    RETURN counted;
END
$$;

-- Destroys the key a year's persons were hashed with, once the last of its months is gone.
CREATE FUNCTION audit.destroy_year_key(year_start date, keep_years integer, at timestamptz, number bigint, canonical bytea) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit.retention', 0));
    IF year_start IS NULL OR year_start <> date_trunc('year', year_start::timestamp)::date
        OR (audit.month_due((year_start + interval '11 months')::date, keep_years) <= audit.retention_clock()) IS NOT TRUE
    THEN
        RAISE EXCEPTION 'the term of % has not passed', year_start USING ERRCODE = 'KPS01';
    END IF;
    IF EXISTS (
        SELECT FROM generate_series(0, 11) AS later
        WHERE audit.partition_of((year_start + make_interval(months => later))::date) IS NOT NULL)
    THEN
        RAISE EXCEPTION 'rows of % are still there', year_start USING ERRCODE = 'KPS01';
    END IF;
    PERFORM audit.write_act(at, number, canonical, 12, 'key:subject:' || to_char(year_start, 'YYYY-MM-DD'));
    UPDATE audit.vault_key SET wrapped = NULL, destroyed_at = clock_timestamp(), destroyed_by = number
        WHERE purpose = 'subject' AND period = year_start AND wrapped IS NOT NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such key' USING ERRCODE = 'KPS00';
    END IF;
    DELETE FROM audit.vault_key_former WHERE key_id = (SELECT id FROM audit.vault_key WHERE purpose = 'subject' AND period = year_start);
END
$$;

-- The leaf of a row, found by its hash: counting the rows before it in its batch would miss those of a month that is gone.
CREATE OR REPLACE FUNCTION audit.leaf_of(at timestamptz, number bigint, row_kind smallint)
    RETURNS TABLE (leaf_index bigint, size bigint, note text, made_at timestamptz)
    LANGUAGE plpgsql STABLE STRICT
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted  record;
    batch   record;
    place   integer;
    leaf_at bigint;
BEGIN
    SELECT e.tx, sha256('\x00'::bytea || e.entry) AS leaf INTO wanted
        FROM audit.entry AS e WHERE e.recorded_at = at AND e.islem_no = number AND e.kind = row_kind ORDER BY e.tx, e.entry LIMIT 1;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT s.* INTO batch FROM audit.sequenced AS s WHERE s.last_tx >= wanted.tx ORDER BY s.last_tx LIMIT 1;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    place := position(wanted.leaf IN batch.open_leaves);
    IF place > 0 THEN
        leaf_at := batch.first_index + batch.row_count - length(batch.open_leaves) / 32 + (place - 1) / 32;
    ELSE
        SELECT t.index * 256 + (position(wanted.leaf IN t.hashes) - 1) / 32 INTO leaf_at
            FROM audit.tile AS t
            WHERE t.level = 0 AND t.index BETWEEN batch.first_index / 256 AND (batch.first_index + batch.row_count - 1) / 256
                AND position(wanted.leaf IN t.hashes) > 0
            ORDER BY t.index LIMIT 1;
    END IF;
    RETURN QUERY
        SELECT leaf_at, c.size, c.note, c.made_at
        FROM audit.checkpoint AS c WHERE c.size > leaf_at ORDER BY c.size, c.generation LIMIT 1;
END
$$;

-- As before, and the month of yesterday: on the first of a month some node's clock may still be in the old one.
CREATE OR REPLACE FUNCTION audit.ensure_partitions(months_ahead integer) RETURNS integer
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
        SELECT generate_series(
            date_trunc('month', now() - interval '1 day'), date_trunc('month', now()) + make_interval(months => months_ahead), interval '1 month')
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

-- After a restore: prefixes were given out that the restored sequence does not know of. Numbers skipped are lost, and nothing else is.
CREATE FUNCTION audit.skip_process_prefixes(steps integer) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF steps IS NULL OR steps NOT BETWEEN 1000 AND 10000 THEN
        RAISE EXCEPTION 'steps must be 1000 to 10000' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN setval('audit.process_prefix', nextval('audit.process_prefix') + steps);
END
$$;

-- Rights --------------------------------------------------------------------------------------------------------------------------------------------------
-- Who destroys cannot lift a hold, and who lifts one cannot destroy. The gateway makes keys through the function alone.

REVOKE ALL ON audit.vault_key_former, audit.key_listing, audit.retention_term, audit.legal_hold, audit.hold FROM PUBLIC;
REVOKE ALL ON FUNCTION
    audit.entry_field(bytea, integer),
    audit.check_act(timestamptz, bigint, bytea, integer, text),
    audit.write_act(timestamptz, bigint, bytea, integer, text),
    audit.make_key(text, date, bytea, text, timestamptz, bigint, bytea),
    audit.rewrap_keys(smallint[], bytea[], text, timestamptz, bigint, bytea),
    audit.retention_clock(),
    audit.month_due(date, integer),
    audit.place_hold(date, date, timestamptz, bigint, bytea),
    audit.lift_hold(integer, timestamptz, bigint, bytea),
    audit.partition_of(date),
    audit.sealed_size(bigint),
    audit.is_stamped(bigint),
    audit.hold_on(date),
    audit.log_months(integer),
    audit.month_rows(date),
    audit.destroy_month(date, integer, timestamptz, bigint, bytea),
    audit.destroy_year_key(date, integer, timestamptz, bigint, bytea),
    audit.skip_process_prefixes(integer)
    FROM PUBLIC;

REVOKE INSERT (purpose, period, wrapped, master_key_id) ON audit.vault_key FROM kps_gateway;
GRANT EXECUTE ON FUNCTION audit.make_key(text, date, bytea, text, timestamptz, bigint, bytea) TO kps_gateway;

GRANT SELECT ON audit.key_listing, audit.retention_term, audit.hold TO kps_panel, kps_retention;
GRANT EXECUTE ON FUNCTION audit.place_hold(date, date, timestamptz, bigint, bytea), audit.log_months(integer) TO kps_panel, kps_retention;
GRANT EXECUTE ON FUNCTION audit.lift_hold(integer, timestamptz, bigint, bytea) TO kps_panel;

GRANT SELECT ON audit.wrapped_key, audit.tree_checkpoint TO kps_retention;
GRANT EXECUTE ON FUNCTION
    audit.rewrap_keys(smallint[], bytea[], text, timestamptz, bigint, bytea),
    audit.month_rows(date),
    audit.destroy_month(date, integer, timestamptz, bigint, bytea),
    audit.destroy_year_key(date, integer, timestamptz, bigint, bytea),
    audit.skip_process_prefixes(integer)
    TO kps_retention;
