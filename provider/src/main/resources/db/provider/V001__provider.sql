-- A provider under the name that this installation gives it. Its versions stay when a newer document is imported.
create table provider.provider (
  world_id text not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  version int not null check (version > 0),    -- the one that is served
  built_in boolean not null,                   -- one of our own two documents
  primary key (world_id, name));

-- One imported document. Rows are never changed, but go with their provider.
create table provider.version (
  world_id text not null,
  provider text not null,
  number int not null check (number > 0),      -- counts from 1
  document bytea not null,                     -- as it came, to be read anew by a later Gangway
  digest bytea not null check (octet_length(digest) = 32),  -- SHA-256 of the document
  format int not null,                         -- ModelFormat.VERSION when it was read
  source text not null,                        -- the URL, or the name of the file; for people
  overview bytea not null,                     -- Overview, as JSON
  operations int not null,
  tolerated int not null,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (world_id, provider, number));

-- All that is known of an operation, in one row: nobody needs the document for it.
create table provider.operation (
  world_id text not null,
  provider text not null,
  version int not null,
  position int not null,                       -- in the document, from 0
  id text not null,
  method text not null,
  path text not null,
  summary text not null,
  heading text not null,
  deprecated boolean not null,
  digest bytea not null check (octet_length(digest) = 32),  -- SHA-256 of the model: equal when nothing changed
  model bytea not null,                        -- OperationModel, as JSON
  primary key (world_id, provider, version, id));

-- Imports that wait, run, or have ended. A lease that ran out belongs to a node that died: the import begins anew.
create table provider.import (
  world_id text not null,
  id text not null,                            -- imp_…
  provider text not null,
  source text not null,
  url text,                                    -- where to fetch the document; null when it was given
  document bytea,                              -- what was given, until it is read
  state text not null check (state in ('waiting', 'fetching', 'reading', 'storing', 'done', 'refused')),
  operations_done int not null,
  operations_total int not null,
  version int,                                 -- what it made, or found there already
  unchanged boolean not null,                  -- whether the document was there already
  reason text not null,                        -- why it was refused; else empty
  actor text not null,
  request_id text not null,
  created_at timestamptz not null,
  lease_until timestamptz,
  primary key (world_id, id),
  check ((state = 'refused') = (reason <> '')),
  check (state <> 'done' or version is not null));

-- Serves ImportStore.claim.
create index import_open on provider.import (created_at) where state not in ('done', 'refused');
