-- Runs that wait for a person: few or none, and asked for at each scrape of the metrics. Serves RunViewStore.stuck.
create index run_stuck on journal.run (world_id) where state = 'stuck';
