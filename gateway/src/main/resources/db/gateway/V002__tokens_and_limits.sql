-- Access tokens that are fetched and renewed, and how many calls a connection takes.
alter table gateway.connection
  add column tokens text,                      -- where they are to be had, as JSON; null: every value is given
  add column token_expires_at timestamptz,     -- null: no token yet, or one that does not say
  add column per_minute int check (per_minute > 0),
  add column concurrent int check (concurrent > 0);
