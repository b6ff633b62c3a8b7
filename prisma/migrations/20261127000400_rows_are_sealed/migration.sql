-- Whoever publishes takes this lock first and then writes to the tables that are altered here: taken in the other order, each
-- would wait for the other. Publishing waits until all that is recorded has its seals.
SELECT pg_advisory_xact_lock(hashtext('the newest revision'));

-- A seal for each row of the record: the digest of what it held when it entered, and the revision that ended it. The chain of
-- hashes tells in which revision something was changed behind the guards, the seals tell which row it was. What the chain does
-- not cover (who answers for a revision, which rules were set aside, when an answer was frozen) is guarded by its seals alone.
--
-- The database makes them itself, in the transaction that writes the row, whichever release writes it.
CREATE TABLE seal (
  of_table text    NOT NULL,
  of_key   text    NOT NULL,
  act      text    NOT NULL,
  revision integer NOT NULL,
  digest   text    NOT NULL,

  -- A row enters once and ends once with one revision. (No foreign key: where revisions are cut off, their seals tell of it.)
  CONSTRAINT seal_pkey PRIMARY KEY (of_table, of_key, act, revision),

  -- Nothing else ever happens to a row.
  CONSTRAINT a_row_enters_or_ends CHECK (act IN ('entered', 'ended'))
);

-- Each publication asks for the seal of the one before it, among those of every row that was ever recorded.
CREATE INDEX seal_of_publication ON seal (revision) WHERE of_table = 'publication' AND act = 'entered';

-- The digest of a row: of its columns as JSON, without what later revisions add to it. Columns that hold nothing are left out,
-- so that a column which a later migration adds changes no seal.
CREATE FUNCTION seal_digest(held jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(jsonb_strip_nulls(held - 'superseded_in')::text, 'UTF8')), 'hex')
$$;

-- A row as JSON, its instants and numbers printed in one way whatever the connection has set.
CREATE FUNCTION seal_held(held anyelement) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
  SELECT to_jsonb(held)
$$;

