-- The guilds as the gateway last described them: whom a REST request may concern.
create table guilds (
    guild_id     bigint primary key,
    name         text        not null,
    icon         text,
    owner_id     bigint      not null,
    member_count int         not null,
    managers     bigint[]    not null,
    present      boolean     not null default true, -- false once the bot has left
    announced_at timestamptz not null               -- by the broker's clock
);

create index guilds_managers on guilds using gin (managers);
create index guilds_owner on guilds (owner_id);
