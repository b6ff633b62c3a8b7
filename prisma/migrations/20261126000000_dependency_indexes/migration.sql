-- What leads from one record to those that depend on it, so that an answer and an edit read what they reach and not the whole.
--
-- Partial indexes hold what few rows have. The schema tool does not see them, nor those over expressions; every other index
-- stands in the schema too.

-- The lines that name a material, and the acts that name a line or an instrument: the law of a cell is found by these two.
CREATE INDEX provision_version_materials_idx ON provision_version USING gin (materials);

CREATE INDEX provision_version_targets_idx ON provision_version USING gin (targets);

-- The lines of an instrument: an act that names it acts on each of them, and its page shows them.
CREATE INDEX provision_version_instrument_idx ON provision_version (instrument);

-- The lines that mean the parties of a list.
CREATE INDEX provision_version_party_list_idx ON provision_version (party_list);

-- The lines that mean whoever stands on any list: few, and each party is asked of them.
CREATE INDEX provision_version_any_list_idx ON provision_version (key) WHERE end_use = 'listed-party' AND party_list IS NULL;

-- A customs code leads to the lines that print it.
CREATE INDEX provision_version_hs_codes_idx ON provision_version USING gin (hs_codes);

-- The parties that an instrument lists.
CREATE INDEX party_version_instrument_idx ON party_version (instrument);

-- The party that was listed last.
CREATE INDEX party_version_listed_on_key_idx ON party_version (listed_on DESC, key);

-- The instrument of a country that was looked through furthest: silence is no better than that day (R7). Most share a day,
-- so the key stands in the order too.
CREATE INDEX instrument_version_jurisdiction_verified_through_key_idx
  ON instrument_version (jurisdiction, verified_through DESC, key);

-- The instruments of a country in the order of their issue: what a law as it was known begins with.
CREATE INDEX instrument_version_jurisdiction_issued_on_idx ON instrument_version (jurisdiction, issued_on);

-- The first instrument of all: the record covers the days from its issue on.
CREATE INDEX instrument_version_issued_on_key_idx ON instrument_version (issued_on, key);

-- The instruments of a regime.
CREATE INDEX instrument_version_regime_idx ON instrument_version (regime);

-- What is told, claimed and measured of an instrument, a regime or a material.
CREATE INDEX event_version_instruments_idx ON event_version USING gin (instruments);

CREATE INDEX event_version_regimes_idx ON event_version USING gin (regimes);

CREATE INDEX claim_version_asserts_idx ON claim_version USING gin (asserts jsonb_path_ops);

CREATE INDEX claim_version_tags_idx ON claim_version USING gin (tags);

CREATE INDEX indicator_version_materials_idx ON indicator_version USING gin (materials);

-- The goods that are made of a material.
CREATE INDEX material_version_components_idx ON material_version USING gin (components);

-- The seventeen elements, and the rare earths that a claim means by one word.
CREATE INDEX material_version_elements_idx ON material_version (atomic_number, key) WHERE kind = 'element';

CREATE INDEX material_version_rare_earths_idx ON material_version (key) WHERE rare_earth;

-- All other materials in the order of the matrix, which is by code unit on every machine: a page of it is read from where
-- the last one ended.
CREATE INDEX material_version_in_scope_idx
  ON material_version (kind COLLATE "C", name_en COLLATE "C", key COLLATE "C") WHERE kind <> 'element';

-- What rests on a source.
CREATE INDEX citation_source_idx ON citation (source);

CREATE INDEX indicator_point_version_source_idx ON indicator_point_version (source);

-- Sources with the same name, or the same address but for what its beginning and end may lack (E25).
CREATE INDEX source_version_name_idx ON source_version (lower(title || '|' || publisher));

CREATE INDEX source_version_address_idx ON source_version (
  regexp_replace(replace(regexp_replace(lower(url), '^https?://(www\.)?', ''), ':443', ''), '/$', '')
);

-- What a revision recorded and what it ended: the list of changes, the hash of a revision, and the next record from the one
-- before it are read by these. Few versions ever end.
CREATE INDEX material_version_recorded_in_idx ON material_version (recorded_in);
CREATE INDEX form_version_recorded_in_idx ON form_version (recorded_in);
CREATE INDEX regime_version_recorded_in_idx ON regime_version (recorded_in);
CREATE INDEX instrument_version_recorded_in_idx ON instrument_version (recorded_in);
CREATE INDEX provision_version_recorded_in_idx ON provision_version (recorded_in);
CREATE INDEX party_version_recorded_in_idx ON party_version (recorded_in);
CREATE INDEX source_version_recorded_in_idx ON source_version (recorded_in);
CREATE INDEX event_version_recorded_in_idx ON event_version (recorded_in);
CREATE INDEX claim_version_recorded_in_idx ON claim_version (recorded_in);
CREATE INDEX indicator_version_recorded_in_idx ON indicator_version (recorded_in);
CREATE INDEX citation_recorded_in_idx ON citation (recorded_in);
CREATE INDEX indicator_point_version_recorded_in_idx ON indicator_point_version (recorded_in);

CREATE INDEX material_version_superseded_in_idx ON material_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX form_version_superseded_in_idx ON form_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX regime_version_superseded_in_idx ON regime_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX instrument_version_superseded_in_idx ON instrument_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX provision_version_superseded_in_idx ON provision_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX party_version_superseded_in_idx ON party_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX source_version_superseded_in_idx ON source_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX event_version_superseded_in_idx ON event_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX claim_version_superseded_in_idx ON claim_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX indicator_version_superseded_in_idx ON indicator_version (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX citation_superseded_in_idx ON citation (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX indicator_point_version_superseded_in_idx
  ON indicator_point_version (superseded_in) WHERE superseded_in IS NOT NULL;
