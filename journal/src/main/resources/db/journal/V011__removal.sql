-- When a workflow was taken away. Its versions stay for as long as runs of them are kept.
alter table journal.definition add column removed_at timestamptz;