-- What a row is called: the columns that tell it from the others of its revision.
CREATE FUNCTION seal_key(held jsonb, columns text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(held ->> name, '/' ORDER BY place) FROM unnest(columns) WITH ORDINALITY AS named (name, place)
$$;

-- The tables of the record, which column of each names the revision that a row entered with (none for notes: they are no part
-- of any revision), and which columns tell its rows apart.
CREATE VIEW sealed_table AS
  SELECT kind || '_version' AS name, 'recorded_in' AS revision, ARRAY['key'] AS columns
    FROM unnest(ARRAY['material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator']) AS kind
  UNION ALL SELECT kind, 'recorded_in', ARRAY['key']
    FROM unnest(ARRAY['material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator']) AS kind
  UNION ALL SELECT 'citation', 'recorded_in', ARRAY['citing_kind', 'citing_key', 'part', 'position']
  UNION ALL SELECT 'indicator_point_version', 'recorded_in', ARRAY['indicator', 'position']
  UNION ALL SELECT 'retirement', 'recorded_in', ARRAY['kind', 'key']
  UNION ALL SELECT 'revision', 'number', ARRAY['number']
  UNION ALL SELECT 'publication', 'revision', ARRAY['revision']
  UNION ALL SELECT 'snapshot', 'revision', ARRAY['digest']
  UNION ALL SELECT 'snapshot_note', '', ARRAY['snapshot', 'version'];

-- A row is sealed as it enters. It runs with the rights of whoever migrates: nobody else may write seals. Instants and numbers
-- are printed in one way, whatever the connection has set.
CREATE FUNCTION seal_what_enters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
BEGIN
  INSERT INTO public.seal (of_table, of_key, act, revision, digest)
    SELECT TG_TABLE_NAME, public.seal_key(held, TG_ARGV[1:]), 'entered', coalesce((held ->> TG_ARGV[0])::integer, 0), public.seal_digest(held)
      FROM (SELECT to_jsonb(entering) AS held FROM entering) AS one;
  RETURN NULL;
END $$;

-- A row is sealed once more as it ends, under the revision that ended it.
CREATE FUNCTION seal_what_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
BEGIN
  INSERT INTO public.seal (of_table, of_key, act, revision, digest)
    SELECT TG_TABLE_NAME, public.seal_key(held, TG_ARGV[1:]), 'ended', (held ->> 'superseded_in')::integer, public.seal_digest(held)
      FROM (SELECT to_jsonb(ending) AS held FROM ending) AS one WHERE held ->> 'superseded_in' IS NOT NULL;
  RETURN NULL;
END $$;

-- The rules that were set aside for a revision, as they stood when it was published: row by row, and all of them in one digest.
CREATE VIEW sealed_exception AS
  SELECT publication.revision, seal_held(exception) AS held,
      seal_key(to_jsonb(exception), ARRAY['draft', 'rule', 'kind', 'key']) AS of_key
    FROM publication JOIN draft_exception AS exception ON exception.draft = publication.draft;

-- A publication is sealed with what was set aside for it, and with the seal of the publication before it: whoever changes one
-- and its seal has to change every seal after it too, up to the newest, which is told to everybody.
CREATE FUNCTION publication_digest(published integer) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
  SELECT encode(sha256(convert_to(concat_ws(' ',
    (SELECT digest FROM public.seal
      WHERE of_table = 'publication' AND act = 'entered' AND revision < published ORDER BY revision DESC LIMIT 1),
    public.seal_digest(to_jsonb(publication)),
    (SELECT string_agg(public.seal_digest(held), ' ' ORDER BY of_key COLLATE "C")
      FROM public.sealed_exception WHERE sealed_exception.revision = published)
  ), 'UTF8')), 'hex') FROM public.publication WHERE publication.revision = published
$$;

-- The seals of a published revision that no other trigger makes; one that is there stays.
CREATE FUNCTION seal_the_publication(published integer) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
  INSERT INTO public.seal (of_table, of_key, act, revision, digest)
    SELECT 'draft_exception', of_key, 'entered', revision, public.seal_digest(held)
      FROM public.sealed_exception WHERE revision = published
    UNION ALL SELECT 'publication', published::text, 'entered', published, public.publication_digest(published)
    ON CONFLICT DO NOTHING
$$;

-- With the rights of whoever migrates, as above.
CREATE FUNCTION seal_the_publication_that_enters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.seal_the_publication(NEW.revision);
  RETURN NULL;
END $$;

-- Seals what has none: what was recorded before there were seals, and what was loaded with the triggers off. A row that has a
-- seal keeps it.
CREATE FUNCTION seal_the_record() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
DECLARE
  one public.sealed_table;
  published integer;
BEGIN
  FOR one IN SELECT * FROM public.sealed_table WHERE name <> 'publication' LOOP
    EXECUTE format('INSERT INTO public.seal (of_table, of_key, act, revision, digest)
      SELECT %1$L, public.seal_key(held, %2$L), ''entered'', coalesce((held ->> %3$L)::integer, 0), public.seal_digest(held)
        FROM (SELECT to_jsonb(sealed) AS held FROM public.%1$I AS sealed) AS one ON CONFLICT DO NOTHING', one.name, one.columns, one.revision);
    EXECUTE format('INSERT INTO public.seal (of_table, of_key, act, revision, digest)
      SELECT %1$L, public.seal_key(held, %2$L), ''ended'', (held ->> ''superseded_in'')::integer, public.seal_digest(held)
        FROM (SELECT to_jsonb(sealed) AS held FROM public.%1$I AS sealed) AS one
        WHERE held ->> ''superseded_in'' IS NOT NULL ON CONFLICT DO NOTHING', one.name, one.columns);
  END LOOP;
  FOR published IN SELECT revision FROM public.publication ORDER BY revision LOOP
    PERFORM public.seal_the_publication(published);
  END LOOP;
END $$;

-- From now on rows are sealed as they enter and end; what stands already is sealed as it is found.
DO $$
DECLARE
  one   sealed_table;
  given text;
BEGIN
  FOR one IN SELECT * FROM sealed_table WHERE name <> 'publication' LOOP
    given := (SELECT string_agg(quote_literal(word), ', ') FROM unnest(one.revision || one.columns) AS word);
    EXECUTE format('CREATE TRIGGER what_enters_is_sealed AFTER INSERT ON %I
      REFERENCING NEW TABLE AS entering FOR EACH STATEMENT EXECUTE FUNCTION seal_what_enters(%s)', one.name, given);
    IF one.name LIKE '%\_version' OR one.name = 'citation' THEN
      EXECUTE format('CREATE TRIGGER what_ends_is_sealed AFTER UPDATE ON %I
        REFERENCING NEW TABLE AS ending FOR EACH STATEMENT EXECUTE FUNCTION seal_what_ends(%s)', one.name, given);
    END IF;
  END LOOP;
END $$;

-- A publication is sealed with what was set aside for it.
CREATE TRIGGER what_enters_is_sealed AFTER INSERT ON publication
  FOR EACH ROW EXECUTE FUNCTION seal_the_publication_that_enters();

SELECT seal_the_record();

-- A seal that could be changed would seal nothing: the same guards as on the record, whoever asks.
CREATE TRIGGER the_record_is_append_only BEFORE UPDATE OR DELETE ON seal
  FOR EACH ROW EXECUTE FUNCTION keep_the_record();

-- (Row triggers do not see TRUNCATE.)
CREATE TRIGGER the_record_is_never_emptied BEFORE TRUNCATE ON seal
  FOR EACH STATEMENT EXECUTE FUNCTION keep_the_record();

-- Nobody but the triggers above writes seals, nor hangs them on a table of their own.
REVOKE EXECUTE ON FUNCTION seal_what_enters(), seal_what_ends(), seal_the_publication_that_enters(),
  seal_the_publication(integer), seal_the_record() FROM PUBLIC;

-- The seals that anybody may note down: they tell nothing of who the people are.
CREATE VIEW publication_seal AS SELECT revision, digest FROM seal WHERE of_table = 'publication' AND act = 'entered';

-- Whoever checks the record reads its seals; readers are told those of publications.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_reader') THEN
    GRANT SELECT ON publication_seal TO sluice_reader;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT ON seal, sealed_table, sealed_exception TO sluice_application;
  END IF;
END $$;
