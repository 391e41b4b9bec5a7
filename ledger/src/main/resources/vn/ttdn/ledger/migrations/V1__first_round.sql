-- The ledger's tables for the first round of QT.TTĐN.03. One script for PostgreSQL and H2.

create table ttdn_dossier (
  id varchar(36) not null primary key,
  title varchar(500) not null,
  plan_year integer not null,
  unit varchar(20) not null,
  drafter varchar(255) not null,
  -- Nơi nhận: a line each, the unit's code (may be empty), a tab, the name.
  addressees varchar(60000) not null,
  state varchar(40) not null,
  process_id varchar(64),
  task_id varchar(64),
  opened_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  row_version integer not null,
  audit_length integer not null,
  audit_head varchar(64) not null,
  -- Folded: lower case without diacritics. Numbers are added when they are given.
  search_text varchar(4000) not null,
  symbol_text varchar(1000) default '' not null,
  constraint ttdn_dossier_process unique (process_id),
  constraint ttdn_dossier_task unique (task_id),
  constraint ttdn_dossier_audit check (audit_length >= 0)
);
create index ttdn_dossier_waiting on ttdn_dossier (state, unit, changed_at);
create index ttdn_dossier_changed on ttdn_dossier (changed_at);

create table ttdn_decision (
  dossier_id varchar(36) not null references ttdn_dossier (id),
  ordinal integer not null,
  step varchar(64) not null,
  outcome varchar(20) not null,
  person varchar(255) not null,
  person_name varchar(255) not null,
  role varchar(40) not null,
  unit varchar(20) not null,
  task_id varchar(64) not null,
  comment_text varchar(4000) not null,
  document_id varchar(255),
  document_version varchar(40),
  document_sha256 varchar(64),
  decided_at timestamp(3) with time zone not null,
  primary key (dossier_id, ordinal),
  -- One decision a task: what two people decide at once, only one of them decides.
  constraint ttdn_decision_task unique (task_id),
  constraint ttdn_decision_ordinal check (ordinal > 0)
);

create table ttdn_series (
  body varchar(20) not null,
  register varchar(20) not null,
  series_year integer not null,
  last_number bigint not null,
  primary key (body, register, series_year),
  constraint ttdn_series_last check (last_number >= 0)
);

create table ttdn_register_entry (
  body varchar(20) not null,
  register varchar(20) not null,
  series_year integer not null,
  number bigint not null,
  symbol varchar(100) not null,
  kind varchar(40) not null,
  subject varchar(500) not null,
  issued_on date not null,
  signer_name varchar(255) not null,
  signer_position varchar(255) not null,
  addressees varchar(60000) not null,
  drafting_unit varchar(20) not null,
  dossier_id varchar(36) not null references ttdn_dossier (id),
  record_id varchar(255) not null,
  issued_by varchar(255) not null,
  issued_at timestamp(3) with time zone not null,
  search_text varchar(4000) not null,
  primary key (body, register, series_year, number),
  constraint ttdn_register_number check (number > 0)
);
create index ttdn_register_dossier on ttdn_register_entry (dossier_id);

-- The units that an issued document is addressed to: they may read it.
create table ttdn_addressed_unit (
  unit varchar(20) not null,
  dossier_id varchar(36) not null references ttdn_dossier (id),
  primary key (unit, dossier_id)
);
create index ttdn_addressed_dossier on ttdn_addressed_unit (dossier_id);

create table ttdn_record (
  record_id varchar(255) not null primary key,
  dossier_id varchar(36) not null references ttdn_dossier (id),
  document_id varchar(255) not null,
  document_version varchar(40) not null,
  name varchar(255) not null,
  mime_type varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  frozen_at timestamp(3) with time zone not null
);
create index ttdn_record_dossier on ttdn_record (dossier_id);

create table ttdn_audit (
  dossier_id varchar(36) not null references ttdn_dossier (id),
  ordinal integer not null,
  at timestamp(3) with time zone not null,
  actor varchar(255) not null,
  action varchar(60) not null,
  detail varchar(100000) not null,
  previous varchar(64) not null,
  hash varchar(64) not null,
  primary key (dossier_id, ordinal),
  constraint ttdn_audit_ordinal check (ordinal > 0)
);
create index ttdn_audit_at on ttdn_audit (at);

create table ttdn_anchor (
  anchor_day date not null primary key,
  chains integer not null,
  previous varchar(64) not null,
  hash varchar(64) not null
);

create table ttdn_outbox (
  id varchar(36) not null primary key,
  dossier_id varchar(36) not null references ttdn_dossier (id),
  recipient varchar(320) not null,
  subject varchar(2000) not null,
  body varchar(20000) not null,
  attempts integer not null,
  due_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  last_error varchar(2000),
  -- Whatever was not sent is due one day: nothing is dropped.
  constraint ttdn_outbox_kept check (due_at is not null or sent_at is not null)
);
create index ttdn_outbox_due on ttdn_outbox (due_at);
