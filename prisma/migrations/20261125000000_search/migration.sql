-- What readers can find, kept in a form that PostgreSQL searches: a document for each version of each record.
--
-- A document is made from its version alone, by the database itself, in the transaction that writes the version: so every
-- revision is searched as it was, however it was written, and what no revision holds (a draft) has no document. Nothing here
-- belongs to the record. It stands in a schema of its own, and a later migration may drop it and make it anew.
--
-- All folding of letters is done here and names its collation: a database with the locale C finds what one with another
-- locale finds. No dictionary of PostgreSQL parts Chinese into words, so Chinese is found by single signs and pairs of them.

-- Words that are misspelt are found by the threes of letters they share. (Whoever may create in a database may add this one.)
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SCHEMA search;

-- Small letters without marks; one space where anything stands that is neither letter nor digit, and between Latin and Han.
CREATE FUNCTION search.folded(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(
    lower(normalize(regexp_replace(
      normalize(translate(coalesce(said, ''), 'øØłŁđĐıß', 'oOlLdDis'), NFKD), '[\u0300-\u036f]', '', 'g'), NFKC) COLLATE "C"),
    '([\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af]+)', ' \1 ', 'g'),
    '[^a-z0-9\u0370-\u04ff\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af]+', ' ', 'g'))
$$;

