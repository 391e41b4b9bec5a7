-- Who acts for whom, and what is held back from the archive.

create table ttdn_delegation (
  id varchar(36) not null primary key,
  from_person varchar(255) not null,
  to_person varchar(255) not null,
  role varchar(40) not null,
  unit varchar(20) not null,
  first_day date not null,
  last_day date not null,
  reason varchar(500) not null,
  created_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone,
  -- Whether the host has been told of its beginning and not yet of its end.
  in_force boolean not null,
  constraint ttdn_delegation_days check (last_day >= first_day)
);
create index ttdn_delegation_last on ttdn_delegation (last_day);

create table ttdn_hold (
  dossier_id varchar(36) not null references ttdn_dossier (id),
  ordinal integer not null,
  reason varchar(500) not null,
  placed_by varchar(255) not null,
  placed_at timestamp(3) with time zone not null,
  lifted_by varchar(255),
  lifted_at timestamp(3) with time zone,
  primary key (dossier_id, ordinal),
  constraint ttdn_hold_ordinal check (ordinal > 0)
);

-- The plans of whose handover somebody was told.
create table ttdn_handover_notice (
  dossier_id varchar(36) not null primary key references ttdn_dossier (id),
  announced_at timestamp(3) with time zone not null
);

create index ttdn_dossier_drafter on ttdn_dossier (drafter);
