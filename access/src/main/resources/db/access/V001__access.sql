-- Bearers of the admin API; rows are never deleted. Only the SHA-256 of a token's text is kept.
create table access.token (
  world_id text not null,
  id text not null,                            -- tok_…
  name text not null check (name <> ''),
  scope text not null check (scope in ('full', 'read-only')),
  hash bytea not null check (octet_length(hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz,                      -- null: never by itself
  last_used_at timestamptz,                    -- to the minute
  revoked_at timestamptz,
  primary key (world_id, id));

-- Serves TokenStore.live: a token comes before the world is known, and decides it.
create unique index token_hash on access.token (hash);
-- Serves TokenStore.list.
create index token_created on access.token (world_id, created_at, id) where revoked_at is null;

-- Sign-in links; a row is gone once its link was used.
create table access.link (
  world_id text not null,
  hash bytea not null check (octet_length(hash) = 32),
  expires_at timestamptz not null,
  primary key (world_id, hash));
-- Serves LinkStore.take: a code comes before the world is known.
create unique index link_hash on access.link (hash);

-- Signed-in browsers; a row is gone once they signed out.
create table access.session (
  world_id text not null,
  id text not null,                            -- ses_…
  hash bytea not null check (octet_length(hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (world_id, id));
-- Serves SessionStore.find and SessionStore.delete.
create unique index session_hash on access.session (hash);
