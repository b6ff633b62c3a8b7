-- How the record is changed: drafts, which are not the record and which no reader can reach, and publications, which say
-- for each revision who answers for it.

-- Customs codes are printed with six, eight or ten digits.
ALTER TABLE provision_version DROP CONSTRAINT customs_codes_have_eight_or_ten_digits;
ALTER TABLE provision_version ADD CONSTRAINT customs_codes_have_six_eight_or_ten_digits
  CHECK (every_text_matches(hs_codes, '^\d{6}(\d{2}){0,2}$'));

-- The clause itself, in the language of the law, and what it says in English.
ALTER TABLE citation ADD COLUMN clause_original text, ADD COLUMN clause_gloss text;

-- A gloss explains a clause that is there to be read.
ALTER TABLE citation ADD CONSTRAINT a_gloss_explains_a_clause
  CHECK (clause_original ~ '\S' AND clause_gloss ~ '\S' AND (clause_gloss IS NULL OR clause_original IS NOT NULL));

-- Why a key stands no more, and what took its place: a reader who comes by an old link is told, or led on.
CREATE TABLE retirement (
  kind        text    NOT NULL,
  key         text    NOT NULL,
  recorded_in integer NOT NULL,
  why         text    NOT NULL,
  replaced_by text,

  CONSTRAINT retirement_pkey PRIMARY KEY (kind, key, recorded_in),
  CONSTRAINT retirement_recorded_in_fkey
    FOREIGN KEY (recorded_in) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- Every kind of record can be retired, and nothing else.
  CONSTRAINT what_is_retired_is_a_kind_of_record CHECK (
    kind IN ('material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator')
  ),

  -- A key never vanishes without a word, and never takes its own place.
  CONSTRAINT a_retirement_says_why CHECK (why ~ '\S' AND replaced_by <> key)
);

-- A retirement is part of its revision and as unchangeable as every other row of it.
CREATE TRIGGER rows_enter_with_the_revision_being_written AFTER INSERT ON retirement
  REFERENCING NEW TABLE AS entering FOR EACH STATEMENT EXECUTE FUNCTION enter_with_the_revision();
CREATE TRIGGER the_record_is_append_only BEFORE UPDATE OR DELETE ON retirement
  FOR EACH ROW EXECUTE FUNCTION keep_the_record();
CREATE TRIGGER the_record_is_never_emptied BEFORE TRUNCATE ON retirement
  FOR EACH STATEMENT EXECUTE FUNCTION keep_the_record();

-- A named change set against a base revision, on its way to be published.
CREATE TABLE draft (
  id             uuid           NOT NULL,
  title          text           NOT NULL,
  kind           text           NOT NULL,
  reason         text           NOT NULL DEFAULT '',
  base           integer        NOT NULL,
  state          text           NOT NULL DEFAULT 'open',
  version        integer        NOT NULL DEFAULT 1,
  author         text           NOT NULL,
  contributors   text[]         NOT NULL,
  created_at     timestamptz(3) NOT NULL DEFAULT now(),
  updated_at     timestamptz(3) NOT NULL DEFAULT now(),
  submitted_by   text,
  approved_by    text,
  revision       integer,
  reverts        integer,

  CONSTRAINT draft_pkey PRIMARY KEY (id),
  CONSTRAINT draft_base_fkey FOREIGN KEY (base) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_revision_fkey FOREIGN KEY (revision) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_reverts_fkey FOREIGN KEY (reverts) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_author_fkey FOREIGN KEY (author) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A draft becomes a revision of one of the five kinds.
  CONSTRAINT kind_of_a_draft_is_a_known_word
    CHECK (kind IN ('law', 'correction', 'addition', 'wording', 'verification')),

  -- Where a draft stands is told in one of six words.
  CONSTRAINT state_of_a_draft_is_a_known_word
    CHECK (state IN ('open', 'submitted', 'changes-requested', 'approved', 'published', 'abandoned')),

  -- A draft is found by its title, and whoever opened it has contributed.
  CONSTRAINT a_draft_is_named CHECK (title ~ '\S'),
  CONSTRAINT who_opened_a_draft_contributed CHECK (author = ANY (contributors)),

  -- A published draft names its revision, and no other does.
  CONSTRAINT a_published_draft_names_its_revision CHECK ((state = 'published') = (revision IS NOT NULL))
);

CREATE INDEX draft_state_idx ON draft (state);

