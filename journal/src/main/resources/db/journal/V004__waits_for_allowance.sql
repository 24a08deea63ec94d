-- A run may also wait until the connection that its step goes over takes another call.
alter table journal.run drop constraint run_parked_check;
alter table journal.run add constraint run_parked_check
  check (parked in ('sleep', 'events', 'children', 'allowance'));
