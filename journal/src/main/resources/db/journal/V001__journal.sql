-- Workflow definitions. What was saved once under its hash never changes; the one saved last is the newest.
create sequence journal.save;
create table journal.definition (
  world_id text not null,
  name text not null,
  version text not null check (version ~ '^[0-9a-f]{64}$'),  -- SHA-256 of the text
  label text not null,                         -- document.version, as its author counts
  text text not null,
  save bigint not null,                        -- from journal.save: the highest is the newest
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (world_id, name, version));
-- Serves DefinitionStore.newest and DefinitionStore.versions.
create unique index definition_save on journal.definition (world_id, name, save);

-- Processes that run runs. One whose lease is over is taken for dead. By the database's own clock.
create table journal.node (
  id text primary key,
  lease_until timestamptz not null);

-- A run of a workflow, or of a branch of one. Whoever holds it (node_id) writes its steps, as long as its epoch is
-- still that of the claim.
create table journal.run (
  world_id text not null,
  id text not null collate "C",                -- run_…; a child's is its parent's, position and place: run_….3.0
  number bigint generated always as identity,  -- order of every list
  workflow text not null,
  version text not null,
  parent_id text collate "C",
  parent_position integer,
  root_input text not null,                    -- JSON; what the whole run was started with
  entry text not null,                         -- JSON; where in the definition it begins, and with what
  listens text[] not null,                     -- types of the events that it may listen for; '*' for any
  dedup_key text,
  state text not null check (state in ('active', 'suspended', 'stuck', 'completed', 'failed', 'cancelled')),
  parked text check (parked in ('sleep', 'events', 'children')),  -- what it waits for; null: nothing
  due_at timestamptz,                          -- when it goes on; null: not before something happens
  cancelling boolean not null default false,
  node_id text,                                -- who runs it at this moment
  epoch bigint not null default 0,             -- counts claims and releases
  takeovers integer not null default 0,        -- from dead nodes, in a row and without a step in between
  progress integer not null default 0,         -- steps at the last takeover
  ending text,                                 -- JSON; the output, the error, or why it is stuck
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  foreign key (world_id, workflow, version) references journal.definition (world_id, name, version),
  check ((state in ('completed', 'failed', 'cancelled')) = (ended_at is not null)),
  primary key (world_id, id));
create unique index run_dedup on journal.run (world_id, workflow, dedup_key) where dedup_key is not null;
-- Serves RunStore.claim.
create index run_due on journal.run (world_id, due_at) where state = 'active' and node_id is null;
-- Serves NodeStore.
create index run_of_node on journal.run (node_id) where node_id is not null;
-- Serves ChildStore.
create index run_child on journal.run (world_id, parent_id, parent_position) where parent_id is not null;
-- Serves InboxStore.
create index run_listens on journal.run using gin (listens) where state in ('active', 'suspended', 'stuck');
-- Serve the lists.
create index run_number on journal.run (world_id, number) where parent_id is null;
create index run_of_workflow on journal.run (world_id, workflow, number) where parent_id is null;

-- What a run asked and what came of it, in order. Texts, not jsonb: a replay must get the very same JSON.
create table journal.step (
  world_id text not null,
  run_id text not null collate "C",
  position integer not null,
  path text not null,
  kind text not null,
  asked text not null,                         -- hash of path, kind and arguments
  arguments text not null,                     -- JSON; credentials by name only
  outcome text,                                -- JSON, {done: …} or {failed: …}; null while a call is under way
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (world_id, run_id, position),
  foreign key (world_id, run_id) references journal.run (world_id, id) on delete cascade);

-- Events that a run has not consumed.
create table journal.inbox (
  world_id text not null,
  run_id text not null collate "C",
  number bigint generated always as identity,
  event text not null,                         -- JSON
  primary key (world_id, run_id, number),
  foreign key (world_id, run_id) references journal.run (world_id, id) on delete cascade);
