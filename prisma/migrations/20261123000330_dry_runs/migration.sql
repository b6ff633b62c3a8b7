-- What an editor's last import would change, kept between looking at it and making a draft of it. Not a draft, and no part
-- of the record: the next import of the same person takes its place.
CREATE TABLE dry_run (
  person  text           NOT NULL,
  id      uuid           NOT NULL,
  base    integer        NOT NULL,
  made_at timestamptz(3) NOT NULL DEFAULT now(),
  report  jsonb          NOT NULL,
  entries jsonb          NOT NULL,

  -- One for each person: nobody's files pile up.
  CONSTRAINT dry_run_pkey PRIMARY KEY (person),
  CONSTRAINT dry_run_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT dry_run_base_fkey FOREIGN KEY (base) REFERENCES revision (number) ON DELETE RESTRICT ON UPDATE RESTRICT
);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT, INSERT, UPDATE ON dry_run TO sluice_application;
  END IF;
END $$;
