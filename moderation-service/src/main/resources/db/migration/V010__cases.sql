-- Locked for update by whoever writes in the guild's case log: writers of one guild queue here and nowhere else.
create table registers (
    guild_id  bigint primary key,
    last_case bigint not null default 0 check (last_case >= 0)
) with (fillfactor = 50);

create table cases (
    guild_id         bigint      not null,
    case_number      bigint      not null check (case_number > 0),
    kind             text        not null check (kind in ('WARN', 'TIMEOUT', 'TEMPBAN', 'BAN', 'UNBAN')),
    state            text        not null check (state in ('REQUESTED', 'DONE', 'FAILED', 'UNANSWERED')),
    target_id        bigint      not null,
    moderator_id     bigint      not null, -- the bot itself where a ban's time was up
    reason           text        not null,
    duration_seconds bigint check (duration_seconds > 0),
    related_case     bigint,
    failure          text,                 -- why it was not done
    action_id        text,                 -- the message that asked the gateway; its result closes the case
    interaction      text,                 -- JSON; whom to tell, until they are told
    notice_at        timestamptz,          -- when to say that Discord is slow
    opened_at        timestamptz not null,
    closed_at        timestamptz,
    primary key (guild_id, case_number),
    constraint open_or_closed check ((state = 'REQUESTED') = (closed_at is null))
) with (fillfactor = 80);

create unique index cases_by_action on cases (guild_id, action_id) where action_id is not null;
create index cases_of_target on cases (guild_id, target_id, kind, case_number desc);
create index cases_notice on cases (notice_at) where notice_at is not null;

-- Bans that end. A row waits while a later action on the same member is with Discord, and goes when that is done.
create table lifts (
    guild_id    bigint      not null,
    case_number bigint      not null, -- the ban
    user_id     bigint      not null,
    bot_id      bigint      not null,
    due_at      timestamptz not null,
    held_by     bigint,               -- the later action's case
    attempts    int         not null default 0,
    lift_case   bigint,               -- the case of lifting it, once it has begun
    primary key (guild_id, case_number)
) with (fillfactor = 80);

create index lifts_due on lifts (due_at) where held_by is null;
create index lifts_of_user on lifts (guild_id, user_id);
