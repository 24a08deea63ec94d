-- Serves RetentionStore.forget.
create index run_ended on journal.run (world_id, ended_at) where ended_at is not null;
