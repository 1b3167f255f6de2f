-- Roles are cluster-wide, so this file runs on every migration and must be repeatable. Passwords are set by whoever operates
-- the cluster, never here.
--   kps_owner           owns schema audit; nobody logs in as it
--   kps_registry_owner  owns schema registry; nobody logs in as it
--   kps_gateway         the gateway: INSERT on the log, SELECT on the registry
--   kps_panel           the panel and the registry commands: SELECT on the log's views, writes the registry
--   kps_sequencer       reads entries and writes the tree over them
--   kps_retention       makes (and, after eight years, drops) partitions through definer functions only
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['kps_owner', 'kps_registry_owner'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', role_name);
        END IF;
    END LOOP;
    FOREACH role_name IN ARRAY ARRAY['kps_gateway', 'kps_panel', 'kps_sequencer', 'kps_retention'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT NOCREATEDB NOCREATEROLE', role_name);
        END IF;
    END LOOP;
END
$$;
