-- A player's instant games that the ledger has not answered: their seed stays a secret.
create index unanswered_games on games (guild_id, player_id) where status = 'ASKING';
