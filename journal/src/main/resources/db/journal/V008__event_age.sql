-- A run that stands still for ever must not keep every event since.
alter table journal.event add column at timestamptz not null default now();
-- Serves TurnStore.forget.
create index event_at on journal.event (world_id, at);