-- A folded text as one piece: 1C902.a.1 and 1c902a1 are the same. Cut, because an entry of an index has a longest length.
CREATE FUNCTION search.whole(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(replace(folded, ' ', ''), 200)
$$;

-- A folded name of a company without the words at its end that say what kind of company it is.
CREATE FUNCTION search.bare(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(btrim(regexp_replace(
    folded,
    '(( (inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|gmbh|mbh|ag|se|sa|sas|bv|nv|oy|ab|uab|spa|srl|s r l|s a|kk|k k|pte))|(股份有限公司|有限责任公司|有限公司|株式会社|公司))+$',
    '')), ''), folded)
$$;

-- What of a folded text is not Han, kana or hangul: the part that the dictionaries of PostgreSQL can read.
CREATE FUNCTION search.spelt(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(folded, '[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af ]+', ' ', 'g'))
$$;

-- The signs of a folded text that are no Latin letters, in pairs; a run of a single sign is that sign.
CREATE FUNCTION search.pairs(folded text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN array(
    SELECT DISTINCT substr(run[1], at, 2)
      FROM regexp_matches(folded, '[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+', 'g') AS run,
           generate_series(1, greatest(length(run[1]) - 1, 1)) AS at
  );
END $$;

-- Entries of an index with a weight: A of names, B of what else names a thing, C and D of words in their stems.
CREATE FUNCTION search.entries(entries text[], weight text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN coalesce(
    (SELECT string_agg(format('''%s'':1%s', entry, weight), ' ') FROM unnest(entries) AS entry WHERE entry <> ''), '');
END $$;

-- The words of a folded text by a dictionary (`simple` keeps them as they are written, `english` their stems), and its
-- signs, one by one and in pairs.
CREATE FUNCTION search.words(dictionary regconfig, folded text, weight text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  spelt text := search.spelt(folded);
  made  tsvector := setweight(to_tsvector(dictionary, spelt), weight::"char");
BEGIN
  IF spelt = folded THEN
    RETURN made;
  END IF;
  RETURN made || search.entries(search.pairs(folded) || regexp_split_to_array(regexp_replace(
    folded, '[^\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]', '', 'g'), ''), weight);
END $$;

-- The texts of a list inside a row that was read as JSON.
CREATE FUNCTION search.several(list jsonb) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN array(SELECT jsonb_array_elements_text(list));
END $$;

-- What a version is found by. `names` are what it is called, each a whole; `codes` are entries as they stand: `#` and the
-- digits of a customs code, `@` and the number of an announcement, alone and with its year. `about` are the keys of the
-- materials that it is about: a version knows them by key alone, so who searches by a name asks for its key besides.
CREATE FUNCTION search.texts(
  kind text, v jsonb, OUT names text[], OUT codes text[], OUT besides text, OUT body text, OUT about text[]
) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  announced text[];
BEGIN
  CASE kind
    WHEN 'material' THEN
      names := ARRAY[v ->> 'symbol', v ->> 'name_en', v ->> 'name_zh'] || search.several(v -> 'aliases');
      body := concat_ws(' ', v ->> 'uses', v ->> 'group_note');
    WHEN 'form' THEN
      names := ARRAY[v ->> 'name_en', v ->> 'name_zh'];
    WHEN 'regime' THEN
      names := ARRAY[v ->> 'short_name', v ->> 'name_en'];
      body := v ->> 'summary';
    WHEN 'instrument' THEN
      names := ARRAY[v ->> 'number', v ->> 'title_en', v ->> 'title_zh', v ->> 'issued_on'];
      body := concat_ws(' ', v ->> 'summary', v ->> 'conditions', v ->> 'authorities');
      announced := regexp_match(v ->> 'number', '^\D*(\d{1,3}) of (20\d{2})( \(.*\))?$');
      codes := ARRAY['@' || announced[1]::integer, '@' || announced[1]::integer || '/' || announced[2]];
    WHEN 'provision' THEN
      names := ARRAY[v ->> 'clause'];
      codes := array(SELECT '#' || code FROM unnest(search.several(v -> 'hs_codes')) AS code);
      besides := v ->> 'item';
      about := search.several(v -> 'materials');
      body := concat_ws(' ', v ->> 'note', v ->> 'conditions');
    WHEN 'party' THEN
      names := ARRAY[v ->> 'name_en', v ->> 'name_zh'];
    WHEN 'source' THEN
      names := ARRAY[v ->> 'title'];
      besides := v ->> 'publisher';
      body := v ->> 'note';
    WHEN 'event' THEN
      names := ARRAY[v ->> 'title', v ->> 'starts_on'];
      body := v ->> 'summary';
    WHEN 'claim' THEN
      names := ARRAY[v ->> 'speaker_name', v ->> 'said_on'];
      besides := v ->> 'statement';
      body := concat_ws(' ', v ->> 'quote', v ->> 'speaker_role', v ->> 'speaker_outlet', v ->> 'verdict_reason');
      about := array(SELECT DISTINCT unnest(search.several(one -> 'materials')) FROM jsonb_array_elements(v -> 'asserts') AS one
        WHERE jsonb_typeof(one -> 'materials') = 'array');
    WHEN 'indicator' THEN
      names := ARRAY[v ->> 'title'];
      body := concat_ws(' ', v ->> 'unit', v ->> 'geography', v ->> 'notes');
      about := search.several(v -> 'materials');
  END CASE;
END $$;

-- What a version is found by, as it is indexed; and its names in Latin letters, with which a misspelt word is compared.
-- The whole of a name is an entry behind `=`; an atomic number is one too, of less weight: 61 is first of all an announcement.
CREATE FUNCTION search.document_of(kind text, version jsonb, OUT words tsvector, OUT spelling text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  found   record := search.texts(kind, version);
  wholes  text[] := array(SELECT search.folded(name) FROM unnest((version ->> 'key') || found.names) AS name);
  called  text   := array_to_string(wholes[2:], ' ');
  besides text   := search.folded(found.besides);
BEGIN
  words := search.entries(
      array(SELECT DISTINCT '=' || search.whole(name) FROM unnest(wholes || array(SELECT search.bare(name) FROM unnest(wholes) AS name)) AS name WHERE name <> '')
      || found.codes, 'A')
    || search.entries(ARRAY['=' || (version ->> 'atomic_number')], 'B')
    || search.words('pg_catalog.simple', array_to_string(wholes, ' '), 'A')
    || search.words('pg_catalog.simple', besides, 'B')
    || search.words('pg_catalog.english', called || ' ' || besides, 'C')
    || search.words('pg_catalog.english', search.folded(found.body), 'D')
    || search.entries(array(SELECT '~' || material FROM unnest(found.about) AS material), 'D');
  spelling := search.spelt(called || ' ' || besides);
END $$;

CREATE TABLE search.document (
  kind          text     NOT NULL,
  key           text     NOT NULL,
  recorded_in   integer  NOT NULL,
  superseded_in integer,
  words         tsvector NOT NULL,
  spelling      text     NOT NULL,

  -- One document for each version.
  CONSTRAINT document_pkey PRIMARY KEY (kind, key, recorded_in)
);

CREATE INDEX document_words_idx ON search.document USING gin (words);

CREATE INDEX document_spelling_idx ON search.document USING gin (spelling gin_trgm_ops);

-- A version comes with its document. It runs with the rights of whoever migrates: nobody else may write documents.
CREATE FUNCTION search.enter_with_the_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO search.document (kind, key, recorded_in, superseded_in, words, spelling)
    SELECT TG_ARGV[0], NEW.key, NEW.recorded_in, NEW.superseded_in, made.words, made.spelling
      FROM search.document_of(TG_ARGV[0], to_jsonb(NEW)) AS made;
  RETURN NULL;
END $$;

-- A version takes its document with it when it ends.
CREATE FUNCTION search.end_with_the_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE search.document SET superseded_in = NEW.superseded_in
    WHERE kind = TG_ARGV[0] AND key = NEW.key AND recorded_in = NEW.recorded_in AND superseded_in IS NULL;
  RETURN NULL;
END $$;

-- What is recorded already gets its documents now; from then on they come with their versions, and are never changed,
-- deleted or truncated away.
DO $$
DECLARE
  kinds CONSTANT text[] := ARRAY['material', 'form', 'regime', 'instrument', 'provision', 'party', 'source', 'event', 'claim', 'indicator'];
  one   text;
BEGIN
  FOREACH one IN ARRAY kinds LOOP
    EXECUTE format('INSERT INTO search.document (kind, key, recorded_in, superseded_in, words, spelling)
      SELECT %L, version.key, version.recorded_in, version.superseded_in, made.words, made.spelling
        FROM %I AS version, LATERAL search.document_of(%L, to_jsonb(version)) AS made', one, one || '_version', one);
    EXECUTE format('CREATE TRIGGER a_version_comes_with_its_document AFTER INSERT ON %I
      FOR EACH ROW EXECUTE FUNCTION search.enter_with_the_version(%L)', one || '_version', one);
    EXECUTE format('CREATE TRIGGER a_document_ends_with_its_version AFTER UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION search.end_with_the_version(%L)', one || '_version', one);
  END LOOP;
END $$;

-- The same guards as on the record, whoever writes.
CREATE TRIGGER rows_enter_with_the_revision_being_written AFTER INSERT ON search.document
  REFERENCING NEW TABLE AS entering FOR EACH STATEMENT EXECUTE FUNCTION enter_with_the_revision();

-- Documents are closed with their versions, and that is all.
CREATE TRIGGER the_record_is_append_only BEFORE UPDATE OR DELETE ON search.document
  FOR EACH ROW EXECUTE FUNCTION keep_the_record();

-- (Row triggers do not see TRUNCATE.)
CREATE TRIGGER the_record_is_never_emptied BEFORE TRUNCATE ON search.document
  FOR EACH STATEMENT EXECUTE FUNCTION keep_the_record();

-- What is asked for, read once. `said` is the whole text; `words` the part of it that is looked for word by word; `codes` are
-- entries as they stand, those with a star at their end go on. Each result is empty or what a document has to hold:
-- `exact` a whole name or a code, `begins` a name or a code that begins so, `named` words that begin each of the words
-- (signs in pairs, and a number of up to three digits to its end: 6 is not 61), `told` their stems, or a material that is
-- meant: `~` and its key among the codes, and what it is called besides in `also`. `any` is any of them. Nothing but
-- numbers is looked for in names and codes alone: 850 in what a line says of a furnace is no code.
CREATE FUNCTION search.asked(
  said text, words text, codes text[], also text[],
  OUT folded text, OUT exact tsquery, OUT begins tsquery, OUT named tsquery, OUT told tsquery, OUT "any" tsquery
) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  part  text   := search.bare(search.folded(words));
  spelt text   := search.spelt(part);
  pairs text[] := search.pairs(part);
BEGIN
  folded := search.folded(said);
  exact := (SELECT string_agg(format('''%s''', entry), ' | ') FROM (
      SELECT '=' || search.whole(folded) UNION SELECT '=' || search.whole(search.bare(folded))
      UNION SELECT code FROM unnest(codes) AS code WHERE code !~ '^~|[*]$'
    ) AS one (entry) WHERE entry <> '=');
  begins := (SELECT string_agg(format('''%s'':*A', entry), ' | ') FROM (
      SELECT '=' || search.whole(folded) WHERE NOT '@' = ANY (SELECT left(code, 1) FROM unnest(codes) AS code)
      UNION SELECT rtrim(code, '*') FROM unnest(codes) AS code WHERE code ~ '[*]$'
    ) AS one (entry) WHERE entry <> '=');
  named := (SELECT string_agg(format(
      CASE WHEN word ~ '^\d{1,3}$' THEN '''%s'':A' WHEN word ~ '^\d+$' THEN '''%s'':*A' ELSE '''%s'':*AB' END, word), ' & ')
    FROM unnest(string_to_array(spelt, ' ') || pairs) AS word
    WHERE word <> '' AND (word = part OR word !~ '[a-z]' OR to_tsvector('pg_catalog.english', word) <> ''::tsvector));
  told := plainto_tsquery('pg_catalog.english', CASE WHEN part ~ '^[0-9 ]+$' THEN '' ELSE spelt END)
    && coalesce((SELECT string_agg(format('''%s''', pair), ' & ') FROM unnest(pairs) AS pair), '')::tsquery
    || coalesce((SELECT string_agg(format('''%s''', code), ' | ') FROM unnest(codes) AS code WHERE code ~ '^~'), '')::tsquery;
  FOREACH part IN ARRAY also LOOP
    told := told || (plainto_tsquery('pg_catalog.english', search.spelt(search.folded(part)))
      && coalesce((SELECT string_agg(format('''%s''', pair), ' & ') FROM unnest(search.pairs(search.folded(part))) AS pair), '')::tsquery);
  END LOOP;
  "any" := (SELECT string_agg(format('(%s)', one), ' | ')
    FROM unnest(ARRAY[exact::text, begins::text, named::text, told::text]) AS one WHERE one <> '');
END $$;

-- Nobody hangs the two functions that write on a table of their own: they run with the rights of whoever migrates.
REVOKE EXECUTE ON FUNCTION search.enter_with_the_version(), search.end_with_the_version() FROM PUBLIC;

-- Readers find; nobody but the triggers above writes.
DO $$
DECLARE
  finding text;
BEGIN
  FOREACH finding IN ARRAY ARRAY['sluice_reader', 'sluice_application'] LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = finding) THEN
      EXECUTE format('GRANT USAGE ON SCHEMA search TO %I', finding);
      EXECUTE format('GRANT SELECT ON search.document TO %I', finding);
    END IF;
  END LOOP;
END $$;
