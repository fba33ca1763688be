-- The extensions of the user's schema that an admin has added.
create table extension_schema (
    urn_key       varchar(150) not null primary key,  -- folded: case makes no difference in a URN
    urn           varchar(150) not null,              -- as given
    revision      varchar(36)  not null,              -- another one after each change
    created       bigint       not null,
    last_modified bigint       not null,
    document      ${longtext}  not null               -- the definition, RFC 7643 section 7
);
