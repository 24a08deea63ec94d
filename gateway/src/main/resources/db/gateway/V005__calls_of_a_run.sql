-- Serves CallStore when a run's calls are asked for: its own, and those of its branches, whose names begin with its own.
create index call_of_run on gateway.call (world_id, caller collate "C", id) where caller like 'run:%';
