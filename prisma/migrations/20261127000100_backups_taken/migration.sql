-- The backups that were taken, so that whoever runs this is told how old the last one is. It is a note and not the backup: what
-- stands in the file, the file itself says.
CREATE TABLE backup_taken (
  id       bigint         NOT NULL GENERATED ALWAYS AS IDENTITY,
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  kind     text           NOT NULL,
  revision integer,
  bytes    bigint,
  why      text,

  CONSTRAINT backup_taken_pkey PRIMARY KEY (id),

  -- Each kind is read back by another program: a word nobody knows would be a file nobody can read.
  CONSTRAINT kind_of_a_backup_is_a_known_word CHECK (kind IN ('pg-dump', 'json-lines')),

  -- A backup without a size, or of no revision, is none; and one that failed says why.
  CONSTRAINT a_backup_is_whole_or_says_why_not
    CHECK ((why IS NULL) = (revision IS NOT NULL AND bytes IS NOT NULL) AND why <> ''),
  CONSTRAINT a_backup_ends_after_it_began CHECK (ended_at >= began_at)
);

-- Admins see it at the status page. Only the user that migrates takes backups, and its rights are its own.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT ON backup_taken TO sluice_application;
  END IF;
END $$;
