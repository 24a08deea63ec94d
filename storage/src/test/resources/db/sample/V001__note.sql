-- A schema for the tests of storage itself.
create table sample.note (
  id bigint generated always as identity primary key,
  text text not null);
