-- The application reads, appends, and closes what it supersedes. It has no right to delete, to truncate, or to change
-- anything else: the triggers refuse that too, but a right that nobody has needs no trigger.
--
-- Roles belong to the whole server while migrations run in each of its databases, perhaps at the same moment: so the role
-- may be there already, or appear between the question and the answer. Where this user may not make roles and nobody has
-- made this one, the application keeps the rights of this user and the triggers alone guard the record.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    CREATE ROLE sluice_application NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was first
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'no right to create the role sluice_application: only triggers guard the record';
END $$;

-- The user that connects takes the role on at once, so it must be allowed to. (A superuser always is. From PostgreSQL 16
-- on, who makes a role is a member of it that may not take it on.) Two databases that grant at the same moment may collide
-- in the server's list of members: the second tries again.
DO $$
DECLARE
  to_take_on CONSTANT text := CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END;
BEGIN
  FOR attempt IN 1..20 LOOP
    EXIT WHEN NOT EXISTS (
      SELECT FROM pg_roles WHERE rolname = 'sluice_application' AND NOT pg_has_role(current_user, oid, to_take_on)
    );
    BEGIN
      EXECUTE format('GRANT sluice_application TO %I', current_user);
    EXCEPTION
      WHEN internal_error OR unique_violation THEN PERFORM pg_sleep(0.05);
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'no right to grant the role sluice_application: only triggers guard the record';
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
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA public TO sluice_application;

  -- Readers read, writers append.
  FOREACH lent IN ARRAY kinds || versions || ARRAY['revision', 'citation', 'indicator_point_version'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sluice_application', lent);
  END LOOP;

  -- The one change a row may see.
  FOREACH lent IN ARRAY versions || ARRAY['citation', 'indicator_point_version'] LOOP
    EXECUTE format('GRANT UPDATE (superseded_in) ON %I TO sluice_application', lent);
  END LOOP;

  -- What a new revision is asked when it ends.
  GRANT SELECT ON standing_key, standing_reference, standing_part, belonging TO sluice_application;
END $$;
