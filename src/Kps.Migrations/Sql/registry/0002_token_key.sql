-- The token door: the keys its assertions are signed with, and the revocation of one user's tokens.

-- Wrapped (RFC 5649) under the master key, which is never in the database: whoever reads this table can sign nothing. All nodes sign with and
-- accept the same keys. A key is withdrawn, never removed and never changed.
CREATE TABLE registry.token_key (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_token_key PRIMARY KEY,
    is_test boolean NOT NULL,
    wrapped bytea NOT NULL,
    master_key_id text NOT NULL,
    fingerprint text NOT NULL CONSTRAINT uq_token_key_fingerprint UNIQUE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    signs_from timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CONSTRAINT ck_token_key_wrapped CHECK (length(wrapped) BETWEEN 24 AND 8192),
    CONSTRAINT ck_token_key_master_key_id CHECK (length(master_key_id) BETWEEN 1 AND 100),
    CONSTRAINT ck_token_key_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$')
);
COMMENT ON COLUMN registry.token_key.is_test IS 'Made by a gateway in TEST mode; neither kind signs or accepts for the other.';
COMMENT ON COLUMN registry.token_key.fingerprint IS 'SHA-256 of the SubjectPublicKeyInfo in hex, for listings.';
COMMENT ON COLUMN registry.token_key.signs_from IS 'From then on it signs, until the next key of its kind does.';
COMMENT ON COLUMN registry.token_key.withdrawn_at IS 'Set by an operator: the key neither signs nor is accepted, and every token it signed is void.';

COMMENT ON COLUMN registry.app_user.password_version IS
    'Raised by every change of the password, by a revocation of tokens and by every change of state: verifiers and tokens of an older one are void.';

CREATE TRIGGER token_key_raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON registry.token_key
    FOR EACH STATEMENT EXECUTE FUNCTION registry.raise_version();

-- The gateway makes the first key itself; the operator's commands run with its role, since only they and it hold the master key.
REVOKE ALL ON registry.token_key FROM PUBLIC;
GRANT SELECT, INSERT (is_test, wrapped, master_key_id, fingerprint, signs_from), UPDATE (withdrawn_at) ON registry.token_key TO kps_gateway;
GRANT SELECT (id, is_test, master_key_id, fingerprint, created_at, signs_from, withdrawn_at) ON registry.token_key TO kps_panel;
