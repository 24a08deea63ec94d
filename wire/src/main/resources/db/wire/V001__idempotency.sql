-- The first answer to each idempotency key. Answers hold secrets: they are sealed.
create table wire.idempotency (
  world_id text not null,
  partner_id text not null,
  environment text not null check (environment in ('sandbox', 'production')),
  operation text not null,
  key text not null check (length(key) between 1 and 255),
  body_hash bytea not null check (length(body_hash) = 32),
  answer bytea,                     -- sealed; null only inside the transaction that makes it
  created_at timestamptz not null,
  primary key (world_id, partner_id, environment, operation, key));
-- Serves IdempotencyStore.prune.
create index idempotency_age on wire.idempotency (world_id, created_at);
