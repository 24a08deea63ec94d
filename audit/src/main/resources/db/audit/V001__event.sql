-- One row per change that somebody made. Nothing but the seal (position, previous_hash, hash) is ever written to a
-- row again; rows are never deleted. `changes` is json, not jsonb, because the hash covers its exact text.
create table audit.event (
  world_id text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  partner text,                                -- null: of the installation, such as a new access token
  subject text not null,                       -- what was changed: an end customer's client_id, prt_…, tok_…
  actor text not null,
  request_id text not null,                    -- empty: the system itself
  action text not null,                        -- such as customer.created
  changes json not null check (json_typeof(changes) = 'object'),
  position bigint check (position >= 1),       -- counts from 1 in each world; null until sealed
  previous_hash bytea check (octet_length(previous_hash) = 32),
  hash bytea check (octet_length(hash) = 32),
  primary key (world_id, id),
  check ((position is null) = (hash is null) and (position is null) = (previous_hash is null)));

-- Serves ChainStore.unsealed; sealed rows, nearly all of the table, stay out of it.
create index event_unsealed on audit.event (world_id, id) where position is null;
-- Serves ChainStore.sealedBetween, and keeps one row per position.
create unique index event_position on audit.event (world_id, position) where position is not null;
-- Serves AuditStore.timeline, and AuditStore.listOfSubject.
create index event_subject on audit.event (world_id, subject, id);
-- Serves AuditStore.listOfPartner.
create index event_partner on audit.event (world_id, partner, id);

-- Where each world's chain ends, so that rows cut off its end are missed too.
create table audit.chain (
  world_id text primary key,
  position bigint not null check (position >= 0),  -- 0: nothing sealed yet
  hash bytea not null check (octet_length(hash) = 32));
