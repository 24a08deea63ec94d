-- What people did to runs, and why. What completes or skips a step waits here until the run asks for that step.
create table journal.intervention (
  world_id text not null,
  run_id text not null collate "C",
  number bigint generated always as identity,
  at timestamptz not null,
  who text not null,
  action text not null check (action in
    ('cancel', 'suspend', 'resume', 'retry', 'complete', 'skip', 'restart', 'move')),
  path text,                                   -- of the step that is meant, or from which on
  output text,                                 -- JSON; of a step that is completed
  version text,                                -- where the run was moved
  reason text,
  pending boolean not null,                    -- whether it has still to take effect
  primary key (world_id, run_id, number),
  foreign key (world_id, run_id) references journal.run (world_id, id) on delete cascade);

-- Whether something is pending for it.
alter table journal.run add column instructed boolean not null default false;
