-- Who outranks whom. Without any role the gateway has not described the guild since this column is there.
alter table guilds
    add column role_ids          bigint[] not null default '{}',
    add column role_positions    int[]    not null default '{}', -- beside role_ids
    add column bot_role_position int      not null default 0;
