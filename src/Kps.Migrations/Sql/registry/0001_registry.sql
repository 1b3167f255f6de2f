-- Who may: institutions, their addresses, users, applications and entitlements.
-- Runs as kps_registry_owner. Rows are closed, never removed: no role below holds DELETE on them.

CREATE TABLE registry.registry_version (
    id boolean NOT NULL DEFAULT true CONSTRAINT pk_registry_version PRIMARY KEY,
    version bigint NOT NULL,
    CONSTRAINT ck_registry_version_one_row CHECK (id)
);
COMMENT ON TABLE registry.registry_version IS 'One row. Raised by every statement that touches a table the gateway keeps in memory.';
INSERT INTO registry.registry_version (version) VALUES (1);

CREATE TABLE registry.institution (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_institution PRIMARY KEY,
    kurum_kodu integer NOT NULL CONSTRAINT uq_institution_kurum_kodu UNIQUE,
    ad text NOT NULL,
    il text NOT NULL,
    durum text NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT ck_institution_kurum_kodu CHECK (kurum_kodu > 0),
    CONSTRAINT ck_institution_ad CHECK (length(ad) BETWEEN 1 AND 200),
    CONSTRAINT ck_institution_il CHECK (length(il) BETWEEN 1 AND 50),
    CONSTRAINT ck_institution_durum CHECK (durum IN ('Aktif', 'Kapali')),
    CONSTRAINT ck_institution_closed CHECK ((durum = 'Kapali') = (closed_at IS NOT NULL))
);

CREATE TABLE registry.ip_range (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_ip_range PRIMARY KEY,
    institution_id integer NOT NULL CONSTRAINT fk_ip_range_institution REFERENCES registry.institution (id),
    first_address inet NOT NULL,
    last_address inet NOT NULL,
    written_as text NOT NULL,
    note text NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT ck_ip_range_family CHECK (family(first_address) = family(last_address)),
    CONSTRAINT ck_ip_range_order CHECK (first_address <= last_address),
    CONSTRAINT ck_ip_range_hosts CHECK (
        masklen(first_address) = CASE family(first_address) WHEN 4 THEN 32 ELSE 128 END
        AND masklen(last_address) = CASE family(last_address) WHEN 4 THEN 32 ELSE 128 END),
    CONSTRAINT ck_ip_range_written_as CHECK (length(written_as) BETWEEN 1 AND 100),
    CONSTRAINT ck_ip_range_note CHECK (length(note) <= 500)
);
COMMENT ON COLUMN registry.ip_range.written_as IS 'What the operator typed: 10.0.0.1, 10.0.0.1-10.0.0.9 or 10.0.0.0/24.';
CREATE INDEX ix_ip_range_institution_id ON registry.ip_range (institution_id);

CREATE TABLE registry.application (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_application PRIMARY KEY,
    kod uuid NOT NULL CONSTRAINT uq_application_kod UNIQUE,
    firma text NOT NULL,
    urun text NOT NULL,
    surum text NOT NULL,
    kts_no text NOT NULL,
    bitis date,
    nesil smallint NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT ck_application_firma CHECK (length(firma) BETWEEN 1 AND 200),
    CONSTRAINT ck_application_urun CHECK (length(urun) BETWEEN 1 AND 200),
    CONSTRAINT ck_application_surum CHECK (length(surum) <= 50),
    CONSTRAINT ck_application_kts_no CHECK (length(kts_no) <= 50),
    CONSTRAINT ck_application_nesil CHECK (nesil IN (2017, 2021))
);
COMMENT ON COLUMN registry.application.bitis IS 'Last day on which the code is honoured; null = no end.';
COMMENT ON COLUMN registry.application.nesil IS 'Which answer shape the software reads: 2017, or the later one, 2021.';

CREATE TABLE registry.app_user (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_app_user PRIMARY KEY,
    user_name text NOT NULL CONSTRAINT uq_app_user_user_name UNIQUE,
    ad text NOT NULL,
    soyad text NOT NULL,
    institution_id integer NOT NULL CONSTRAINT fk_app_user_institution REFERENCES registry.institution (id),
    default_application_id integer CONSTRAINT fk_app_user_default_application REFERENCES registry.application (id),
    durum text NOT NULL,
    password_hash text,
    password_version integer NOT NULL,
    password_set_at timestamptz,
    password_expires_at timestamptz,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT ck_app_user_user_name CHECK (length(user_name) BETWEEN 1 AND 64),
    CONSTRAINT ck_app_user_ad CHECK (length(ad) BETWEEN 1 AND 100),
    CONSTRAINT ck_app_user_soyad CHECK (length(soyad) BETWEEN 1 AND 100),
    CONSTRAINT ck_app_user_durum CHECK (durum IN ('Aktif', 'Pasif', 'OnayBekliyor', 'Red', 'SuresiDoldu', 'Silindi')),
    CONSTRAINT ck_app_user_closed CHECK ((durum = 'Silindi') = (closed_at IS NOT NULL)),
    CONSTRAINT ck_app_user_deleted_holds_no_password CHECK (durum <> 'Silindi' OR password_hash IS NULL),
    CONSTRAINT ck_app_user_password_hash CHECK (length(password_hash) <= 255),
    CONSTRAINT ck_app_user_password_set CHECK ((password_hash IS NULL) = (password_set_at IS NULL)),
    CONSTRAINT ck_app_user_password_version CHECK (password_version >= 0)
);
COMMENT ON COLUMN registry.app_user.user_name IS 'The TCKN for a natural person; compared byte by byte.';
COMMENT ON COLUMN registry.app_user.password_version IS 'Raised on every change, so that verifiers and tokens cut from an older password die.';
CREATE INDEX ix_app_user_institution_id ON registry.app_user (institution_id);

