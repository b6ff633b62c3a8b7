-- Whether a revision leaves a whole record was asked of the whole record. The record before it was whole, so it is asked of
-- what the revision touches: what enters with it, what ends with it, and what names that. The same is refused, in the same
-- words; the cost is that of the revision and not of the record.

-- As it was, with the revision that recorded what names a key.
CREATE OR REPLACE VIEW standing_reference AS
            SELECT 'material_version' AS naming, key AS by_key, 'components' AS field, 'material' AS kind, unnest(components) AS named, recorded_in
              FROM material_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'material_version', key, 'forms', 'form', unnest(forms), recorded_in
              FROM material_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'instrument_version', key, 'regime', 'regime', regime, recorded_in
              FROM instrument_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'instrument', 'instrument', instrument, recorded_in
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'party_list', 'instrument', party_list, recorded_in
              FROM provision_version WHERE superseded_in IS NULL AND party_list IS NOT NULL
  UNION ALL SELECT 'provision_version', key, 'targets', 'target', unnest(targets), recorded_in
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'materials', 'material', unnest(array_remove(materials, 'controlled-items')), recorded_in
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'provision_version', key, 'forms', 'form', unnest(array_remove(forms, 'any')), recorded_in
              FROM provision_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'party_version', key, 'instrument', 'instrument', instrument, recorded_in
              FROM party_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'event_version', key, 'regimes', 'regime', unnest(regimes), recorded_in
              FROM event_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'event_version', key, 'instruments', 'instrument', unnest(instruments), recorded_in
              FROM event_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'claim_version', key, 'asserts.materials', 'material', jsonb_array_elements_text(assertion -> 'materials'), recorded_in
              FROM claim_version, jsonb_array_elements(asserts) AS assertion
              WHERE superseded_in IS NULL AND jsonb_typeof(assertion -> 'materials') = 'array'
  UNION ALL SELECT 'claim_version', key, 'asserts.forms', 'form', jsonb_array_elements_text(assertion -> 'forms'), recorded_in
              FROM claim_version, jsonb_array_elements(asserts) AS assertion
              WHERE superseded_in IS NULL AND jsonb_typeof(assertion -> 'forms') = 'array'
  UNION ALL SELECT 'indicator_version', key, 'materials', 'material', unnest(materials), recorded_in
              FROM indicator_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'indicator_point_version', indicator, 'source', 'source', source, recorded_in
              FROM indicator_point_version WHERE superseded_in IS NULL
  UNION ALL SELECT 'citation', citing_key, 'source', 'source', source, recorded_in
              FROM citation WHERE superseded_in IS NULL;

-- Every version that ended, by kind, and with which revision. What is a target ends as one.
CREATE VIEW ended_key AS
            SELECT 'material' AS kind, key, recorded_in, superseded_in FROM material_version WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'form',       key, recorded_in, superseded_in FROM form_version       WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'regime',     key, recorded_in, superseded_in FROM regime_version     WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'instrument', key, recorded_in, superseded_in FROM instrument_version WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'provision',  key, recorded_in, superseded_in FROM provision_version  WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'party',      key, recorded_in, superseded_in FROM party_version      WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'source',     key, recorded_in, superseded_in FROM source_version     WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'event',      key, recorded_in, superseded_in FROM event_version      WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'claim',      key, recorded_in, superseded_in FROM claim_version      WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'indicator',  key, recorded_in, superseded_in FROM indicator_version  WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'target',     key, recorded_in, superseded_in FROM instrument_version WHERE superseded_in IS NOT NULL
  UNION ALL SELECT 'target',     key, recorded_in, superseded_in FROM provision_version  WHERE superseded_in IS NOT NULL;

