-- A password that somebody else has seen lets its owner in once, to choose another.
ALTER TABLE person ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;
