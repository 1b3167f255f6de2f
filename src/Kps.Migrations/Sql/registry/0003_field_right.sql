-- Rights down to the field: what an institution may send and see of an operation it may ask.

ALTER TABLE registry.institution_operation
    ADD COLUMN kapsam smallint NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_institution_operation_kapsam CHECK (kapsam IN (1, 2));
COMMENT ON COLUMN registry.institution_operation.kapsam IS
    '1 Tum: every ordinary field, but for those withheld in field_right; 2 Secili: only fields given in field_right.';

-- One row says of one path, and of everything below it, whether it is given. The longest path that stands over a field decides.
CREATE TABLE registry.field_right (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_field_right PRIMARY KEY,
    institution_id integer NOT NULL CONSTRAINT fk_field_right_institution REFERENCES registry.institution (id),
    operation smallint NOT NULL,
    kind smallint NOT NULL,
    path text NOT NULL,
    izin boolean NOT NULL,
    dayanak text NOT NULL,
    karar_no text NOT NULL,
    bitis date,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT ck_field_right_operation CHECK (operation BETWEEN 1 AND 99),
    CONSTRAINT ck_field_right_kind CHECK (kind IN (1, 2)),
    CONSTRAINT ck_field_right_path CHECK (length(path) <= 300 AND path COLLATE "C" ~ '^[A-Za-z0-9]+(/[A-Za-z0-9]+)*$'),
    CONSTRAINT ck_field_right_dayanak CHECK (length(dayanak) BETWEEN 1 AND 500),
    CONSTRAINT ck_field_right_karar_no CHECK (length(karar_no) <= 100)
);
COMMENT ON COLUMN registry.field_right.operation IS 'KpsOperation.';
COMMENT ON COLUMN registry.field_right.kind IS '1 Arguman: a member of the request; 2 Alan: a member of the result.';
COMMENT ON COLUMN registry.field_right.path IS 'Member names joined by /, as the later contract generation has them; lists without index.';
COMMENT ON COLUMN registry.field_right.izin IS 'True: given; false: withheld.';
COMMENT ON COLUMN registry.field_right.bitis IS
    'Last day; null = no end. A row that gives counts as absent afterwards; one that withholds goes on until it is closed.';
CREATE UNIQUE INDEX uq_field_right_open ON registry.field_right (institution_id, operation, kind, path) WHERE closed_at IS NULL;

CREATE TRIGGER field_right_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.field_right
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();

REVOKE ALL ON registry.field_right FROM PUBLIC;
GRANT SELECT ON registry.field_right TO kps_gateway;
GRANT SELECT, INSERT, UPDATE ON registry.field_right TO kps_panel;
