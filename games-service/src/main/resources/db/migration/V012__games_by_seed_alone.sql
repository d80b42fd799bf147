-- A player's games are read in the order of their seeds and nonces, along the constraint that makes these unique.
drop index games_of_player;
