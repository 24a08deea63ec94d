-- The position at which a step was told, until that is forgotten: a run elsewhere may have to be told again.
alter table journal.intervention add column used_at integer;
