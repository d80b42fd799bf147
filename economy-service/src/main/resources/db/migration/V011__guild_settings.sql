-- A guild without a row has the defaults. The limits are those that the service checks when settings are changed.
create table guild_settings (
    guild_id               bigint  primary key,
    version                int     not null default 1,
    enabled                boolean not null default true,
    currency_name          text    not null default 'coins' check (length(currency_name) between 1 and 32),
    starting_balance       bigint  not null default 100 check (starting_balance between 0 and 1000000),
    daily_reward           bigint  not null default 100 check (daily_reward between 0 and daily_reward_limit),
    daily_reward_limit     bigint  not null default 10000 check (daily_reward_limit between 10000 and 1000000),
    daily_cooldown_hours   int     not null default 24 check (daily_cooldown_hours between 0 and 720),
    work_reward_min        bigint  not null default 50 check (work_reward_min between 0 and 5000),
    work_reward_max        bigint  not null default 150 check (work_reward_max between work_reward_min and 10000),
    work_cooldown_minutes  int     not null default 60 check (work_cooldown_minutes between 0 and 10080),
    max_stake              bigint  not null default 1000000 check (max_stake between 1 and 9007199254740991),
    stake_interval_seconds int     not null default 3 check (stake_interval_seconds between 0 and 3600)
);
