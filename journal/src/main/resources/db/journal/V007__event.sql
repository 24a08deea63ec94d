-- Events, each once, however many runs may listen for it.
create table journal.event (
  world_id text not null,
  number bigint generated always as identity,
  run_id text collate "C",                     -- the run that it is for; null: every run that may listen for it
  type text not null,
  event text not null,                         -- JSON
  turn bigint,                                 -- when those who wait were told, in journal.turn; null: not yet
  primary key (world_id, number),
  foreign key (world_id, run_id) references journal.run (world_id, id) on delete cascade);
-- Serves EventStore.untold.
create index event_untold on journal.event (world_id, number) where turn is null;
-- Serve EventStore.waiting.
create index event_of_type on journal.event (world_id, type, number) where run_id is null;
create index event_of_run on journal.event (world_id, run_id) where run_id is not null;

-- Counts how often those who wait were told of events.
create table journal.turn (
  world_id text primary key,
  turn bigint not null);

-- Events that runs have consumed.
create table journal.heard (
  world_id text not null,
  run_id text not null collate "C",
  number bigint not null,
  position integer not null,                   -- of the run's journal; -1 when that was forgotten
  primary key (world_id, run_id, number),
  foreign key (world_id, run_id) references journal.run (world_id, id) on delete cascade);

-- A run hears what was told after `since`, or never was, without what was already there when it began.
alter table journal.run add column since bigint not null default 0;
alter table journal.run add column deaf_to bigint[] not null default '{}';
-- JSON; what it waited for last. While it waits, only what matches makes it go on.
alter table journal.run add column awaits text;
-- Serves EventStore.forget.
create index run_since on journal.run (world_id, since)
  where state in ('active', 'suspended', 'stuck') and listens <> '{}';

insert into journal.event (world_id, run_id, type, event)
  select world_id, run_id, coalesce(event::jsonb ->> 'type', ''), event from journal.inbox order by number;
drop table journal.inbox;
