-- What must hold even if the code is wrong: one revision at a time, written once, never changed, and whole when it ends.
-- Each guard refuses with a constraint name that is a sentence.

-- One revision at a time: numbers without a gap, and each carries the hash of the one before it. The lock makes a second
-- writer wait until the first has ended, so that it sees the newest revision and not the one before.
CREATE FUNCTION follow_the_newest_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest public.revision;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('the newest revision'));
  SELECT * INTO newest FROM public.revision ORDER BY number DESC LIMIT 1;

  IF NEW.number <> coalesce(newest.number, 0) + 1 THEN
    RAISE EXCEPTION 'revision % cannot follow revision %', NEW.number, coalesce(newest.number, 0)
      USING ERRCODE = 'integrity_constraint_violation',
            CONSTRAINT = 'revisions_are_numbered_without_a_gap',
            TABLE = 'revision',
            HINT = 'Read the newest revision again, and publish on top of it.';
  END IF;
  IF NEW.previous_hash IS DISTINCT FROM newest.hash THEN
    RAISE EXCEPTION 'revision % does not carry the hash of the one before it', NEW.number
      USING ERRCODE = 'integrity_constraint_violation',
            CONSTRAINT = 'a_revision_carries_the_hash_of_the_one_before',
            TABLE = 'revision',
            HINT = 'Read the newest revision again, and publish on top of it.';
  END IF;
  RETURN NEW;
END $$;

-- Asked before every revision, whoever writes it.
CREATE TRIGGER one_revision_at_a_time
  BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION follow_the_newest_revision();

-- A revision is open in the transaction that inserts it, and closed for ever when that transaction ends. (`xmin` is the
-- transaction that wrote a row; one inserted after a savepoint carries another number, and counts as closed.)
CREATE FUNCTION revision_is_open(revision_number integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM public.revision WHERE number = revision_number AND xmin = pg_current_xact_id()::xid
  )
$$;

-- Nobody may add a row to a revision that has ended: a reader who saw revision 41 must see the same revision 41 for ever.
CREATE FUNCTION enter_with_the_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended integer;
BEGIN
  SELECT recorded_in INTO ended FROM (SELECT DISTINCT recorded_in FROM entering) AS revisions
    WHERE NOT public.revision_is_open(recorded_in);
  IF FOUND THEN
    RAISE EXCEPTION 'a row of % cannot enter revision %: it is not being written in this transaction', TG_TABLE_NAME, ended
      USING ERRCODE = 'integrity_constraint_violation',
            CONSTRAINT = 'rows_enter_with_the_revision_being_written',
            TABLE = TG_TABLE_NAME,
            HINT = 'Insert a new revision and its rows in one transaction.';
  END IF;
  RETURN NULL;
END $$;

-- The past is closed: rows are never deleted, and the only change a row may ever see is `superseded_in` going from empty
-- to the revision being written, once.
CREATE FUNCTION keep_the_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) ? 'superseded_in' THEN
    IF to_jsonb(OLD) ->> 'superseded_in' IS NULL
       AND to_jsonb(NEW) ->> 'superseded_in' IS NOT NULL
       AND to_jsonb(NEW) - 'superseded_in' = to_jsonb(OLD) - 'superseded_in' THEN
      IF public.revision_is_open((to_jsonb(NEW) ->> 'superseded_in')::integer) THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a row of % can be superseded only by the revision being written', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation',
              CONSTRAINT = 'rows_end_with_the_revision_being_written',
              TABLE = TG_TABLE_NAME,
              HINT = 'Insert a new revision and supersede the row in one transaction.';
    END IF;
  END IF;
  RAISE EXCEPTION 'the record is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
          CONSTRAINT = 'the_record_is_append_only',
          TABLE = TG_TABLE_NAME,
          HINT = 'Publish a new revision that supersedes this row.';
END $$;

-- A citation or a point without the version it belongs to would still be counted: they end together.
CREATE FUNCTION end_what_belongs_to_the_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.citation SET superseded_in = NEW.superseded_in
    WHERE citing_kind = TG_ARGV[0] AND citing_key = NEW.key
      AND recorded_in = NEW.recorded_in AND superseded_in IS NULL;
  IF TG_ARGV[0] = 'indicator' THEN
    UPDATE public.indicator_point_version SET superseded_in = NEW.superseded_in
      WHERE indicator = NEW.key AND recorded_in = NEW.recorded_in AND superseded_in IS NULL;
  END IF;
  RETURN NULL;
END $$;

