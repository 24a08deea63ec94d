-- The OAuth institutions that end customers are registered with, in the order in which they are listed. World `*`
-- means every world: a world may have institutions of its own beside these.
create table registration.institution (
  world_id text not null,
  id text not null,                            -- ins_…, upstream's own
  name text not null,
  position int not null check (position >= 1),
  primary key (world_id, id));

insert into registration.institution (world_id, id, name, position) values
  ('*', 'ins_56', 'Chase', 1),
  ('*', 'ins_127989', 'Bank of America', 2),
  ('*', 'ins_127991', 'Wells Fargo', 3),
  ('*', 'ins_5', 'Citibank', 4),
  ('*', 'ins_127990', 'US Bank', 5),
  ('*', 'ins_128026', 'Capital One', 6),
  ('*', 'ins_13', 'PNC', 7),
  ('*', 'ins_10', 'American Express', 8),
  ('*', 'ins_14', 'TD Bank', 9),
  ('*', 'ins_11', 'Charles Schwab', 10);

-- One row for each end customer that is being registered. Whoever moves one of its registrations holds this row's
-- lock, so that what happens to one end customer happens in one order.
create table registration.enrolment (
  world_id text not null,
  customer_id text not null,                   -- client_id of the end customer
  partner_id text not null,
  environment text not null check (environment in ('sandbox', 'production')),
  has_logo boolean not null,                   -- the end customer's, or else the partner's
  logo_arrived boolean not null,               -- since then, nobody has told those that wait for one
  due_at timestamptz,                          -- no later than the earliest due_at of its registrations
  check (has_logo or not logo_arrived),
  check (due_at is not null or not logo_arrived),
  primary key (world_id, customer_id));
-- Serves EnrolmentStore.claimDue; finished enrolments, in time most of the table, stay out of it.
create index enrolment_due on registration.enrolment (world_id, due_at) where due_at is not null;
-- Serves EnrolmentStore.partnerLogoArrived.
create index enrolment_without_logo on registration.enrolment (world_id, partner_id) where not has_logo;

-- How far one end customer is with one institution. The checks are RegistrationState, said to PostgreSQL.
create table registration.registration (
  world_id text not null,
  customer_id text not null,
  institution_id text not null,
  status text not null
    check (status in ('NOT_STARTED', 'PROCESSING', 'APPROVED', 'ENABLED', 'ATTENTION_REQUIRED')),
  due_at timestamptz,                          -- when the next step is taken
  enabled_at timestamptz,
  problem text,                                -- what needs attention
  problem_request_id text,                     -- 15 letters and digits
  check ((status in ('NOT_STARTED', 'PROCESSING', 'APPROVED')) = (due_at is not null)),
  check ((status = 'ENABLED') = (enabled_at is not null)),
  check ((status = 'ATTENTION_REQUIRED') = (problem is not null)),
  check ((problem is null) = (problem_request_id is null)),
  primary key (world_id, customer_id, institution_id),
  foreign key (world_id, customer_id) references registration.enrolment on delete cascade);
