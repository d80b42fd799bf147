-- Locked for update by whoever moves money in the guild: writers of one guild queue here and nowhere else.
create table books (
    guild_id   bigint primary key,
    last_entry bigint not null default 0 check (last_entry >= 0)
) with (fillfactor = 50);

-- Accounts 1 to 4 are the guild's own: mint, house, escrow, shop. All others are wallets, by Discord user id.
create table accounts (
    guild_id   bigint not null,
    account_id bigint not null check (account_id > 0),
    balance    bigint not null check (balance between -9007199254740991 and 9007199254740991),
    version    int    not null,
    primary key (guild_id, account_id),
    constraint wallet_not_negative check (balance >= 0 or account_id <= 4)
) with (fillfactor = 80);

create index accounts_standings on accounts (guild_id, balance desc, account_id desc)
    where account_id > 4 and balance > 0;

create table entries (
    guild_id           bigint      not null,
    entry_number       bigint      not null,
    transaction_number bigint      not null, -- the number of the movement's first entry
    account_id         bigint      not null,
    amount             bigint      not null check (amount <> 0),
    balance_after      bigint      not null,
    message_id         text        not null,
    reason             text        not null,
    counterparty       bigint,
    actor_id           bigint,
    note               text,
    at                 timestamptz not null default now(),
    primary key (guild_id, entry_number),
    constraint wallet_entry_not_negative check (balance_after >= 0 or account_id <= 4)
);

create index entries_of_account on entries (guild_id, account_id, entry_number);

create function refuse_to_rewrite_history() returns trigger language plpgsql as
$$
begin
    raise exception 'ledger entries are never changed: % refused', tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger entries_are_immutable before update or delete or truncate on entries
    for each statement execute function refuse_to_rewrite_history();

create table claims (
    guild_id   bigint      not null,
    user_id    bigint      not null,
    claim      text        not null,
    claimed_at timestamptz not null,
    times      int         not null default 1,
    primary key (guild_id, user_id, claim)
) with (fillfactor = 80);

create table holds (
    guild_id     bigint      not null,
    game_id      text        not null check (length(game_id) between 1 and 64),
    player_id    bigint      not null,
    game         text        not null,
    amount       bigint      not null check (amount > 0),
    entry_number bigint      not null,
    due_at       timestamptz not null,
    primary key (guild_id, game_id, player_id)
);

create index holds_due on holds (due_at);
