-- Under which header the provider takes a key that makes a repeated request count once.
alter table gateway.connection
  add column idempotency_header text;          -- null: it is not known to take one
