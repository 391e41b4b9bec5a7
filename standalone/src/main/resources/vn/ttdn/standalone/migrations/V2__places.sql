-- A dossier has one document in a place: a kind's draft, its signed copy, an asked unit's answer;
-- its versions share its id. Copied, because neither database drops the other's unnamed key.
create table ttdn_host_document (
  dossier_id varchar(36) not null,
  kind varchar(40) not null,
  place varchar(36) default '' not null,
  version_number integer not null,
  document_id varchar(36) not null,
  name varchar(255) not null,
  mime_type varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  primary key (dossier_id, kind, place, version_number)
);

insert into ttdn_host_document
  (dossier_id, kind, version_number, document_id, name, mime_type, size_bytes, sha256,
   created_by, created_at)
select dossier_id, kind, version_number, document_id, name, mime_type, size_bytes, sha256,
  created_by, created_at
from ttdn_host_version;

drop table ttdn_host_version;
