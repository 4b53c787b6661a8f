-- The portal's one clock. A session may fix or shift it; only tests and scenarios do.
create extension if not exists pg_trgm;
--> statement-breakpoint
create function portal_now() returns timestamptz
language sql stable
as $$
  select coalesce(nullif(current_setting('guildhall.clock', true), '')::timestamptz, now())
    + coalesce(nullif(current_setting('guildhall.clock_shift', true), '')::interval, interval '0')
$$;
