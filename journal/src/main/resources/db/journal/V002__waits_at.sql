-- Where a run waits: the path of the task in the run, as in its journal. What it says counts while `parked` is set.
alter table journal.run add column parked_at text;
