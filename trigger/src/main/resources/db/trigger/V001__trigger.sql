-- What starts runs of a workflow by itself.
create table trigger.trigger (
  world_id text not null,
  name text not null,                          -- lower-case letters, digits and hyphens
  workflow text not null,
  version text,                                -- SHA-256; null: the newest
  kind text not null check (kind in ('schedule', 'webhook', 'event')),
  occasion text not null,                      -- what makes it fire, as JSON; its members depend on the kind
  topic text,                                  -- of an event: its type
  hook text,                                   -- of a webhook: the last part of its address
  sealed bytea,                                -- of a webhook: its secret, bound to this row
  condition text,                              -- jq; null: always
  input text,                                  -- jq; null: all that came
  dedup_key text,                              -- jq; null: what the occasion knows
  paused boolean not null,
  next_at timestamptz,                         -- of a schedule: when it fires next; null: never
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (world_id, name));
-- Serves TriggerStore.hooked.
create unique index trigger_hook on trigger.trigger (hook);
-- Serves TriggerStore.due.
create index trigger_due on trigger.trigger (world_id, next_at) where not paused and next_at is not null;
-- Serves TriggerStore.interested.
create index trigger_topic on trigger.trigger (world_id, topic) where not paused and topic is not null;

-- What came of each occasion. Rows are only added, so that triggers that fire at once do not wait for one another.
create table trigger.firing (
  world_id text not null,
  id bigint generated always as identity,
  trigger text not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('started', 'duplicate', 'ignored', 'failed')),
  run text,                                    -- that was started, now or before
  problem text,                                -- why none was
  primary key (world_id, id));
-- Serves FiringStore.list.
create index firing_trigger on trigger.firing (world_id, trigger, id);
-- Serves FiringStore.prune.
create index firing_at on trigger.firing (world_id, at);
