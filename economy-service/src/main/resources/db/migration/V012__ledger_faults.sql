-- Empty as long as the books are right. Reads all of them: for tests and for the nightly look, not for every minute.
create view ledger_faults (guild_id, fault) as
select guild_id, 'balances sum to ' || sum(balance)
from accounts group by guild_id having sum(balance) <> 0
union all
select coalesce(a.guild_id, e.guild_id),
       format('account %s holds %s, its entries say %s', coalesce(a.account_id, e.account_id),
              coalesce(a.balance, 0), coalesce(e.total, 0))
from accounts a full join
     (select guild_id, account_id, sum(amount) total from entries group by guild_id, account_id) e
     on e.guild_id = a.guild_id and e.account_id = a.account_id
where coalesce(a.balance, 0) <> coalesce(e.total, 0)
union all
select guild_id, format('entry %s leaves %s, not %s', entry_number, balance_after, running)
from (select guild_id, entry_number, balance_after,
             sum(amount) over (partition by guild_id, account_id order by entry_number) running from entries) e
where balance_after <> running
union all
select guild_id, format('movement %s sums to %s', transaction_number, sum(amount))
from entries group by guild_id, transaction_number having sum(amount) <> 0
union all
select e.guild_id, format('%s entries of %s', e.written, coalesce(b.last_entry, 0))
from (select guild_id, count(*) written, max(entry_number) last from entries group by guild_id) e
         left join books b on b.guild_id = e.guild_id
where e.written <> coalesce(b.last_entry, 0) or e.last <> coalesce(b.last_entry, 0)
union all
select coalesce(a.guild_id, h.guild_id), format('escrow has %s, %s are held', coalesce(a.balance, 0), coalesce(h.held, 0))
from (select guild_id, balance from accounts where account_id = 3) a
         full join (select guild_id, sum(amount) held from holds group by guild_id) h on h.guild_id = a.guild_id
where coalesce(a.balance, 0) <> coalesce(h.held, 0);
