-- What an admin has set; what has no row has its default.
create table setting (
    name  varchar(60)  not null primary key,
    value varchar(200) not null
);
