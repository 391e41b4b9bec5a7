-- Documents, versions and records of the standalone host; contents are files named by checksum.

create table ttdn_host_document (
  id varchar(36) not null primary key,
  dossier_id varchar(36) not null,
  kind varchar(40) not null,
  constraint ttdn_host_document_kind unique (dossier_id, kind)
);

create table ttdn_host_version (
  document_id varchar(36) not null references ttdn_host_document (id),
  version_number integer not null,
  name varchar(255) not null,
  mime_type varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  primary key (document_id, version_number)
);

create table ttdn_host_record (
  id varchar(36) not null primary key,
  sha256 varchar(64) not null
);
