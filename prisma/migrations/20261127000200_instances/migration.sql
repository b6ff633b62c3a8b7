-- The processes that serve, as each says of itself every few seconds, so that admins see which revision each one answers from, and
-- which one has fallen silent. Nothing else depends on it: an instance serves as well where it cannot write here.
CREATE TABLE instance (
  id            text           NOT NULL,
  name          text           NOT NULL,
  version       text           NOT NULL,
  build         text           NOT NULL,
  started_at    timestamptz(3) NOT NULL,
  seen_at       timestamptz(3) NOT NULL,
  ended_at      timestamptz(3),
  head_revision integer,
  memory_mb     integer        NOT NULL,
  refused       integer        NOT NULL,
  faults        integer        NOT NULL,

  CONSTRAINT instance_pkey PRIMARY KEY (id),

  -- What an instance counts of itself begins at nothing, and its memory is some.
  CONSTRAINT an_instance_counts_from_zero CHECK (refused >= 0 AND faults >= 0 AND memory_mb > 0)
);

-- Those that were seen last are asked for, and those that were not seen for long are taken away.
CREATE INDEX instance_seen_at_idx ON instance (seen_at);

-- Instances write of themselves with the rights of the application, and take away what is long gone: it is no part of the record.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON instance TO sluice_application;
  END IF;
END $$;
