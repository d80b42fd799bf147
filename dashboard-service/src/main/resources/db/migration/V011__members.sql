-- What members are called, as the gateway last saw it.
create table members (
    guild_id bigint not null,
    user_id bigint not null,
    name text not null,
    bot boolean not null,
    seen_at timestamptz not null,
    primary key (guild_id, user_id)
);
create index members_by_name on members (guild_id, lower(name), user_id);
