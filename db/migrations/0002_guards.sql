-- What tables alone cannot say: the log only grows, an owner always remains, the listing follows its groups.
insert into policy default values;
--> statement-breakpoint
insert into setting default values;
--> statement-breakpoint
insert into global_role (name, label, built_in, position) values
  ('anonymous', 'Anonymous', true, 0), ('authenticated', 'Authenticated', true, 1);
--> statement-breakpoint
create index groups_full_text on groups using gin (to_tsvector('simple', search_key));
--> statement-breakpoint
create function audit_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the log is never changed' using errcode = 'GH001';
end $$;
--> statement-breakpoint
create trigger audit_no_change before update or delete on audit for each row execute function audit_only_grows();
--> statement-breakpoint
create trigger audit_no_truncate before truncate on audit for each statement execute function audit_only_grows();
--> statement-breakpoint
-- One at a time: of two who are demoted at once the second looks only after the first has committed.
create function account_owner_remains() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('account_owner_remains', 0));
  if not exists (select 1 from account where owner and active) then
    raise exception 'an active site owner must remain' using errcode = 'GH002', constraint = 'account_owner_remains';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger account_owner_remains after update of owner, active on account
  deferrable initially deferred for each row when (old.owner and old.active and not (new.owner and new.active))
  execute function account_owner_remains();
--> statement-breakpoint
create constraint trigger account_owner_remains_on_delete after delete on account
  deferrable initially deferred for each row when (old.owner and old.active)
  execute function account_owner_remains();
--> statement-breakpoint
create function group_list(one uuid) returns void language sql as $$
  delete from group_listing where group_id = one;
  insert into group_listing (type, published, role, way, name_key, group_id)
    select g.type, g.published, coalesce(e.role, '*'),
      case when g.open and not g.restricted then 'open' else 'ask' end || case when g.public then '-public' else '' end,
      g.name_key, g.id
      from groups g left join group_eligible_role e on e.group_id = g.id
     where g.id = one and not g.internal and not g.hidden;
$$;
--> statement-breakpoint
create function group_listing_follows_group() returns trigger language plpgsql as $$
begin
  perform group_list(new.id);
  return null;
end $$;
--> statement-breakpoint
create trigger group_listing_on_group after insert or update of type, published, name_key, internal, hidden, open, public, restricted on groups
  for each row execute function group_listing_follows_group();
--> statement-breakpoint
create function group_listing_follows_eligible() returns trigger language plpgsql as $$
begin
  perform group_list(case when tg_op = 'DELETE' then old.group_id else new.group_id end);
  return null;
end $$;
--> statement-breakpoint
create trigger group_listing_on_eligible after insert or delete on group_eligible_role
  for each row execute function group_listing_follows_eligible();
--> statement-breakpoint
create function refuse_unless(held boolean) returns boolean language plpgsql as $$
begin
  if held is not true then
    raise exception 'facts moved while writing' using errcode = 'GH003';
  end if;
  return true;
end $$;
--> statement-breakpoint
create function rate_hit(what text, allowed integer, every interval) returns boolean language sql as $$
  insert into rate_count as c (key, window_start, count)
    values (what, date_bin(every, portal_now(), timestamptz '2000-01-01'), 1)
    on conflict (key, window_start) do update set count = c.count + 1
    returning count <= allowed;
$$;
--> statement-breakpoint
create function texts(list jsonb) returns text[] language sql immutable parallel safe as $$
  select case when list is null then null else array(select jsonb_array_elements_text(list)) end;
$$;
