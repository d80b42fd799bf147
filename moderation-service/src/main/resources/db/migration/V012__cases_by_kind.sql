-- A guild's cases of one kind and state, as people in charge ask for them.
create index cases_of_kind on cases (guild_id, kind, state, case_number);
