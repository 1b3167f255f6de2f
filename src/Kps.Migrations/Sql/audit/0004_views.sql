-- What the panel and the command line read. The views run with the rights of their owner; nobody else reads the tables.

CREATE VIEW audit.call_opened AS
    SELECT recorded_at, islem_no, user_id, institution_id, operation, subject_key_id, subject, address, entry, body
    FROM audit.entry
    WHERE kind = 1;

CREATE VIEW audit.call_closed AS
    SELECT recorded_at, islem_no, outcome, entry, body
    FROM audit.entry
    WHERE kind = 2;

CREATE VIEW audit.call_refused AS
    SELECT recorded_at, islem_no, user_id, institution_id, operation, outcome, subject_key_id, subject, address, entry, body
    FROM audit.entry
    WHERE kind = 3;

-- Every call once: intent and outcome together, or the refusal. An intent without outcome (the process died in between, or the
-- outcome could not be written and the answer was withheld) is 'unknown'. An outcome is sought within an hour of its intent, far
-- beyond any call's budget, so that partitions are pruned.
CREATE VIEW audit.call AS
    SELECT opened.recorded_at, opened.islem_no, opened.user_id, opened.institution_id, opened.operation,
           CASE WHEN closed.islem_no IS NULL THEN 'unknown' WHEN closed.outcome = 0 THEN 'answered' ELSE 'failed' END AS state,
           closed.outcome, closed.recorded_at AS closed_at,
           opened.subject_key_id, opened.subject, opened.address,
           opened.entry, opened.body, closed.entry AS closed_entry, closed.body AS closed_body
    FROM audit.call_opened AS opened
    LEFT JOIN audit.call_closed AS closed
        ON closed.islem_no = opened.islem_no
        AND closed.recorded_at >= opened.recorded_at - interval '1 hour'
        AND closed.recorded_at < opened.recorded_at + interval '1 hour'
    UNION ALL
    SELECT recorded_at, islem_no, user_id, institution_id, operation,
           'refused', outcome, NULL, subject_key_id, subject, address, entry, body, NULL, NULL
    FROM audit.call_refused;

-- Wrapped keys, useless without the master key: for a reader that holds it.
CREATE VIEW audit.wrapped_key AS
    SELECT id, purpose, period, wrapped, master_key_id, created_at
    FROM audit.vault_key;
