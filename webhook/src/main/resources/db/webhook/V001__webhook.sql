-- What happened, in the words of the wire. A row is written in the transaction of the change itself (the
-- outbox); the publisher then gives it its place in the feed and makes its deliveries.
create table webhook.event (
  world_id text not null,
  id text not null,                            -- evt_…
  number bigint generated always as identity,  -- order of writing
  partner_id text not null,
  environment text not null check (environment in ('sandbox', 'production')),
  subject text not null,                       -- client_id of the end customer
  type text not null check (type in
    ('END_CUSTOMER_OAUTH_STATUS_UPDATED', 'END_CUSTOMER_STATUS_UPDATED', 'END_CUSTOMER_REQUIREMENTS_UPDATED')),
  body bytea not null,                         -- the exact bytes that are signed and sent
  created_at timestamptz not null,
  position bigint check (position >= 1),       -- place in the feed, without gaps; null until published
  primary key (world_id, id));
-- Serves EventStore.unpublished; nearly empty.
create index event_unpublished on webhook.event (world_id, number) where position is null;
-- Serve EventStore.after and EventStore.prune.
create unique index event_feed on webhook.event (world_id, position) where position is not null;
create unique index event_feed_of_partner on webhook.event (world_id, partner_id, position) where position is not null;

-- How far each world's feed has been numbered. Whoever holds the row's lock is the publisher.
create table webhook.feed (
  world_id text primary key,
  last_position bigint not null check (last_position >= 0));

-- Where a partner wants to be told. A deleted endpoint stays, unseen, as long as its deliveries do.
create table webhook.endpoint (
  world_id text not null,
  id text not null,                            -- whe_…
  number bigint generated always as identity,
  partner_id text not null,
  environment text not null check (environment in ('sandbox', 'production')),
  url text not null,
  events text[] not null check (cardinality(events) > 0 and events <@ array[
    'END_CUSTOMER_OAUTH_STATUS_UPDATED', 'END_CUSTOMER_STATUS_UPDATED', 'END_CUSTOMER_REQUIREMENTS_UPDATED']),
  state text not null check (state in ('active', 'paused', 'deleted')),
  paused_reason text check (paused_reason in ('requested', 'rejections')),
  paused_at timestamptz,
  judged_from timestamptz not null,            -- rejections before this do not count towards a pause
  created_at timestamptz not null,
  deleted_at timestamptz,
  check ((state = 'paused') = (paused_reason is not null)),
  check ((state = 'paused') = (paused_at is not null)),
  check ((state = 'deleted') = (deleted_at is not null)),
  primary key (world_id, id));
-- Serves EndpointStore.ofPartner and EndpointStore.listening.
create index endpoint_of_partner on webhook.endpoint (world_id, partner_id, number) where state <> 'deleted';

-- One event on its way to one endpoint. The checks are DeliveryState, said to PostgreSQL.
create table webhook.delivery (
  world_id text not null,
  id text not null,                            -- dlv_…
  number bigint generated always as identity,  -- order within a lane, and of every list
  event_id text not null,
  endpoint_id text not null,
  partner_id text not null,
  subject text not null,
  replay_of text,                              -- the delivery that this one repeats
  state text not null check (state in ('pending', 'sending', 'delivered', 'failed')),
  attempts int not null check (attempts between 0 and 7), -- finished ones
  due_at timestamptz,                          -- pending: the next attempt; sending: the end of the lease
  created_at timestamptz not null,
  finished_at timestamptz,
  check ((state in ('pending', 'sending')) = (due_at is not null)),
  check ((state in ('delivered', 'failed')) = (finished_at is not null)),
  primary key (world_id, id),
  foreign key (world_id, event_id) references webhook.event on delete cascade,
  foreign key (world_id, endpoint_id) references webhook.endpoint on delete cascade);
-- Serves DeliveryStore.head; finished deliveries, in time most of the table, stay out of it.
create index delivery_live on webhook.delivery (world_id, endpoint_id, subject, number) where state in ('pending', 'sending');
-- Serve DeliverySearch, one per filter, and the replays.
create unique index delivery_newest on webhook.delivery (world_id, number);
create index delivery_of_partner on webhook.delivery (world_id, partner_id, number);
create index delivery_of_endpoint on webhook.delivery (world_id, endpoint_id, number);
create index delivery_of_subject on webhook.delivery (world_id, subject, number);
create index delivery_of_event on webhook.delivery (world_id, event_id, endpoint_id, number);
create index delivery_failed on webhook.delivery (world_id, endpoint_id, number) where state = 'failed';

-- One row for each endpoint and end customer with live deliveries. A lane, not a delivery, is what a worker
-- claims: so the order within it cannot be broken, and those that wait behind its head cost nothing.
create table webhook.lane (
  world_id text not null,
  endpoint_id text not null,
  subject text not null,
  due_at timestamptz not null,                 -- as the head's: when it may be claimed
  claim text,                                  -- who claimed it last; a worker whose claim is gone has lost its lease
  primary key (world_id, endpoint_id, subject),
  foreign key (world_id, endpoint_id) references webhook.endpoint on delete cascade);
-- Serves LaneStore.endpointsDue and LaneStore.claim.
create index lane_due on webhook.lane (world_id, endpoint_id, due_at);

-- What became of each try.
create table webhook.attempt (
  world_id text not null,
  delivery_id text not null,
  number int not null check (number between 1 and 7),
  endpoint_id text not null,
  at timestamptz not null,
  took_millis int not null check (took_millis >= 0),
  accepted boolean not null,
  status int,                                  -- HTTP status; null when there was no answer
  error text,                                  -- why there was no answer
  response text,                               -- the first 1,024 bytes of the answer's body
  check ((status is null) = (error is not null)),
  primary key (world_id, delivery_id, number),
  foreign key (world_id, delivery_id) references webhook.delivery on delete cascade);
-- Serves AttemptStore.tally.
create index attempt_of_endpoint on webhook.attempt (world_id, endpoint_id, at) include (accepted);

-- Key pairs that sign deliveries. The private half is sealed, and wiped when the key retires.
create table webhook.signing_key (
  world_id text not null,
  kid text not null,                           -- a UUID, as upstream's are
  environment text not null check (environment in ('sandbox', 'production')),
  x bytea not null check (octet_length(x) = 32),
  y bytea not null check (octet_length(y) = 32),
  sealed_private bytea,                        -- PKCS #8, sealed
  created_at timestamptz not null,
  expired_at timestamptz,
  check ((expired_at is null) = (sealed_private is not null)),
  primary key (world_id, kid));
-- At most one key signs at a time.
create unique index signing_key_current on webhook.signing_key (world_id, environment) where expired_at is null;
