-- Tokens that are good for the gateway alone, and for some of what is behind it.
alter table access.token drop constraint token_scope_check;
alter table access.token add constraint token_scope_check check (scope in ('full', 'read-only', 'gateway'));
alter table access.token add column connections text[] not null default '{}'; -- empty: all
alter table access.token add column operations text[] not null default '{}';  -- empty: all
