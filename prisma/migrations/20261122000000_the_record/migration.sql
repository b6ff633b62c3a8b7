-- The tables of the record: revisions, the keys that were ever used, and the versions of what stands under each key.
--
-- A version is believed at revision r when recorded_in <= r and it is not superseded by r. Nothing here is ever changed or
-- deleted; the guards that see to it follow in the next migration. Constraint names are sentences: when one fires, its
-- name says what was tried.

-- Ranges of revisions and text keys in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Whether every entry of a list is there and matches a pattern; true for an empty list.
CREATE FUNCTION every_text_matches(entries text[], pattern text) RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN NOT EXISTS (SELECT FROM unnest(entries) AS entry WHERE entry IS NULL OR entry !~ pattern);

-- One immutable change of the record, chained by its hash to the one before it.
CREATE TABLE revision (
  number        integer        NOT NULL,
  kind          text           NOT NULL,
  author        text           NOT NULL,
  reason        text           NOT NULL,
  recorded_at   timestamptz(3) NOT NULL,
  previous_hash text,
  hash          text           NOT NULL,

  CONSTRAINT revision_pkey PRIMARY KEY (number),

  -- Readers are told five different things: the law changed, we were wrong, we learnt it later, it reads better, someone looked.
  CONSTRAINT kind_of_a_revision_is_a_known_word
    CHECK (kind IN ('law', 'correction', 'addition', 'wording', 'verification')),

  -- A revision without a name or a reason cannot be answered for.
  CONSTRAINT a_revision_says_who_and_why CHECK (author ~ '\S' AND reason ~ '\S'),

  -- SHA-256 as lower-case hexadecimal; the first revision has nothing before it, every other has.
  CONSTRAINT hashes_are_sha_256 CHECK (hash ~ '^[0-9a-f]{64}$' AND previous_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT only_the_first_revision_has_none_before_it CHECK ((number = 1) = (previous_hash IS NULL))
);

-- Two revisions with one hash would be one revision told twice.
CREATE UNIQUE INDEX revision_hash_key ON revision (hash);

-- Keys that were ever used, one table a kind: a reference by key always finds its end, also after what it names has been
-- withdrawn. Keys are read by people: lower-case and hyphenated, or the symbol of an element.
CREATE TABLE source (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT source_pkey PRIMARY KEY (key),
  CONSTRAINT source_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_source_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE form (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT form_pkey PRIMARY KEY (key),
  CONSTRAINT form_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_form_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE material (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT material_pkey PRIMARY KEY (key),
  CONSTRAINT material_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_material_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE regime (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT regime_pkey PRIMARY KEY (key),
  CONSTRAINT regime_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_regime_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE instrument (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT instrument_pkey PRIMARY KEY (key),
  CONSTRAINT instrument_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_an_instrument_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE provision (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT provision_pkey PRIMARY KEY (key),
  CONSTRAINT provision_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_provision_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE party (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT party_pkey PRIMARY KEY (key),
  CONSTRAINT party_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_party_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE event (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (key),
  CONSTRAINT event_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_an_event_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE claim (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT claim_pkey PRIMARY KEY (key),
  CONSTRAINT claim_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_a_claim_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

CREATE TABLE indicator (
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  CONSTRAINT indicator_pkey PRIMARY KEY (key),
  CONSTRAINT indicator_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT key_of_an_indicator_is_readable CHECK (key ~ '^([A-Z][a-z]?|[a-z0-9]+(-[a-z0-9]+)*)$')
);

-- A publication that a record cites.
CREATE TABLE source_version (
  key           text    NOT NULL,
  recorded_in   integer NOT NULL,
  superseded_in integer,
  title         text    NOT NULL,
  publisher     text    NOT NULL,
  url           text,
  published_on  text,
  language      text    NOT NULL,
  kind          text    NOT NULL,
  how_read      text    NOT NULL,
  note          text,
  article       text,

  CONSTRAINT source_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT source_version_key_fkey
    FOREIGN KEY (key) REFERENCES source (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT source_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT source_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_source_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_source_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),
  CONSTRAINT kind_of_a_source_is_a_known_word
    CHECK (kind IN ('primary-legal', 'official-statement', 'law-firm', 'news', 'analysis', 'dataset')),
  CONSTRAINT how_a_source_was_read_is_a_known_word
    CHECK (how_read IN ('in-full', 'in-part', 'quoted-by-others')),

  -- The day, month or year that the publication prints.
  CONSTRAINT publication_of_a_source_is_a_day_month_or_year
    CHECK (published_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
);

-- A form or stage in which a material is traded.
CREATE TABLE form_version (
  key            text    NOT NULL,
  recorded_in    integer NOT NULL,
  superseded_in  integer,
  name_en        text    NOT NULL,
  name_zh        text    NOT NULL,
  family         text    NOT NULL,
  place_in_order integer NOT NULL,

  CONSTRAINT form_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT form_version_key_fkey
    FOREIGN KEY (key) REFERENCES form (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT form_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT form_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_form_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_form_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),
  CONSTRAINT family_of_a_form_is_a_known_word
    CHECK (family IN ('basic', 'magnet', 'functional', 'equipment', 'technology', 'other'))
);

-- An element, product, technology or kind of equipment that a rule can name.
CREATE TABLE material_version (
  key              text    NOT NULL,
  recorded_in      integer NOT NULL,
  superseded_in    integer,
  kind             text    NOT NULL,
  rare_earth       boolean NOT NULL,
  symbol           text,
  atomic_number    integer,
  name_en          text    NOT NULL,
  name_zh          text    NOT NULL,
  rare_earth_group text,
  group_note       text,
  components       text[]  NOT NULL,
  forms            text[]  NOT NULL,
  uses             text,
  critical         text[]  NOT NULL,
  aliases          text[]  NOT NULL,

  CONSTRAINT material_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT material_version_key_fkey
    FOREIGN KEY (key) REFERENCES material (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT material_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT material_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_material_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_material_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),

  -- The words of a kind and of a group are the words of the ledger; a word nobody knows would be read as an error.
  CONSTRAINT kind_of_a_material_is_a_known_word
    CHECK (kind IN ('element', 'product', 'equipment', 'technology', 'mineral')),
  CONSTRAINT group_of_a_material_is_a_known_word
    CHECK (rare_earth_group IN ('light', 'medium', 'heavy')),

  -- A symbol without its number, or a number without its symbol, names no element.
  CONSTRAINT a_symbol_comes_with_its_atomic_number
    CHECK ((symbol IS NULL) = (atomic_number IS NULL) AND atomic_number BETWEEN 1 AND 118),

  -- Readers look a material up by a form of it: one without a form would have no cell.
  CONSTRAINT a_material_has_a_form
    CHECK (cardinality(forms) > 0)
);

-- A set of instruments that readers know by one name.
CREATE TABLE regime_version (
  key            text    NOT NULL,
  recorded_in    integer NOT NULL,
  superseded_in  integer,
  name_en        text    NOT NULL,
  short_name     text    NOT NULL,
  jurisdiction   text    NOT NULL,
  summary        text    NOT NULL,
  starts_on      text    NOT NULL,
  place_in_order integer NOT NULL,

  CONSTRAINT regime_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT regime_version_key_fkey
    FOREIGN KEY (key) REFERENCES regime (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT regime_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT regime_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_regime_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_regime_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),

  -- A regime may be known to start in a month or a year only, so this is text and not a day.
  CONSTRAINT start_of_a_regime_is_a_day_month_or_year
    CHECK (starts_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  CONSTRAINT jurisdiction_of_a_regime_is_a_country_code
    CHECK (jurisdiction ~ '^[A-Z]{2}$')
);

-- One legal instrument, or one official statement that binds nobody.
CREATE TABLE instrument_version (
  key               text    NOT NULL,
  recorded_in       integer NOT NULL,
  superseded_in     integer,
  regime            text    NOT NULL,
  jurisdiction      text    NOT NULL,
  authorities       text[]  NOT NULL,
  number            text,
  title_en          text    NOT NULL,
  title_zh          text,
  issued_on         date    NOT NULL,
  binding           text    NOT NULL,
  summary           text    NOT NULL,
  conditions        text[]  NOT NULL,
  official_url      text,
  verified_through  date    NOT NULL,
  verification_note text,
  disputes          jsonb   NOT NULL,

  CONSTRAINT instrument_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT instrument_version_key_fkey
    FOREIGN KEY (key) REFERENCES instrument (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT instrument_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT instrument_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- Readers find an instrument under its regime: without one it would stand nowhere.
  CONSTRAINT an_instrument_belongs_to_a_known_regime
    FOREIGN KEY (regime) REFERENCES regime (key) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT an_instrument_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_an_instrument_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),

  -- Only `law` counts for a status: a third word would silently count for nothing.
  CONSTRAINT an_instrument_is_law_or_a_statement
    CHECK (binding IN ('law', 'statement')),
  CONSTRAINT jurisdiction_of_an_instrument_is_a_country_code
    CHECK (jurisdiction ~ '^[A-Z]{2}$'),

  -- Nobody can have looked for changes to a text before it was issued.
  CONSTRAINT an_instrument_is_verified_no_earlier_than_it_is_issued
    CHECK (verified_through >= issued_on),

  -- Disputes are a list of { id, text }; how they read is checked before they get here.
  CONSTRAINT disputes_are_a_list
    CHECK (jsonb_typeof(disputes) = 'array')
);

-- One clause or item line of an instrument.
CREATE TABLE provision_version (
  key                 text             NOT NULL,
  recorded_in         integer          NOT NULL,
  superseded_in       integer,
  instrument          text             NOT NULL,
  clause              text             NOT NULL,
  effect              text             NOT NULL,
  in_principle        boolean          NOT NULL,
  effective_from      date             NOT NULL,
  effective_to        date,
  last_day_reading    text,
  targets             text[]           NOT NULL,
  materials           text[]           NOT NULL,
  forms               text[]           NOT NULL,
  coverage            text             NOT NULL,
  item                text             NOT NULL,
  hs_codes            text[]           NOT NULL,
  hs_evidence         text             NOT NULL,
  only_destinations   text[]           NOT NULL,
  except_destinations text[]           NOT NULL,
  end_use             text             NOT NULL,
  party_list          text,
  route               text             NOT NULL,
  de_minimis          double precision,
  conditions          text[]           NOT NULL,
  evidence            text             NOT NULL,
  confidence          text             NOT NULL,
  note                text,

  CONSTRAINT provision_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT provision_version_key_fkey
    FOREIGN KEY (key) REFERENCES provision (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT provision_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT provision_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- Whether a clause counts, and through when it was verified, is told by its instrument.
  CONSTRAINT a_provision_belongs_to_a_known_instrument
    FOREIGN KEY (instrument) REFERENCES instrument (key) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- Parties are listed by an instrument: a list that nobody issued would reach nobody.
  CONSTRAINT a_party_list_is_a_known_instrument
    FOREIGN KEY (party_list) REFERENCES instrument (key) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_provision_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_provision_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),

  -- The enumerations of the ledger, word for word.
  CONSTRAINT effect_is_a_known_word
    CHECK (effect IN ('licence', 'prohibit', 'suspend', 'extend', 'repeal', 'exempt')),
  CONSTRAINT coverage_is_a_known_word
    CHECK (coverage IN ('whole', 'named')),
  CONSTRAINT evidence_of_customs_codes_is_a_known_word
    CHECK (hs_evidence IN ('printed', 'inferred', 'none')),
  CONSTRAINT end_use_is_a_known_word
    CHECK (end_use IN ('any', 'military', 'listed-party')),
  CONSTRAINT route_is_a_known_word
    CHECK (route IN ('export', 're-export', 'foreign-made', 'assistance')),
  CONSTRAINT evidence_is_a_known_word
    CHECK (evidence IN ('text', 'extract', 'structure', 'unverified')),
  CONSTRAINT confidence_in_a_provision_is_a_known_word
    CHECK (confidence IN ('high', 'medium', 'low')),

  -- Half-open: the last day of effect is the day before `effective_to`, so a clause of one day has them one apart.
  CONSTRAINT a_provision_ends_no_earlier_than_it_starts
    CHECK (effective_to > effective_from),

  -- How a last day was read is told exactly where there is one.
  CONSTRAINT a_last_day_says_how_it_was_read
    CHECK ((effective_to IS NULL) = (last_day_reading IS NULL)
      AND last_day_reading IN ('stated', 'assumed-inclusive')),

  -- A repeal is a first day without the target; it cannot be taken back by running out.
  CONSTRAINT a_repeal_has_no_last_day
    CHECK (effect <> 'repeal' OR effective_to IS NULL),

  -- Suspend, extend and repeal act on something; the other effects act on goods.
  CONSTRAINT only_acts_have_targets_and_they_have_some
    CHECK ((effect IN ('suspend', 'extend', 'repeal')) = (cardinality(targets) > 0)),
  CONSTRAINT an_act_does_not_target_itself
    CHECK (NOT key = ANY (targets)),

  -- An act may leave its goods to its targets; every other line names them.
  CONSTRAINT a_rule_names_its_materials
    CHECK (effect IN ('suspend', 'extend', 'repeal') OR cardinality(materials) > 0),
  CONSTRAINT a_provision_names_its_forms
    CHECK (cardinality(forms) > 0),

  -- The two words that stand for everything stand alone.
  CONSTRAINT controlled_items_and_any_form_stand_alone
    CHECK ((NOT 'controlled-items' = ANY (materials) OR cardinality(materials) = 1)
      AND (NOT 'any' = ANY (forms) OR cardinality(forms) = 1)),

  -- Customs codes have eight or ten digits, and say where they come from exactly where there are some.
  CONSTRAINT customs_codes_have_eight_or_ten_digits
    CHECK (every_text_matches(hs_codes, '^\d{8}(\d{2})?$')),
  CONSTRAINT customs_codes_say_where_they_come_from
    CHECK ((hs_evidence = 'none') = (cardinality(hs_codes) = 0)),

  -- An empty `only_destinations` means every destination: the record knows no rule that reaches none.
  CONSTRAINT destinations_are_country_codes
    CHECK (every_text_matches(only_destinations || except_destinations, '^[A-Z]{2}$')),
  CONSTRAINT a_party_list_is_for_listed_parties
    CHECK (party_list IS NULL OR end_use = 'listed-party'),

  -- A share of value, 0.001 for 0.1 %: a percentage would be a hundred times too much.
  CONSTRAINT de_minimis_is_a_share_between_0_and_1
    CHECK (de_minimis > 0 AND de_minimis < 1)
);

-- A named party under a party list.
CREATE TABLE party_version (
  key           text    NOT NULL,
  recorded_in   integer NOT NULL,
  superseded_in integer,
  name_en       text    NOT NULL,
  name_zh       text,
  country       text,
  instrument    text    NOT NULL,
  list          text    NOT NULL,
  listed_on     date    NOT NULL,
  delisted_on   date,

  CONSTRAINT party_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT party_version_key_fkey
    FOREIGN KEY (key) REFERENCES party (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT party_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT party_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A party is listed from the day its instrument says, and by nothing else.
  CONSTRAINT a_party_is_listed_by_a_known_instrument
    FOREIGN KEY (instrument) REFERENCES instrument (key) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_party_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_party_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),
  CONSTRAINT list_of_a_party_is_a_known_word
    CHECK (list IN ('control-list', 'watch-list', 'unreliable-entity-list')),
  CONSTRAINT country_of_a_party_is_a_country_code
    CHECK (country ~ '^[A-Z]{2}$'),

  -- Half-open: a party is listed from `listed_on` up to but not including `delisted_on`.
  CONSTRAINT a_party_is_delisted_after_it_is_listed
    CHECK (delisted_on > listed_on)
);

-- A dated milestone that changes no law by itself.
CREATE TABLE event_version (
  key           text    NOT NULL,
  recorded_in   integer NOT NULL,
  superseded_in integer,
  starts_on     text    NOT NULL,
  ends_on       text,
  precision     text    NOT NULL,
  title         text    NOT NULL,
  summary       text    NOT NULL,
  kind          text    NOT NULL,
  jurisdictions text[]  NOT NULL,
  regimes       text[]  NOT NULL,
  instruments   text[]  NOT NULL,
  status        text    NOT NULL,
  confidence    text    NOT NULL,

  CONSTRAINT event_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT event_version_key_fkey
    FOREIGN KEY (key) REFERENCES event (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT event_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT event_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT an_event_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_an_event_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),
  CONSTRAINT precision_of_an_event_is_a_known_word
    CHECK (precision IN ('day', 'month', 'year')),
  CONSTRAINT kind_of_an_event_is_a_known_word
    CHECK (kind IN ('summit', 'talks', 'statement', 'tariff', 'licensing', 'investment', 'listing', 'deadline', 'other')),
  CONSTRAINT state_of_an_event_is_a_known_word
    CHECK (status IN ('occurred', 'scheduled', 'reported')),
  CONSTRAINT confidence_in_an_event_is_a_known_word
    CHECK (confidence IN ('high', 'medium', 'low')),

  -- Days, months and years compare as text, the more exact one counting as the later.
  CONSTRAINT an_event_ends_no_earlier_than_it_starts
    CHECK (starts_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'
      AND ends_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'
      AND ends_on COLLATE "C" >= starts_on COLLATE "C"),
  CONSTRAINT jurisdictions_of_an_event_are_country_codes
    CHECK (cardinality(jurisdictions) > 0 AND every_text_matches(jurisdictions, '^[A-Z]{2}$'))
);

-- A public statement about what is open or closed.
CREATE TABLE claim_version (
  key            text    NOT NULL,
  recorded_in    integer NOT NULL,
  superseded_in  integer,
  said_on        text    NOT NULL,
  precision      text    NOT NULL,
  speaker_name   text    NOT NULL,
  speaker_role   text    NOT NULL,
  speaker_outlet text    NOT NULL,
  speaker_type   text    NOT NULL,
  statement      text    NOT NULL,
  quote          text,
  asserts        jsonb   NOT NULL,
  verdict        text    NOT NULL,
  verdict_reason text    NOT NULL,
  assessed_on    date    NOT NULL,
  tags           text[]  NOT NULL,

  CONSTRAINT claim_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT claim_version_key_fkey
    FOREIGN KEY (key) REFERENCES claim (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT claim_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT claim_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT a_claim_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_a_claim_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0),
  CONSTRAINT precision_of_a_claim_is_a_known_word
    CHECK (precision IN ('day', 'month', 'year')),
  CONSTRAINT verdict_is_a_known_word
    CHECK (verdict IN ('confirmed', 'partly', 'contradicted', 'unverifiable')),

  -- A claim is dated as precisely as it is known.
  CONSTRAINT a_claim_is_said_on_a_day_month_or_year
    CHECK (said_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),

  -- What is asserted is a list of assertions; how they read is checked before they get here.
  CONSTRAINT assertions_are_a_list
    CHECK (jsonb_typeof(asserts) = 'array')
);

-- A series that shows practice, never law.
CREATE TABLE indicator_version (
  key           text    NOT NULL,
  recorded_in   integer NOT NULL,
  superseded_in integer,
  title         text    NOT NULL,
  unit          text    NOT NULL,
  geography     text    NOT NULL,
  frequency     text    NOT NULL,
  materials     text[]  NOT NULL,
  notes         text,

  CONSTRAINT indicator_version_pkey PRIMARY KEY (key, recorded_in),
  CONSTRAINT indicator_version_key_fkey
    FOREIGN KEY (key) REFERENCES indicator (key) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT indicator_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT indicator_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A version is believed for at least one revision.
  CONSTRAINT an_indicator_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),

  -- No two versions of one key may be current at the same revision. The WHERE clause is always true: without it, the
  -- schema tool reads the constraint back as a plain index and asks to drop it.
  CONSTRAINT one_version_of_an_indicator_at_a_time EXCLUDE USING gist (
    key                                   WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0)
);

-- Where a version was found: one table for all kinds, so that "what rests on this source" is one question. A citation lives
-- and ends with the version it supports, so no two of them overlap where no two versions do. `part` tells the record itself
-- from the assessment of a claim.
CREATE TABLE citation (
  citing_kind   text    NOT NULL,
  citing_key    text    NOT NULL,
  part          text    NOT NULL,
  position      integer NOT NULL,
  recorded_in   integer NOT NULL,
  superseded_in integer,
  source        text    NOT NULL,
  locator       text,

  CONSTRAINT citation_pkey PRIMARY KEY (citing_kind, citing_key, part, position, recorded_in),
  CONSTRAINT citation_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT citation_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A citation of nothing is no citation.
  CONSTRAINT a_citation_names_a_known_source
    FOREIGN KEY (source) REFERENCES source (key) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- It is believed for at least one revision, and keeps its place among the citations of its version.
  CONSTRAINT a_citation_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),
  CONSTRAINT a_position_counts_from_0 CHECK (position >= 0),

  -- Forms and sources cite nothing; a series cites at each of its points.
  CONSTRAINT what_cites_is_a_known_word
    CHECK (citing_kind IN ('material', 'regime', 'instrument', 'provision', 'party', 'event', 'claim')),
  CONSTRAINT only_a_claim_has_an_assessment CHECK (part = 'record' OR (part = 'assessment' AND citing_kind = 'claim'))
);

-- One observed value of a series, in the order of the series. It lives and ends with the version of its series.
CREATE TABLE indicator_point_version (
  indicator     text             NOT NULL,
  position      integer          NOT NULL,
  recorded_in   integer          NOT NULL,
  superseded_in integer,
  period        text             NOT NULL,
  value         double precision NOT NULL,
  low           double precision,
  high          double precision,
  estimated     boolean          NOT NULL,
  note          text,
  source        text             NOT NULL,

  CONSTRAINT indicator_point_version_pkey PRIMARY KEY (indicator, position, recorded_in),
  CONSTRAINT indicator_point_version_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT indicator_point_version_superseded_in_fkey
    FOREIGN KEY (superseded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A point is recorded with a version of its series, and says where the value was printed.
  CONSTRAINT a_point_belongs_to_a_version_of_its_series
    FOREIGN KEY (indicator, recorded_in) REFERENCES indicator_version (key, recorded_in)
    ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT a_point_names_a_known_source
    FOREIGN KEY (source) REFERENCES source (key) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- It is believed for at least one revision, and keeps its place in the series.
  CONSTRAINT a_point_is_superseded_after_it_is_recorded CHECK (superseded_in > recorded_in),
  CONSTRAINT a_point_counts_from_0 CHECK (position >= 0),

  -- A value outside its own range is a slip of the pen; infinity and "not a number" are no observations.
  CONSTRAINT a_value_lies_inside_its_range CHECK (low <= value AND value <= high),
  CONSTRAINT a_value_is_a_number CHECK (value > '-Infinity' AND value < 'Infinity'),

  -- A series has one value for a period, whatever its place: as for versions, and always true after WHERE.
  CONSTRAINT one_value_for_a_period_at_a_time EXCLUDE USING gist (
    indicator                             WITH =,
    period                                WITH =,
    int4range(recorded_in, superseded_in) WITH &&
  ) WHERE (recorded_in > 0)
);
