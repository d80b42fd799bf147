-- What is seldom and looked for. An index of all lines by reason would make writing one cost nearly twice as much.
create index entries_of_rare_reasons on entries (guild_id, reason, entry_number)
    where reason in ('ADMIN_ADD', 'ADMIN_REMOVE', 'ADMIN_SET', 'STAKE_RELEASED', 'STAKE_EXPIRED');

-- The number of the first entry from that moment on, found by halving: numbers have no gap and rise with time. Right to a
-- minute, not to the second: an entry has the time at which its transaction began, and its number from when that got the books.
create function first_entry_since(guild bigint, moment timestamptz) returns bigint language plpgsql stable as
$$
declare
    before bigint := 0;
    since  bigint := (select last_entry + 1 from books where guild_id = guild);
    middle bigint;
begin
    while before + 1 < since loop
        middle := (before + since) / 2;
        if (select at < moment from entries where guild_id = guild and entry_number = middle) then
            before := middle;
        else
            since := middle;
        end if;
    end loop;
    return since;
end
$$;
