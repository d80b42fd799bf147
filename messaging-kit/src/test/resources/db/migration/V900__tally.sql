create table tallies (
    guild_id bigint primary key,
    total    int    not null
);
