-- Who is told by machine of revisions and of legal days, and the secret that signs what they are sent.
CREATE TABLE webhook (
  id             text           NOT NULL,
  url            text           NOT NULL,
  description    text           NOT NULL,
  kinds          text[]         NOT NULL,
  materials      text[]         NOT NULL,
  regimes        text[]         NOT NULL,
  state          text           NOT NULL DEFAULT 'on',
  secret         text,
  earlier_secret text,
  earlier_until  timestamptz(3),
  told_revision  integer        NOT NULL,
  told_day       date           NOT NULL,
  created_by     text           NOT NULL,
  created_at     timestamptz(3) NOT NULL DEFAULT now(),

  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- "gone" is what the target itself said; "removed" stays for the log.
  CONSTRAINT a_webhook_is_in_a_state CHECK (state IN ('on', 'off', 'gone', 'removed')),

  -- What is removed can sign nothing more, and everything else can.
  CONSTRAINT a_removed_webhook_has_no_secret CHECK ((state = 'removed') = (secret IS NULL)),

  -- A secret that was rotated is good for a while, and never for ever.
  CONSTRAINT an_earlier_secret_ends CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL))
);

-- One event for one webhook: its content is written once, its number of attempts and its end are counted on.
CREATE TABLE webhook_delivery (
  id            text           NOT NULL,
  webhook       text           NOT NULL,
  event         text           NOT NULL,
  kind          text           NOT NULL,
  payload       text           NOT NULL,
  state         text           NOT NULL DEFAULT 'waiting',
  attempts      integer        NOT NULL DEFAULT 0,
  next_at       timestamptz(3) NOT NULL,
  claim         text,
  claimed_until timestamptz(3),
  made_at       timestamptz(3) NOT NULL,

  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_webhook_fkey FOREIGN KEY (webhook) REFERENCES webhook (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- However many processes look for what is due, and however often: an event is told to a webhook once.
  CONSTRAINT an_event_is_delivered_to_a_webhook_once UNIQUE (webhook, event),

  -- A state that nobody knows would be sent never, or for ever.
  CONSTRAINT a_delivery_is_in_a_state CHECK (state IN ('waiting', 'delivered', 'given-up', 'dropped')),

  -- A process that dies while it sends must not keep a delivery for ever.
  CONSTRAINT a_claim_ends CHECK ((claim IS NULL) = (claimed_until IS NULL))
);

CREATE INDEX webhook_delivery_state_next_at_idx ON webhook_delivery (state, next_at);
CREATE INDEX webhook_delivery_webhook_made_at_idx ON webhook_delivery (webhook, made_at);

-- What became of each attempt. `excerpt` is the beginning of what the target answered.
CREATE TABLE webhook_attempt (
  delivery text           NOT NULL,
  number   integer        NOT NULL,
  at       timestamptz(3) NOT NULL,
  ms       integer        NOT NULL,
  outcome  text           NOT NULL,
  code     integer,
  excerpt  text           NOT NULL,

  CONSTRAINT webhook_attempt_pkey PRIMARY KEY (delivery, number),
  CONSTRAINT webhook_attempt_delivery_fkey FOREIGN KEY (delivery) REFERENCES webhook_delivery (id) ON DELETE RESTRICT ON UPDATE RESTRICT,

  -- The log is for looking at: a target cannot fill it.
  CONSTRAINT an_excerpt_is_short CHECK (length(excerpt) <= 200)
);

-- Only the application knows of webhooks: readers' connections see none of these tables, and nothing is ever deleted.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_application') THEN
    GRANT SELECT, INSERT, UPDATE ON webhook, webhook_delivery TO sluice_application;
    GRANT SELECT, INSERT ON webhook_attempt TO sluice_application;
  END IF;
END $$;
