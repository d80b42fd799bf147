-- Guilds whose members have opened their wallets and then given a coin around the circle four times: ten entries for
-- each wallet, all of them as the ledger's audit wants them.
set maintenance_work_mem = '512MB';
alter table entries drop constraint entries_pkey;
drop index entries_of_account;
alter table accounts drop constraint accounts_pkey;
drop index accounts_standings;

create temporary table guilds as select {guild} + (g - 1) * {apart} as guild_id from generate_series(1::bigint, {guilds}) g;

create temporary table members as
select m, {member} + m - 1 as id, {member} + m % {members} as next, 1000 + m * 7919 % 9000 as opening,
       1000 + (m % {members} + 1) * 7919 % 9000 as next_opening, sum(1000 + m * 7919 % 9000) over (order by m) as minted
from generate_series(1::bigint, {members}) m;

insert into books (guild_id, last_entry) select guild_id, 10 * {members} from guilds;

insert into accounts (guild_id, account_id, balance, version)
select guild_id, id, opening, 1 from members, guilds
union all
select guild_id, 1, -(select max(minted) from members), 1 from guilds;

insert into entries (guild_id, entry_number, transaction_number, account_id, amount, balance_after, message_id, reason,
                     counterparty)
select guild_id, 2 * m - 1 + side, 2 * m - 1, case side when 0 then 1 else id end,
       case side when 0 then -opening else opening end, case side when 0 then -minted else opening end,
       1500000000000000000 + m, 'OPENING', case side when 0 then id else 1 end
from members, guilds, generate_series(0, 1) side;

insert into entries (guild_id, entry_number, transaction_number, account_id, amount, balance_after, message_id, reason,
                     counterparty)
select guild_id, 2 * ({members} * (1 + round) + m) - 1 + side, 2 * ({members} * (1 + round) + m) - 1,
       case side when 0 then id else next end, case side when 0 then -1 else 1 end,
       case when side = 0 and m = 1 then opening - 1
            when side = 0 then opening
            when m = {members} then next_opening
            else next_opening + 1 end,
       1500000000000000000 + {members} * (1 + round) + m, 'GIFT', case side when 0 then next else id end
from generate_series(0, 3) round, members, guilds, generate_series(0, 1) side;

alter table accounts add primary key (guild_id, account_id);
create index accounts_standings on accounts (guild_id, balance desc, account_id desc) where account_id > 4 and balance > 0;
alter table entries add primary key (guild_id, entry_number);
create index entries_of_account on entries (guild_id, account_id, entry_number);
