-- Credentials of a provider under a name. What is secret is in `sealed`, bound to this row's name, provider and server.
create table gateway.connection (
  world_id text not null,
  name text not null,                          -- lower-case letters, digits and hyphens
  provider text not null,
  server text not null,                        -- absolute URL; empty: this server itself
  environment text not null check (environment in ('sandbox', 'production', 'other')),
  credentials text[] not null,                 -- the security schemes that have a value
  sealed bytea not null,                       -- their values, as JSON
  log_bodies boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (world_id, name));

-- The call log: what went through the gateway. No credential is in it, and bodies only where they were asked for.
create table gateway.call (
  world_id text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  caller text not null,                        -- as in the audit trail
  request_id text not null,
  connection text not null,
  provider text not null,
  operation text,                              -- null: no operation of the provider has this path
  method text not null,
  host text not null,
  path text not null,                          -- of the upstream; its query masked
  status int,                                  -- the upstream's; null when it did not answer
  error text,                                  -- why it did not
  bytes_up bigint not null,
  bytes_down bigint not null,
  micros int not null,                         -- from the first byte to the last
  upstream_micros int not null,                -- of these, until the head of the answer
  upstream_request_id text,
  request_body text,                           -- masked
  response_body text,                          -- masked
  primary key (world_id, id));
-- Serves CallStore.list.
create index call_connection on gateway.call (world_id, connection, id);
-- Serves CallStore.prune.
create index call_at on gateway.call (world_id, at);