-- Who names a key that stands no more: the way back of `standing_reference`, through the indexes of what is named.
CREATE FUNCTION still_naming(kind text, gone text, OUT naming text, OUT by_key text, OUT field text) RETURNS SETOF record
LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE kind
    WHEN 'material' THEN RETURN QUERY
                SELECT 'material_version', key, 'components' FROM public.material_version
                  WHERE components @> ARRAY[gone] AND superseded_in IS NULL
      UNION ALL SELECT 'provision_version', key, 'materials' FROM public.provision_version
                  WHERE materials @> ARRAY[gone] AND superseded_in IS NULL
      UNION ALL SELECT 'claim_version', key, 'asserts.materials' FROM public.claim_version
                  WHERE asserts @> jsonb_build_array(jsonb_build_object('materials', jsonb_build_array(gone))) AND superseded_in IS NULL
      UNION ALL SELECT 'indicator_version', key, 'materials' FROM public.indicator_version
                  WHERE materials @> ARRAY[gone] AND superseded_in IS NULL;
    WHEN 'form' THEN RETURN QUERY
                SELECT 'material_version', key, 'forms' FROM public.material_version
                  WHERE gone = ANY (forms) AND superseded_in IS NULL
      UNION ALL SELECT 'provision_version', key, 'forms' FROM public.provision_version
                  WHERE gone = ANY (forms) AND superseded_in IS NULL
      UNION ALL SELECT 'claim_version', key, 'asserts.forms' FROM public.claim_version
                  WHERE asserts @> jsonb_build_array(jsonb_build_object('forms', jsonb_build_array(gone))) AND superseded_in IS NULL;
    WHEN 'regime' THEN RETURN QUERY
                SELECT 'instrument_version', key, 'regime' FROM public.instrument_version
                  WHERE regime = gone AND superseded_in IS NULL
      UNION ALL SELECT 'event_version', key, 'regimes' FROM public.event_version
                  WHERE regimes @> ARRAY[gone] AND superseded_in IS NULL;
    WHEN 'instrument' THEN RETURN QUERY
                SELECT 'provision_version', key, 'instrument' FROM public.provision_version
                  WHERE instrument = gone AND superseded_in IS NULL
      UNION ALL SELECT 'provision_version', key, 'party_list' FROM public.provision_version
                  WHERE party_list = gone AND superseded_in IS NULL
      UNION ALL SELECT 'party_version', key, 'instrument' FROM public.party_version
                  WHERE instrument = gone AND superseded_in IS NULL
      UNION ALL SELECT 'event_version', key, 'instruments' FROM public.event_version
                  WHERE instruments @> ARRAY[gone] AND superseded_in IS NULL;
    WHEN 'target' THEN RETURN QUERY
      SELECT 'provision_version', key, 'targets' FROM public.provision_version
        WHERE targets @> ARRAY[gone] AND superseded_in IS NULL;
    WHEN 'source' THEN RETURN QUERY
                SELECT 'citation', citing_key, 'source' FROM public.citation
                  WHERE source = gone AND superseded_in IS NULL
      UNION ALL SELECT 'indicator_point_version', indicator, 'source' FROM public.indicator_point_version
                  WHERE source = gone AND superseded_in IS NULL;
    ELSE RETURN;
  END CASE;
END $$;

