-- What the bot itself may do. Null until the gateway has told it.
alter table guilds
    add column bot_permissions bigint;
