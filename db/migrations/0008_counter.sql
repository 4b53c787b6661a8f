-- A server that a dump was loaded into may count its transactions from lower on. The log then counts on from where it was:
-- its numbers are the server's and this base, which is a constant so that no line pays for it. `audit_count_on` alone moves it.
create function audit_base() returns bigint language sql stable parallel safe as 'select 0::bigint';
--> statement-breakpoint
ALTER TABLE "audit" ALTER COLUMN "xid" SET DEFAULT (pg_current_xact_id()::text)::bigint + audit_base();
--> statement-breakpoint
-- The highest number known. Beyond 2^62 none was ever counted: whoever put one there shall not bring the base to its end.
create function audit_highest() returns bigint language sql stable as $$
  select greatest(0, (select max(a.xid) from public.audit a where a.xid < 4611686018427387904),
    (select s.to_xid - 1 from public.audit_seal s where s.to_xid < 4611686018427387904 order by s.number desc limit 1));
$$;
--> statement-breakpoint
-- Whether a number is known that this server has yet to come to: never, unless lines came from another.
create function audit_is_behind() returns boolean language sql stable as $$
  select public.audit_highest() >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + public.audit_base();
$$;
--> statement-breakpoint
-- Raises the base above every known number, once; null where there is nothing to do, else the number that it goes on from.
-- As the owner, so that the worker may ask for it too, who can ask for nothing else by it. The lock waits for everybody who
-- has written a line and not ended: from here on nobody writes by the old base, and every line written by it can be seen.
create function audit_count_on() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was bigint;
  base bigint;
  oldest bigint;
begin
  if not public.audit_is_behind() then return null; end if;
  lock table public.audit in share row exclusive mode;
  if not public.audit_is_behind() then return null; end if;
  -- Whoever is open already may still write, by the number that they have.
  oldest := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  was := oldest + public.audit_base();
  base := public.audit_highest() + 1 - oldest;
  execute format('create or replace function public.audit_base() returns bigint language sql stable parallel safe as %L',
    'select ' || base || '::bigint');
  insert into public.audit (event, request_id, before, after) values ('portal.restored', gen_random_uuid(),
    jsonb_build_object('transaction', was), jsonb_build_object('transaction', base + oldest));
  return base + oldest;
end $$;
--> statement-breakpoint
-- A line by a number that is sealed already would lie among sealed lines for good, as if somebody had put it there.
create function audit_not_behind() returns trigger language plpgsql as $$
begin
  if pg_current_xact_id()::text::bigint + public.audit_base()
      < (select s.to_xid from public.audit_seal s order by s.number desc limit 1) then
    raise exception 'the log is sealed beyond this server''s counter of transactions' using errcode = 'GH004',
      hint = 'It was loaded from a backup. The portal''s next start lets it count on, and so does its worker within seconds.';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger audit_not_behind before insert on audit for each statement execute function audit_not_behind();
