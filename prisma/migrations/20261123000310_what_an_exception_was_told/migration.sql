-- A rule is set aside for what it said at that moment. Where it comes to say something else (other gap days, another last
-- day), somebody has to look again: the digest of what was told is kept beside the exception.
ALTER TABLE draft_exception ADD COLUMN told text NOT NULL DEFAULT '';