-- The same guards on every table: rows enter with their revision, are never changed, deleted or truncated away. (Row
-- triggers do not see TRUNCATE, so it has one of its own.)
DO $$
DECLARE
  kinds    CONSTANT text[] := ARRAY['material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator'];
  versions CONSTANT text[] := (SELECT array_agg(kind || '_version') FROM unnest(kinds) AS kind);
  guarded  text;
BEGIN
  FOREACH guarded IN ARRAY kinds || versions || ARRAY['citation', 'indicator_point_version'] LOOP
    EXECUTE format('CREATE TRIGGER rows_enter_with_the_revision_being_written AFTER INSERT ON %I
      REFERENCING NEW TABLE AS entering FOR EACH STATEMENT EXECUTE FUNCTION enter_with_the_revision()', guarded);
  END LOOP;

  FOREACH guarded IN ARRAY kinds || versions || ARRAY['citation', 'indicator_point_version', 'revision'] LOOP
    EXECUTE format('CREATE TRIGGER the_record_is_append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION keep_the_record()', guarded);
    EXECUTE format('CREATE TRIGGER the_record_is_never_emptied BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION keep_the_record()', guarded);
  END LOOP;

  FOREACH guarded IN ARRAY kinds LOOP
    EXECUTE format('CREATE TRIGGER what_belongs_to_a_version_ends_with_it AFTER UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION end_what_belongs_to_the_version(%L)', guarded || '_version', guarded);
  END LOOP;
END $$;

-- Every version that stands now, by kind. A target may be an instrument or a provision, so both stand as targets too.
CREATE VIEW standing_key AS
            SELECT 'material' AS kind, key, recorded_in FROM material_version    WHERE superseded_in IS NULL
  UNION ALL SELECT 'form',             key, recorded_in FROM form_version        WHERE superseded_in IS NULL
  UNION ALL SELECT 'regime',           key, recorded_in FROM regime_version      WHERE superseded_in IS NULL
  UNION ALL SELECT 'instrument',       key, recorded_in FROM instrument_version  WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision',        key, recorded_in FROM provision_version   WHERE superseded_in IS NULL
  UNION ALL SELECT 'party',            key, recorded_in FROM party_version       WHERE superseded_in IS NULL
  UNION ALL SELECT 'source',           key, recorded_in FROM source_version      WHERE superseded_in IS NULL
  UNION ALL SELECT 'event',            key, recorded_in FROM event_version       WHERE superseded_in IS NULL
  UNION ALL SELECT 'claim',            key, recorded_in FROM claim_version       WHERE superseded_in IS NULL
  UNION ALL SELECT 'indicator',        key, recorded_in FROM indicator_version   WHERE superseded_in IS NULL
  UNION ALL SELECT 'target',           key, recorded_in FROM instrument_version  WHERE superseded_in IS NULL
  UNION ALL SELECT 'target',           key, recorded_in FROM provision_version   WHERE superseded_in IS NULL;

-- Every place where something that stands names a key: the table, the key and the field that name it, and what they name.
CREATE VIEW standing_reference AS
            SELECT 'material_version' AS naming, key AS by_key, 'components' AS field, 'material' AS kind, unnest(components) AS named
              FROM material_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'material_version', key, 'forms', 'form', unnest(forms)
              FROM material_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'instrument_version', key, 'regime', 'regime', regime
              FROM instrument_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'instrument', 'instrument', instrument
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'party_list', 'instrument', party_list
              FROM provision_version WHERE superseded_in IS NULL AND party_list IS NOT NULL
  UNION ALL SELECT 'provision_version', key, 'targets', 'target', unnest(targets)
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'materials', 'material', unnest(array_remove(materials, 'controlled-items'))
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'forms', 'form', unnest(array_remove(forms, 'any'))
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'party_version', key, 'instrument', 'instrument', instrument
              FROM party_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'event_version', key, 'regimes', 'regime', unnest(regimes)
              FROM event_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'event_version', key, 'instruments', 'instrument', unnest(instruments)
              FROM event_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'claim_version', key, 'asserts.materials', 'material', jsonb_array_elements_text(assertion -> 'materials')
              FROM claim_version, jsonb_array_elements(asserts) AS assertion
              WHERE superseded_in IS NULL AND jsonb_typeof(assertion -> 'materials') = 'array'
  UNION ALL SELECT 'claim_version', key, 'asserts.forms', 'form', jsonb_array_elements_text(assertion -> 'forms')
              FROM claim_version, jsonb_array_elements(asserts) AS assertion
              WHERE superseded_in IS NULL AND jsonb_typeof(assertion -> 'forms') = 'array'
  UNION ALL SELECT 'indicator_version', key, 'materials', 'material', unnest(materials)
              FROM indicator_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'indicator_point_version', indicator, 'source', 'source', source
              FROM indicator_point_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'citation', citing_key, 'source', 'source', source
              FROM citation WHERE superseded_in IS NULL;

-- Everything that lives and ends with a version.
CREATE VIEW belonging AS
            SELECT 'citation' AS belongs, citing_kind AS kind, citing_key AS key, recorded_in, superseded_in FROM citation
  UNION ALL SELECT 'indicator_point_version', 'indicator', indicator, recorded_in, superseded_in FROM indicator_point_version;

-- Every part of what stands that must be found somewhere: records cite, and so does the assessment of a claim.
CREATE VIEW standing_part AS
            SELECT kind, key, 'record' AS part FROM standing_key
              WHERE kind IN ('material', 'regime', 'instrument', 'provision', 'party', 'event', 'claim')
  UNION ALL SELECT kind, key, 'assessment' FROM standing_key WHERE kind = 'claim';

-- When a revision ends, the record that it leaves is whole. Lists cannot have foreign keys, a foreign key cannot see that
-- what it names was withdrawn, and rows may enter in any order: so these are asked once, when the transaction ends.
CREATE FUNCTION leave_a_whole_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fault record;
BEGIN
  -- What is named stands. (No LIMIT here or below: with one, the planner walks through every pair of rows.)
  SELECT * INTO fault FROM public.standing_reference AS reference
    WHERE NOT EXISTS (
      SELECT FROM public.standing_key AS standing WHERE standing.kind = reference.kind AND standing.key = reference.named
    );
  IF FOUND THEN
    RAISE EXCEPTION '% of % % names the % %, which does not stand in the record', fault.field, fault.naming, fault.by_key, fault.kind, fault.named
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'what_is_named_stands_in_the_record', TABLE = fault.naming,
            HINT = 'Record what is named in the same revision, or name something else.';
  END IF;

  -- A citation or a point stands exactly as long as the version it belongs to.
  SELECT belonging.belongs, belonging.kind, belonging.key INTO fault FROM public.belonging
    LEFT JOIN public.standing_key AS standing
      ON standing.kind = belonging.kind AND standing.key = belonging.key AND standing.recorded_in = belonging.recorded_in
    WHERE (belonging.superseded_in IS NULL) <> (standing.key IS NOT NULL);
  IF FOUND THEN
    RAISE EXCEPTION 'a row of % does not stand with its version of the % %', fault.belongs, fault.kind, fault.key
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'what_belongs_to_a_version_stands_with_it',
            TABLE = fault.belongs,
            HINT = 'Record the version again, with all that belongs to it.';
  END IF;

  -- A statement that binds nobody has no clauses: they would change statuses (only instruments with binding law count).
  SELECT provision.key, provision.instrument INTO fault
    FROM public.provision_version AS provision JOIN public.instrument_version AS instrument ON instrument.key = provision.instrument
    WHERE provision.superseded_in IS NULL AND instrument.superseded_in IS NULL AND instrument.binding = 'statement';
  IF FOUND THEN
    RAISE EXCEPTION 'provision % belongs to %, a statement', fault.key, fault.instrument
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_statement_carries_no_provision', TABLE = 'provision_version',
            HINT = 'Record what was said as a claim or an event.';
  END IF;

  -- Every sentence of the record can be looked up.
  SELECT * INTO fault FROM public.standing_part AS part
    WHERE NOT EXISTS (
      SELECT FROM public.citation
        WHERE citing_kind = part.kind AND citing_key = part.key AND citation.part = part.part AND superseded_in IS NULL
    );
  IF FOUND THEN
    RAISE EXCEPTION 'the % of the % % cites no source', fault.part, fault.kind, fault.key
      USING ERRCODE = 'check_violation', CONSTRAINT = 'every_record_cites_a_source', TABLE = 'citation',
            HINT = 'Cite at least one source.';
  END IF;

  -- A series without a point shows nothing.
  SELECT series.key INTO fault FROM public.indicator_version AS series
    WHERE series.superseded_in IS NULL
      AND NOT EXISTS (
        SELECT FROM public.indicator_point_version WHERE indicator = series.key AND superseded_in IS NULL
      );
  IF FOUND THEN
    RAISE EXCEPTION 'the indicator % has no point', fault.key
      USING ERRCODE = 'check_violation', CONSTRAINT = 'every_series_has_a_point', TABLE = 'indicator_point_version',
            HINT = 'Record at least one observed value.';
  END IF;
  RETURN NULL;
END $$;

-- Deferred: a reference may be written before what it names.
CREATE CONSTRAINT TRIGGER a_revision_leaves_a_whole_record
  AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION leave_a_whole_record();
