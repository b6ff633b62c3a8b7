-- Answers that somebody froze. The name of one is the digest of its bytes, so the same answer is kept once.
CREATE TABLE snapshot (
  digest   text           NOT NULL,
  id       text           NOT NULL,
  payload  text           NOT NULL,
  view     text           NOT NULL,
  address  text           NOT NULL,
  revision integer        NOT NULL,
  made_at  timestamptz(3) NOT NULL DEFAULT now(),

  -- The same bytes are one snapshot, whoever froze them.
  CONSTRAINT snapshot_pkey PRIMARY KEY (digest),
  -- An id in a memo leads to one answer for ever, so no second one may have it.
  CONSTRAINT an_id_is_of_one_snapshot UNIQUE (id),
  -- Nobody can store words under a digest that they do not have.
  CONSTRAINT a_digest_is_of_its_payload CHECK (digest = encode(sha256(convert_to(payload, 'UTF8')), 'hex')),
  -- An id is read out, typed and printed: letters and digits that are not mistaken for one another.
  CONSTRAINT an_id_is_short_and_plain CHECK (id ~ '^[0-9abcdefghjkmnpqrstvwxyz]{12,52}$'),
  CONSTRAINT snapshot_revision_fkey FOREIGN KEY (revision) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX snapshot_made_at_digest_idx ON snapshot (made_at, digest);

-- What people of the record say of a snapshot: never part of it. A new version takes the place of the one before.
CREATE TABLE snapshot_note (
  snapshot text           NOT NULL,
  version  integer        NOT NULL,
  title    text           NOT NULL,
  note     text           NOT NULL,
  person   text           NOT NULL,
  by_name  text,
  at       timestamptz(3) NOT NULL DEFAULT now(),

  -- One note of each version: nothing is written over.
  CONSTRAINT snapshot_note_pkey PRIMARY KEY (snapshot, version),
  -- Versions are counted from 1, so that two who write at once cannot both be the next.
  CONSTRAINT versions_of_a_note_are_counted_from_one CHECK (version > 0),
  CONSTRAINT snapshot_note_snapshot_fkey FOREIGN KEY (snapshot) REFERENCES snapshot (digest) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT snapshot_note_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- How often an address asked for something that costs work; digests of addresses, forgotten when their time is over.
CREATE TABLE sharing_limit (
  key    text    NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,

  CONSTRAINT sharing_limit_pkey PRIMARY KEY (key)
);

-- A snapshot that could change would be none: these rows are never changed, deleted or truncated away, whoever asks.
DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['snapshot', 'snapshot_note'] LOOP
    EXECUTE format('CREATE TRIGGER the_record_is_append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION keep_the_record()', guarded);
    EXECUTE format('CREATE TRIGGER the_record_is_never_emptied BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION keep_the_record()', guarded);
  END LOOP;
END $$;

-- Readers may freeze an answer, and that is all that they may write: a role of its own, which cannot even read the record.
--
-- Roles belong to the whole server: see the migration of the application's role for why this is asked so carefully.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_sharing') THEN
    CREATE ROLE sluice_sharing NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was first
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'no right to create the role sluice_sharing: snapshots are written with the rights of this user';
END $$;

-- The user that connects must be allowed to take the role on.
DO $$
DECLARE
  to_take_on CONSTANT text := CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END;
BEGIN
  FOR attempt IN 1..20 LOOP
    EXIT WHEN NOT EXISTS (
      SELECT FROM pg_roles WHERE rolname = 'sluice_sharing' AND NOT pg_has_role(current_user, oid, to_take_on)
    );
    BEGIN
      EXECUTE format('GRANT sluice_sharing TO %I', current_user);
    EXCEPTION
      WHEN internal_error OR unique_violation THEN PERFORM pg_sleep(0.05);
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'no right to grant the role sluice_sharing: snapshots are written with the rights of this user';
        EXIT;
    END;
  END LOOP;
END $$;

DO $$
BEGIN
  -- Whoever freezes adds rows and counts requests. (`revision` is asked for by every connection that takes on a role.)
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_sharing') THEN
    GRANT USAGE ON SCHEMA public TO sluice_sharing;
    GRANT SELECT ON revision TO sluice_sharing;
    GRANT SELECT, INSERT ON snapshot TO sluice_sharing;
    GRANT SELECT, INSERT, UPDATE, DELETE ON sharing_limit TO sluice_sharing;
  END IF;

  -- Readers see snapshots, and of a note everything but who the person is.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_reader') THEN
    GRANT SELECT ON snapshot TO sluice_reader;
    GRANT SELECT (snapshot, version, title, note, by_name, at) ON snapshot_note TO sluice_reader;
  END IF;

  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT ON snapshot TO sluice_application;
    GRANT SELECT, INSERT ON snapshot_note TO sluice_application;
  END IF;
END $$;