-- One record as a draft would have it, or the retirement of a key. What was typed is kept as it was typed, right or wrong.
CREATE TABLE draft_entry (
  id         uuid           NOT NULL,
  draft      uuid           NOT NULL,
  kind       text           NOT NULL,
  key        text           NOT NULL,
  printed    jsonb,
  retires    jsonb,
  changed_by text           NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  version    integer        NOT NULL DEFAULT 1,

  CONSTRAINT draft_entry_pkey PRIMARY KEY (id),
  CONSTRAINT draft_entry_draft_fkey FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_entry_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- The ten kinds of record, and nothing else.
  CONSTRAINT an_entry_is_a_kind_of_record CHECK (
    kind IN ('material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator')
  ),

  -- An entry puts a record where its key is, or takes one away.
  CONSTRAINT an_entry_records_or_retires CHECK ((printed IS NULL) <> (retires IS NULL))
);

CREATE INDEX draft_entry_draft_idx ON draft_entry (draft);

-- What people said of a draft while it was reviewed.
CREATE TABLE draft_comment (
  id     uuid           NOT NULL,
  draft  uuid           NOT NULL,
  person text           NOT NULL,
  at     timestamptz(3) NOT NULL DEFAULT now(),
  act    text           NOT NULL,
  words  text           NOT NULL,

  CONSTRAINT draft_comment_pkey PRIMARY KEY (id),
  CONSTRAINT draft_comment_draft_fkey FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_comment_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A comment stands alone, or goes with a step of the review.
  CONSTRAINT act_of_a_comment_is_a_known_word
    CHECK (act IN ('comment', 'submitted', 'changes-requested', 'approved', 'withdrawn', 'rebased'))
);

CREATE INDEX draft_comment_draft_at_idx ON draft_comment (draft, at);

-- A rule that may be wrong is set aside for one record by name: confirmed by an editor, or overridden by a reviewer.
CREATE TABLE draft_exception (
  draft  uuid           NOT NULL,
  rule   text           NOT NULL,
  kind   text           NOT NULL,
  key    text           NOT NULL,
  act    text           NOT NULL,
  reason text           NOT NULL,
  person text           NOT NULL,
  at     timestamptz(3) NOT NULL DEFAULT now(),

  CONSTRAINT draft_exception_pkey PRIMARY KEY (draft, rule, kind, key),
  CONSTRAINT draft_exception_draft_fkey FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT draft_exception_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- A step is confirmed, or a rule is overridden with a reason.
  CONSTRAINT an_exception_is_confirmed_or_overridden
    CHECK (act = 'confirmed' OR (act = 'overridden' AND reason ~ '\S'))
);

-- Who answers for a revision. People are named to readers only by a public name they chose.
CREATE TABLE publication (
  revision       integer        NOT NULL,
  kind           text           NOT NULL,
  draft          uuid,
  authors        text[]         NOT NULL,
  publisher      text           NOT NULL,
  publisher_name text,
  review_due     timestamptz(3),
  reviews        integer,
  reverts        integer,

  CONSTRAINT publication_pkey PRIMARY KEY (revision),
  CONSTRAINT publication_revision_fkey
    FOREIGN KEY (revision) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT publication_draft_fkey FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT publication_publisher_fkey
    FOREIGN KEY (publisher) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT publication_reviews_fkey
    FOREIGN KEY (reviews) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT publication_reverts_fkey
    FOREIGN KEY (reverts) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- Somebody wrote what was published.
  CONSTRAINT a_publication_has_an_author CHECK (cardinality(authors) > 0),

  -- Two persons for what can change a status: whoever wrote any of it does not publish it. In a hurry one person may, and
  -- then the day by which another must have reviewed it is told to every reader.
  CONSTRAINT law_and_corrections_are_published_by_someone_else CHECK (
    kind NOT IN ('law', 'correction') OR publisher <> ALL (authors) OR review_due IS NOT NULL
  ),

  -- A review or a revert speaks of an earlier revision, and a review changes nothing by itself.
  CONSTRAINT a_publication_speaks_of_earlier_revisions CHECK (reviews < revision AND reverts < revision),
  CONSTRAINT a_review_is_a_verification CHECK (reviews IS NULL OR kind = 'verification'),

  -- What takes an earlier revision back says that it was wrong.
  CONSTRAINT what_takes_back_is_a_correction CHECK (reverts IS NULL OR kind = 'correction')
);

-- An urgent publication is reviewed once.
CREATE UNIQUE INDEX publication_reviews_key ON publication (reviews);

