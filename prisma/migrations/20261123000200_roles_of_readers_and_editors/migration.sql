-- Readers' pages connect as a role that cannot see a draft, a person or a session, whatever the code above it does.
--
-- Roles belong to the whole server: see the migration of the application's role for why this is asked so carefully.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_reader') THEN
    CREATE ROLE sluice_reader NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was first
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'no right to create the role sluice_reader: readers connect with the rights of this user';
END $$;

-- The user that connects must be allowed to take the role on.
DO $$
DECLARE
  to_take_on CONSTANT text := CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END;
BEGIN
  FOR attempt IN 1..20 LOOP
    EXIT WHEN NOT EXISTS (
      SELECT FROM pg_roles WHERE rolname = 'sluice_reader' AND NOT pg_has_role(current_user, oid, to_take_on)
    );
    BEGIN
      EXECUTE format('GRANT sluice_reader TO %I', current_user);
    EXCEPTION
      WHEN internal_error OR unique_violation THEN PERFORM pg_sleep(0.05);
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'no right to grant the role sluice_reader: readers connect with the rights of this user';
        EXIT;
    END;
  END LOOP;
END $$;

DO $$
DECLARE
  kinds    CONSTANT text[] := ARRAY['material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator'];
  versions CONSTANT text[] := (SELECT array_agg(kind || '_version') FROM unnest(kinds) AS kind);
  lent     text;
BEGIN
  -- Readers see what is published, and of a publication everything but who the people are.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_reader') THEN
    GRANT USAGE ON SCHEMA public TO sluice_reader;
    FOREACH lent IN ARRAY kinds || versions || ARRAY['revision', 'citation', 'indicator_point_version', 'retirement'] LOOP
      EXECUTE format('GRANT SELECT ON %I TO sluice_reader', lent);
    END LOOP;
    GRANT SELECT (revision, kind, publisher_name, review_due, reviews, reverts) ON publication TO sluice_reader;
  END IF;

  -- Editors' side: drafts come and go, people and sessions change, the log and publications only grow.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT, INSERT ON retirement, publication, audit_entry, draft_comment TO sluice_application;
    GRANT SELECT, INSERT, UPDATE ON person, invitation, draft TO sluice_application;
    GRANT SELECT, INSERT, UPDATE, DELETE
      ON session, account, two_factor, sign_in_token, rate_limit, draft_entry, draft_exception TO sluice_application;
  END IF;
END $$;
