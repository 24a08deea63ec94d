-- How far the calls over a connection have been spread out. Whoever holds the row's lock decides.
create table allowance.pace (
  world_id text not null,
  connection text not null,
  next_at timestamptz not null,                -- when the next call that comes may go
  primary key (world_id, connection));

-- A call that was told when to go, or that is under way.
create table allowance.pass (
  world_id text not null,
  connection text not null,
  id text not null,                            -- a step's key, or a request's id
  go_at timestamptz not null,
  running_until timestamptz,                   -- of one under way: when it counts as lost; null: it waits
  primary key (world_id, connection, id));
