-- Append only, by role. Grants are by column, so that no role can choose tx, a prefix or a key's id.

REVOKE ALL ON SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

GRANT USAGE ON SCHEMA audit TO kps_gateway, kps_panel, kps_retention;

GRANT INSERT (recorded_at, islem_no, user_id, institution_id, outcome, kind, operation, subject_key_id, subject, address, entry, body)
    ON audit.entry TO kps_gateway;
GRANT SELECT, INSERT (node, version) ON audit.process TO kps_gateway;
GRANT USAGE ON SEQUENCE audit.process_prefix TO kps_gateway;
GRANT SELECT, INSERT (purpose, period, wrapped, master_key_id) ON audit.vault_key TO kps_gateway;

GRANT SELECT ON audit.call_opened, audit.call_closed, audit.call_refused, audit.call, audit.wrapped_key TO kps_panel;

GRANT EXECUTE ON FUNCTION audit.ensure_partitions(integer) TO kps_retention;
