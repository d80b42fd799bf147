-- The tables of a service that handles one command in one transaction: columns and indexes as the economy has them,
-- and an outbox, which it has no need of.
create table inbox (
    message_id   bigint      primary key,
    payload_hash bigint      not null,
    handled_at   timestamptz not null default now()
);

create table accounts (
    guild_id   bigint not null,
    account_id bigint not null,
    balance    bigint not null check (balance >= 0),
    version    int    not null,
    primary key (guild_id, account_id)
) with (fillfactor = 80);

create index accounts_standings on accounts (guild_id, balance desc, account_id desc) where balance > 0;

create table entries (
    entry_number  bigint      generated always as identity,
    guild_id      bigint      not null,
    account_id    bigint      not null,
    amount        bigint      not null check (amount <> 0),
    balance_after bigint      not null,
    message_id    bigint      not null,
    reason        text        not null,
    counterparty  bigint,
    at            timestamptz not null default now(),
    primary key (guild_id, entry_number)
);

create index entries_of_account on entries (guild_id, account_id, entry_number);

create table outbox (
    id    bigint      generated always as identity primary key,
    topic text        not null,
    key   text        not null,
    body  json        not null,
    at    timestamptz not null default now()
);

insert into accounts (guild_id, account_id, balance, version)
select g, a, 1000000, 1 from generate_series(1, 100) g, generate_series(1, 1000) a;

analyze;