-- When a revision ends, the record that it leaves is whole, because the one before it was. Lists cannot have foreign keys, a
-- foreign key cannot see that what it names was withdrawn, and rows may enter in any order: so these are asked once, when
-- the transaction ends. (Each LIMIT keeps the planner at looking up one key after the other.)
CREATE OR REPLACE FUNCTION leave_a_whole_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fault record;
BEGIN
  -- What is named by what enters stands.
  SELECT reference.* INTO fault
    FROM (SELECT DISTINCT ON (kind, named) * FROM public.standing_reference WHERE recorded_in = NEW.number) AS reference
    LEFT JOIN LATERAL (
      SELECT true AS stands FROM public.standing_key WHERE standing_key.kind = reference.kind AND key = reference.named LIMIT 1
    ) AS one ON true
    WHERE one.stands IS NULL;
  IF NOT FOUND THEN
    -- What ended without another version is named by nothing that stands.
    SELECT still.naming, still.by_key, still.field, ended.kind, ended.key AS named INTO fault
      FROM (SELECT DISTINCT kind, key FROM public.ended_key WHERE superseded_in = NEW.number) AS ended
      LEFT JOIN LATERAL (
        SELECT true AS stands FROM public.standing_key WHERE standing_key.kind = ended.kind AND standing_key.key = ended.key LIMIT 1
      ) AS one ON true
      CROSS JOIN LATERAL public.still_naming(CASE WHEN one.stands IS NULL THEN ended.kind ELSE '' END, ended.key) AS still;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION '% of % % names the % %, which does not stand in the record', fault.field, fault.naming, fault.by_key, fault.kind, fault.named
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'what_is_named_stands_in_the_record', TABLE = fault.naming,
            HINT = 'Record what is named in the same revision, or name something else.';
  END IF;

  -- A citation or a point stands exactly as long as the version it belongs to.
  SELECT belonging.belongs, belonging.kind, belonging.key INTO fault
    FROM (
      SELECT * FROM public.belonging WHERE recorded_in = NEW.number
      UNION ALL SELECT * FROM public.belonging WHERE superseded_in = NEW.number
      UNION ALL SELECT belonging.* FROM public.ended_key AS ended CROSS JOIN LATERAL (
        SELECT * FROM public.belonging
          WHERE belonging.kind = ended.kind AND belonging.key = ended.key AND belonging.recorded_in = ended.recorded_in
          OFFSET 0
      ) AS belonging WHERE ended.superseded_in = NEW.number
    ) AS belonging
    LEFT JOIN LATERAL (
      SELECT true AS stands FROM public.standing_key
        WHERE standing_key.kind = belonging.kind AND standing_key.key = belonging.key
          AND standing_key.recorded_in = belonging.recorded_in LIMIT 1
    ) AS one ON true
    WHERE (belonging.superseded_in IS NULL) <> (one.stands IS NOT NULL);
  IF FOUND THEN
    RAISE EXCEPTION 'a row of % does not stand with its version of the % %', fault.belongs, fault.kind, fault.key
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'what_belongs_to_a_version_stands_with_it',
            TABLE = fault.belongs,
            HINT = 'Record the version again, with all that belongs to it.';
  END IF;

  -- A statement that binds nobody has no clauses: they would change statuses (only instruments with binding law count).
  SELECT provision.key, provision.instrument INTO fault
    FROM (
      SELECT key, instrument FROM public.provision_version WHERE recorded_in = NEW.number AND superseded_in IS NULL
      UNION ALL SELECT provision.key, provision.instrument
        FROM public.instrument_version AS entered CROSS JOIN LATERAL (
          SELECT key, instrument FROM public.provision_version
            WHERE instrument = entered.key AND superseded_in IS NULL OFFSET 0
        ) AS provision
        WHERE entered.recorded_in = NEW.number AND entered.superseded_in IS NULL AND entered.binding = 'statement'
    ) AS provision
    CROSS JOIN LATERAL (
      SELECT binding FROM public.instrument_version WHERE key = provision.instrument AND superseded_in IS NULL LIMIT 1
    ) AS instrument
    WHERE instrument.binding = 'statement';
  IF FOUND THEN
    RAISE EXCEPTION 'provision % belongs to %, a statement', fault.key, fault.instrument
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_statement_carries_no_provision', TABLE = 'provision_version',
            HINT = 'Record what was said as a claim or an event.';
  END IF;

  -- Every sentence of the record can be looked up.
  SELECT part.* INTO fault
    FROM (
      SELECT kind, key, unnest(CASE kind WHEN 'claim' THEN ARRAY['record', 'assessment'] ELSE ARRAY['record'] END) AS part
        FROM public.standing_key
        WHERE recorded_in = NEW.number
          AND kind IN ('material', 'regime', 'instrument', 'provision', 'party', 'event', 'claim')
    ) AS part
    LEFT JOIN LATERAL (
      SELECT true AS cites FROM public.citation
        WHERE citing_kind = part.kind AND citing_key = part.key AND citation.part = part.part AND superseded_in IS NULL LIMIT 1
    ) AS one ON true
    WHERE one.cites IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'the % of the % % cites no source', fault.part, fault.kind, fault.key
      USING ERRCODE = 'check_violation', CONSTRAINT = 'every_record_cites_a_source', TABLE = 'citation',
            HINT = 'Cite at least one source.';
  END IF;

  -- A series without a point shows nothing.
  SELECT series.key INTO fault FROM public.indicator_version AS series
    LEFT JOIN LATERAL (
      SELECT true AS has FROM public.indicator_point_version WHERE indicator = series.key AND superseded_in IS NULL LIMIT 1
    ) AS point ON true
    WHERE series.recorded_in = NEW.number AND series.superseded_in IS NULL AND point.has IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'the indicator % has no point', fault.key
      USING ERRCODE = 'check_violation', CONSTRAINT = 'every_series_has_a_point', TABLE = 'indicator_point_version',
            HINT = 'Record at least one observed value.';
  END IF;
  RETURN NULL;
END $$;

-- The parts of what stands are asked of what a revision records now.
DROP VIEW standing_part;

-- What a new revision is asked when it ends.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT ON ended_key TO sluice_application;
  END IF;
END $$;
