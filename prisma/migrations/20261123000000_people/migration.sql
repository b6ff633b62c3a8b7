-- The people who keep the record, how they sign in, and what they did. Readers have no row here and get no cookie.

-- A person who may sign in. Nobody is ever deleted: what they did must stay theirs. Who leaves is disabled.
CREATE TABLE person (
  id                 text           NOT NULL,
  name               text           NOT NULL,
  email              text           NOT NULL,
  email_verified     boolean        NOT NULL DEFAULT false,
  image              text,
  role               text           NOT NULL DEFAULT 'viewer',
  public_name        text,
  disabled_at        timestamptz(3),
  two_factor_enabled boolean        NOT NULL DEFAULT false,
  created_at         timestamptz(3) NOT NULL DEFAULT now(),
  updated_at         timestamptz(3) NOT NULL DEFAULT now(),

  CONSTRAINT person_pkey PRIMARY KEY (id),

  -- What a person may do is one of four things, each including those before it.
  CONSTRAINT role_is_a_known_word CHECK (role IN ('viewer', 'editor', 'reviewer', 'admin')),

  -- One address signs in as one person, however it is typed.
  CONSTRAINT an_address_is_kept_in_lower_case CHECK (email = lower(email) AND email ~ '^\S+@\S+$'),

  -- A name that shows nothing is no name; without a public one, readers are told "an editor".
  CONSTRAINT names_of_people_show_something CHECK (name ~ '\S' AND public_name ~ '\S')
);

CREATE UNIQUE INDEX person_email_key ON person (email);

-- One signed-in browser. It ends when it expires, when the person signs out, or when an admin disables the person.
CREATE TABLE session (
  id         text           NOT NULL,
  token      text           NOT NULL,
  person     text           NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),

  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX session_token_key ON session (token);
CREATE INDEX session_person_idx ON session (person);

-- One way in which a person signs in: a password, of which only the hash is kept, or an organisation's own sign-in.
CREATE TABLE account (
  id                       text           NOT NULL,
  account_id               text           NOT NULL,
  provider_id              text           NOT NULL,
  person                   text           NOT NULL,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope                    text,
  password                 text,
  created_at               timestamptz(3) NOT NULL DEFAULT now(),
  updated_at               timestamptz(3) NOT NULL DEFAULT now(),

  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- An identity of another provider belongs to one person.
CREATE UNIQUE INDEX account_provider_id_account_id_key ON account (provider_id, account_id);
CREATE INDEX account_person_idx ON account (person);

-- The secret of a second factor, encrypted with the secret of this site, and its backup codes.
CREATE TABLE two_factor (
  id           text    NOT NULL,
  person       text    NOT NULL,
  secret       text    NOT NULL,
  backup_codes text    NOT NULL,
  verified     boolean NOT NULL DEFAULT true,

  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until              timestamptz(3),

  CONSTRAINT two_factor_pkey PRIMARY KEY (id),
  CONSTRAINT two_factor_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX two_factor_person_idx ON two_factor (person);

-- Short-lived secrets of a sign-in under way: the state of an organisation's sign-in, a second factor being asked for.
CREATE TABLE sign_in_token (
  id         text           NOT NULL,
  identifier text           NOT NULL,
  value      text           NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),

  CONSTRAINT sign_in_token_pkey PRIMARY KEY (id)
);

CREATE INDEX sign_in_token_identifier_idx ON sign_in_token (identifier);

-- Attempts counted per address and per account, so that every instance counts the same ones.
CREATE TABLE rate_limit (
  key    text    NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,

  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);

-- A link that makes a person of whom it is given to. Only the digest of its secret is kept.
CREATE TABLE invitation (
  token_hash  text           NOT NULL,
  email       text           NOT NULL,
  role        text           NOT NULL,
  invited_by  text,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  expires_at  timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  accepted_by text,
  withdrawn_at timestamptz(3),

  CONSTRAINT invitation_pkey PRIMARY KEY (token_hash),
  CONSTRAINT invitation_invited_by_fkey
    FOREIGN KEY (invited_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT invitation_accepted_by_fkey
    FOREIGN KEY (accepted_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- SHA-256 as lower-case hexadecimal: the link itself is nowhere in this database.
  CONSTRAINT an_invitation_keeps_only_a_digest CHECK (token_hash ~ '^[0-9a-f]{64}$'),

  -- An invitation gives one of the roles that there are.
  CONSTRAINT an_invitation_gives_a_known_role CHECK (role IN ('viewer', 'editor', 'reviewer', 'admin'))
);

-- Who did what, when: never changed, never deleted.
CREATE TABLE audit_entry (
  id      bigint         NOT NULL GENERATED ALWAYS AS IDENTITY,
  at      timestamptz(3) NOT NULL DEFAULT now(),
  person  text,
  act     text           NOT NULL,
  subject text,
  detail  jsonb          NOT NULL DEFAULT '{}',

  CONSTRAINT audit_entry_pkey PRIMARY KEY (id),
  CONSTRAINT audit_entry_person_fkey FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- An act is named like `draft.submitted`, so that a list of acts can be read and filtered.
  CONSTRAINT an_act_is_named CHECK (act ~ '^[a-z-]+(\.[a-z-]+)+$')
);

CREATE INDEX audit_entry_at_idx ON audit_entry (at);

-- An audit log that can be changed proves nothing: the owner of the table is refused too.
CREATE FUNCTION keep_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'the_log_is_append_only', TABLE = TG_TABLE_NAME,
          HINT = 'Write another entry.';
END $$;

-- Nothing that was logged is changed or taken away, row by row or all at once.
CREATE TRIGGER the_log_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION keep_the_log();
CREATE TRIGGER the_log_is_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION keep_the_log();
