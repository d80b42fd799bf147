-- What was handled, and what it caused. A message that comes twice is found here and gets its first answer again.
create table inbox (
    guild_id     bigint      not null,
    message_id   text        not null,
    payload_hash bigint      not null,
    caused       json        not null, -- json, not jsonb: a message published again is the same to the byte
    response     json,                 -- of a REST write
    published    boolean     not null, -- false until a message without a Kafka offset has its effects published
    handled_at   timestamptz not null default now(),
    primary key (guild_id, message_id)
);

create index inbox_unpublished on inbox (handled_at) where not published;
create index inbox_handled_at on inbox using brin (handled_at);
