-- Names and addresses of sources are alike whatever the case of their letters, in every script. What a letter's small form is,
-- a database's own locale need not know beyond ASCII (the one that comes along is "C"): ICU's root locale is named, as JavaScript
-- has it. Kept in the order of bytes, so that no newer ICU can upset the order of an index.

-- Sources with the same name (E25).
DROP INDEX source_version_name_idx;
CREATE INDEX source_version_name_idx ON source_version ((lower((title || '|' || publisher) COLLATE "und-x-icu") COLLATE "C"));

-- Sources with the same address but for what its beginning and end may lack (E25).
DROP INDEX source_version_address_idx;
CREATE INDEX source_version_address_idx ON source_version ((
  regexp_replace(
    replace(regexp_replace(lower(url COLLATE "und-x-icu") COLLATE "C", '^https?://(www\.)?', ''), ':443', ''), '/$', ''
  )
));
