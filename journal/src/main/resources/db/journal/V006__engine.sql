-- Which engine takes a run to its end. Of one that goes on elsewhere, here is what it must look at, and, once it has
-- ended or stands still, its journal. `due_at` then says since when it has something to look at.
alter table journal.run add column engine text not null default 'journal' check (engine in ('journal', 'temporal'));
-- Whether it goes on elsewhere.
alter table journal.run add column executing boolean not null default false;
alter table journal.run add constraint run_elsewhere
  check (case engine when 'journal' then not executing else node_id is null and parked is null end);
-- Serves HostedStore.due.
create index run_hosted on journal.run (world_id, due_at) where engine = 'temporal' and due_at is not null;
