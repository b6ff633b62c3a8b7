-- The server may connect as users that own nothing: what it asks as itself, it asks as readers do.

-- Whether all migrations are there is asked before readers are sent to a server. (The table is Prisma's own, and not there in
-- a database that only models the schema.)
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL
     AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_reader') THEN
    GRANT SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations TO sluice_reader;
  END IF;
END $$;

-- A temporary table is found before one of the record that has its name. Nobody needs one, so nobody may make one but who
-- owns the database: whoever smuggled a question in could answer the next reader on that connection from it.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE 'REVOKE CREATE ON SCHEMA public FROM PUBLIC'; -- as PostgreSQL 15 and newer have it by themselves
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'no right to close the database to temporary tables: the roles alone guard it';
END $$;
