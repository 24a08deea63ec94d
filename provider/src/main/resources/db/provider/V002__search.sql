-- What can be found of the version that is served of each provider: a row for each operation.
create table provider.entry (
  world_id text not null,
  provider text not null,
  operation text not null,
  method text not null,
  path text not null,
  summary text not null,
  heading text not null,
  deprecated boolean not null,
  exact text not null,                         -- letters and digits of the operation's id, in lower case
  fields int not null,                         -- how many: of two that have a field, the smaller is more about it
  names tsvector not null,                     -- words of id (A), path (B), summary and heading (C)
  everything tsvector not null,                -- those, and words of fields, values and error codes
  primary key (world_id, provider, operation));

create index entry_names on provider.entry using gin (names) with (fastupdate = off);
create index entry_everything on provider.entry using gin (everything) with (fastupdate = off);
create index entry_exact on provider.entry (world_id, exact);
create index entry_path on provider.entry (world_id, path);

-- Every word that leads to an operation: the beginnings and the misspellings of words are looked up here.
create table provider.word (
  world_id text not null,
  provider text not null,
  word text collate "C" not null,
  named boolean not null,                      -- whether it is in names, and not only in fields
  primary key (world_id, word, provider));

-- Serves SearchStore.deleteWords.
create index word_provider on provider.word (world_id, provider);