CREATE TABLE registry.user_assignment (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_user_assignment PRIMARY KEY,
    user_id integer NOT NULL CONSTRAINT fk_user_assignment_user REFERENCES registry.app_user (id),
    institution_id integer NOT NULL CONSTRAINT fk_user_assignment_institution REFERENCES registry.institution (id),
    from_date date NOT NULL,
    to_date date NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT ck_user_assignment_order CHECK (from_date <= to_date),
    CONSTRAINT uq_user_assignment UNIQUE (user_id, institution_id, from_date)
);
COMMENT ON TABLE registry.user_assignment IS 'Görevlendirme: the user also works for this institution, both days included.';

CREATE TABLE registry.institution_operation (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_institution_operation PRIMARY KEY,
    institution_id integer NOT NULL CONSTRAINT fk_institution_operation_institution REFERENCES registry.institution (id),
    operation smallint NOT NULL,
    dayanak text NOT NULL,
    karar_no text NOT NULL,
    bitis date,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT ck_institution_operation_operation CHECK (operation BETWEEN 1 AND 99),
    CONSTRAINT ck_institution_operation_dayanak CHECK (length(dayanak) BETWEEN 1 AND 500),
    CONSTRAINT ck_institution_operation_karar_no CHECK (length(karar_no) <= 100)
);
COMMENT ON COLUMN registry.institution_operation.operation IS 'KpsOperation.';
COMMENT ON COLUMN registry.institution_operation.bitis IS 'Last day of the right; null = no end.';
CREATE UNIQUE INDEX uq_institution_operation_open ON registry.institution_operation (institution_id, operation) WHERE closed_at IS NULL;

-- Wrong-password counter. A counter, not a record: rows are swept a day after they stop mattering.
CREATE TABLE registry.password_failure (
    name_key bytea CONSTRAINT pk_password_failure PRIMARY KEY,
    window_start timestamptz NOT NULL,
    failures integer NOT NULL,
    locked_until timestamptz,
    CONSTRAINT ck_password_failure_name_key CHECK (length(name_key) = 32),
    CONSTRAINT ck_password_failure_failures CHECK (failures > 0)
);
COMMENT ON COLUMN registry.password_failure.name_key IS
    'HMAC-SHA256(password_failure_key, user name in UTF-8): a password typed into the name field must not stand here in clear.';
CREATE INDEX ix_password_failure_locked_until ON registry.password_failure (locked_until) WHERE locked_until IS NOT NULL;

-- Drawn once, here, so that all nodes count under the same key: 244 random bits from two random UUIDs.
CREATE TABLE registry.password_failure_key (
    id boolean NOT NULL DEFAULT true CONSTRAINT pk_password_failure_key PRIMARY KEY,
    key bytea NOT NULL,
    CONSTRAINT ck_password_failure_key_one_row CHECK (id),
    CONSTRAINT ck_password_failure_key_length CHECK (length(key) = 32)
);
INSERT INTO registry.password_failure_key (key) VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

-- SECURITY DEFINER: whoever may change a registry row raises the version, and nobody may set it otherwise.
CREATE FUNCTION registry.raise_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    raised bigint;
BEGIN
    UPDATE registry.registry_version SET version = version + 1 RETURNING version INTO STRICT raised;
    PERFORM pg_notify('kps_registry', raised::text);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION registry.raise_version() FROM PUBLIC;

CREATE TRIGGER institution_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.institution
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();
CREATE TRIGGER ip_range_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.ip_range
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();
CREATE TRIGGER application_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.application
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();
CREATE TRIGGER app_user_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.app_user
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();
CREATE TRIGGER user_assignment_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.user_assignment
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();
CREATE TRIGGER institution_operation_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.institution_operation
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();

REVOKE ALL ON SCHEMA registry FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA registry FROM PUBLIC;
GRANT USAGE ON SCHEMA registry TO kps_gateway, kps_panel;

GRANT SELECT ON registry.institution, registry.ip_range, registry.application, registry.app_user, registry.user_assignment,
    registry.institution_operation, registry.registry_version, registry.password_failure_key TO kps_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON registry.password_failure TO kps_gateway;

GRANT SELECT, INSERT, UPDATE ON registry.institution, registry.ip_range, registry.application, registry.app_user,
    registry.user_assignment, registry.institution_operation TO kps_panel;
GRANT SELECT ON registry.registry_version TO kps_panel;
