-- What somebody has done, and what was done to them.
create index audit_entries_by_actor on audit_entries (guild_id, actor_id, entry_number desc);
create index audit_entries_by_subject on audit_entries (guild_id, subject_id, entry_number desc) where subject_id is not null;
