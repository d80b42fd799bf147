-- Locked for update by whoever plays in the guild: writers of one guild queue here and nowhere else.
create table casinos (
    guild_id bigint primary key
) with (fillfactor = 50);

-- A guild without a row has the corrected odds.
create table guild_settings (
    guild_id bigint primary key,
    version  int    not null default 1,
    odds     text   not null default 'CORRECTED' check (odds in ('CORRECTED', 'CLASSIC'))
);

-- What the member's next games are drawn from. The server seed is secret until the member has it replaced.
create table players (
    guild_id    bigint not null,
    player_id   bigint not null,
    seed_number int    not null check (seed_number > 0),
    server_seed text   not null check (length(server_seed) = 64),
    client_seed text   not null check (length(client_seed) between 1 and 64),
    next_nonce  bigint not null check (next_nonce >= 0),
    version     int    not null,
    primary key (guild_id, player_id)
) with (fillfactor = 80);

-- Seeds that were replaced: the games that were drawn from them can be checked.
create table revealed_seeds (
    guild_id    bigint      not null,
    player_id   bigint      not null,
    seed_number int         not null,
    server_seed text        not null,
    revealed_at timestamptz not null default now(),
    primary key (guild_id, player_id, seed_number)
);

-- Every game that was ever decided, with all that is needed to check it.
create table games (
    guild_id    bigint      not null,
    game_id     text        not null check (length(game_id) between 1 and 64),
    player_id   bigint      not null,
    game        text        not null,
    stake       bigint      not null check (stake > 0),
    status      text        not null,
    turn        int         not null default 0,
    state       json        not null,
    odds        text        not null,
    currency    text        not null,
    seed_number int         not null,
    client_seed text        not null,
    nonce       bigint      not null,
    payout      bigint      not null default 0 check (payout >= 0),
    interaction json, -- whom to answer next; gone when the game is over
    started_at  timestamptz not null default now(),
    due_at      timestamptz,
    ended_at    timestamptz,
    version     int         not null,
    primary key (guild_id, game_id),
    unique (guild_id, player_id, seed_number, nonce)
) with (fillfactor = 80);

create index games_due on games (due_at) where due_at is not null;
create index games_of_player on games (guild_id, player_id, started_at desc, game_id desc);
create unique index one_open_game_of_a_kind on games (guild_id, player_id, game)
    where status in ('HOLDING', 'PLAYING');

-- When somebody last looked after the deadlines, and the last time that nobody did for long.
create table attendance (
    id        int         primary key check (id = 1),
    seen_at   timestamptz not null default now(),
    gap_from  timestamptz,
    gap_until timestamptz
);
insert into attendance (id) values (1);
