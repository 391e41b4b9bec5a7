-- Documents, versions and records of the standalone host; contents are files named by checksum.

-- A dossier has one document of a kind; its versions share its id.
create table ttdn_host_version (
  dossier_id varchar(36) not null,
  kind varchar(40) not null,
  version_number integer not null,
  document_id varchar(36) not null,
  name varchar(255) not null,
  mime_type varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  primary key (dossier_id, kind, version_number)
);

create table ttdn_host_record (
  id varchar(36) not null primary key,
  sha256 varchar(64) not null
);
