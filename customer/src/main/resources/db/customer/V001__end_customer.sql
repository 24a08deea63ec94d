-- End customers. Removed ones stay, hidden from every read; the audit trail refers to them.
create table customer.end_customer (
  world_id text not null,
  client_id text not null,                     -- 24 lower-case hex digits
  partner_id text not null,
  environment text not null check (environment in ('sandbox', 'production')),
  reference text check (length(reference) between 1 and 255), -- the partner's own id for the customer
  company_name text not null,
  application_name text,
  website_host text,                           -- normalised, for channel conflicts
  profile jsonb not null,                      -- what is known, in the API's field names
  products jsonb not null,                     -- [{"product", "state", "reason"}], in the order asked for
  status text not null check (status in
    ('ACTIVE', 'DENIED', 'MORE_INFORMATION_NEEDED', 'PENDING_ENABLEMENT', 'UNDER_REVIEW')),
  requirements_due text[] not null,
  link_customization boolean not null,
  has_logo boolean not null,
  reconsider boolean not null default false,   -- the partner's defaults changed since the last decision
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (world_id, client_id));

-- The same application twice is refused; a removed one frees its name.
create unique index end_customer_application on customer.end_customer
  (world_id, partner_id, environment, lower(application_name)) where removed_at is null;
create unique index end_customer_reference on customer.end_customer
  (world_id, partner_id, environment, reference) where removed_at is null and reference is not null;
-- Serves the channel-conflict check.
create index end_customer_host on customer.end_customer
  (world_id, environment, website_host) where removed_at is null and website_host is not null;
-- Serve the admin API's lists, newest first, and the review queue.
create index end_customer_newest on customer.end_customer (world_id, created_at desc, client_id desc)
  where removed_at is null;
create index end_customer_review on customer.end_customer (world_id, changed_at, client_id)
  where removed_at is null and products @> '[{"state": "UNDER_REVIEW"}]';
create index end_customer_reconsider on customer.end_customer (world_id, client_id) where reconsider;

-- An end customer's own keys. The secrets were shown once and are kept as SHA-256.
create table customer.api_key (
  world_id text not null,
  id text not null,
  client_id text not null,
  kind text not null check (kind in ('sandbox', 'limited_production', 'production')),
  hash bytea not null check (length(hash) = 32),
  issued_at timestamptz not null,
  revoked_at timestamptz,
  primary key (world_id, id));
create index api_key_live on customer.api_key (client_id) where revoked_at is null;

create table customer.logo (
  world_id text not null,
  client_id text not null,
  png bytea not null,
  given_at timestamptz not null,
  primary key (world_id, client_id));