-- A publication is written with its revision and never changed.
CREATE FUNCTION publish_with_the_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reviewed public.publication;
BEGIN
  IF NOT public.revision_is_open(NEW.revision) THEN
    RAISE EXCEPTION 'revision % was published before', NEW.revision
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'a_publication_enters_with_its_revision',
            TABLE = 'publication', HINT = 'Insert the revision and its publication in one transaction.';
  END IF;
  -- Nobody drops out of the authors who wrote some of the draft: who may publish is asked of the authors.
  IF NOT (SELECT contributors <@ NEW.authors FROM public.draft WHERE id = NEW.draft) THEN
    RAISE EXCEPTION 'revision % leaves out somebody who wrote some of its draft', NEW.revision
      USING ERRCODE = 'check_violation', CONSTRAINT = 'whoever_wrote_some_of_it_is_an_author',
            TABLE = 'publication', HINT = 'Name every contributor of the draft as an author.';
  END IF;
  -- A day to find a reviewer, and a minute for clocks that differ.
  IF NEW.review_due > (SELECT recorded_at + interval '24 hours 1 minute' FROM public.revision WHERE number = NEW.revision) THEN
    RAISE EXCEPTION 'revision % would wait for its review longer than a day', NEW.revision
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_review_is_due_within_a_day',
            TABLE = 'publication', HINT = 'Name an instant within 24 hours.';
  END IF;
  IF NEW.reviews IS NOT NULL THEN
    SELECT * INTO reviewed FROM public.publication WHERE revision = NEW.reviews;
    IF reviewed.review_due IS NULL OR NEW.publisher = ANY (reviewed.authors) OR NEW.publisher = reviewed.publisher THEN
      RAISE EXCEPTION 'revision % cannot be reviewed by who published it, or waits for no review', NEW.reviews
        USING ERRCODE = 'check_violation', CONSTRAINT = 'an_urgent_publication_is_reviewed_by_someone_else',
              TABLE = 'publication', HINT = 'Ask another reviewer.';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- Asked of every publication, whoever writes it.
CREATE TRIGGER a_publication_enters_with_its_revision BEFORE INSERT ON publication
  FOR EACH ROW EXECUTE FUNCTION publish_with_the_revision();
CREATE TRIGGER the_record_is_append_only BEFORE UPDATE OR DELETE ON publication
  FOR EACH ROW EXECUTE FUNCTION keep_the_record();
CREATE TRIGGER the_record_is_never_emptied BEFORE TRUNCATE ON publication
  FOR EACH STATEMENT EXECUTE FUNCTION keep_the_record();

-- The first revision is loaded from files that were reviewed as files. Every later one has somebody who answers for it, and
-- what was learnt of the law needs a second person like the law itself. So does an addition that does more than add: a
-- series grows by new points, everything else that stands is changed or retired by a correction, or by two persons.
CREATE FUNCTION answer_for_the_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published public.publication;
BEGIN
  IF NEW.number = 1 THEN
    RETURN NULL;
  END IF;
  SELECT * INTO published FROM public.publication WHERE revision = NEW.number;
  IF NOT FOUND OR published.kind <> NEW.kind THEN
    RAISE EXCEPTION 'nobody answers for revision %', NEW.number
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'somebody_answers_for_every_revision',
            TABLE = 'revision', HINT = 'Insert its publication, of the same kind, in the same transaction.';
  END IF;
  IF NEW.kind = 'addition' AND published.publisher = ANY (published.authors) AND published.review_due IS NULL AND (
    EXISTS (SELECT FROM public.provision_version WHERE recorded_in = NEW.number OR superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.instrument_version WHERE recorded_in = NEW.number OR superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.party_version WHERE recorded_in = NEW.number OR superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.material_version WHERE recorded_in = NEW.number OR superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.form_version WHERE superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.regime_version WHERE superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.source_version WHERE superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.event_version WHERE superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.claim_version WHERE superseded_in = NEW.number)
    OR EXISTS (SELECT FROM public.indicator_version gone WHERE superseded_in = NEW.number
      AND NOT EXISTS (SELECT FROM public.indicator_version WHERE key = gone.key AND recorded_in = NEW.number))
  ) THEN
    RAISE EXCEPTION 'revision % adds to the law or does more than add, and one person wrote and published it', NEW.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'what_was_learnt_of_the_law_is_published_by_someone_else',
            TABLE = 'publication', HINT = 'Ask a second person to publish it.';
  END IF;
  RETURN NULL;
END $$;

-- Deferred: the publication is written after its revision.
CREATE CONSTRAINT TRIGGER somebody_answers_for_every_revision
  AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION answer_for_the_revision();
