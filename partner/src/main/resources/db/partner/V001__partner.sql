create table partner.partner (
  world_id text not null,
  id text not null,                            -- prt_…
  client_id text not null check (client_id ~ '^[0-9a-f]{24}$'),
  name text not null check (name <> ''),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),  -- PartnerSettings, always read and written whole
  logo bytea,                                  -- a PNG that was checked
  created_at timestamptz not null,
  primary key (world_id, id));

-- Serves PartnerStore.named: the client id comes before the world is known, and decides it.
create unique index partner_client_id on partner.partner (client_id);
-- Serves PartnerStore.list.
create index partner_created on partner.partner (world_id, created_at, id);

-- A partner's keys; rows are never deleted. Only the SHA-256 of a secret is kept.
create table partner.api_key (
  world_id text not null,
  partner text not null,
  id text not null,                            -- key_…
  environment text not null check (environment in ('sandbox', 'production')),
  hash bytea not null check (octet_length(hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz,                      -- set when a rotation gives it a successor
  revoked_at timestamptz,
  last_used_at timestamptz,                    -- to the minute
  primary key (world_id, id),
  foreign key (world_id, partner) references partner.partner (world_id, id));

-- Serves KeyStore.of and KeyStore.live.
create index api_key_partner on partner.api_key (world_id, partner, created_at);
