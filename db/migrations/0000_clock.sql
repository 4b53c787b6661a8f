-- The portal's one clock. A session may fix or shift it; only tests and scenarios do.
-- Whole milliseconds, as every column keeps them: a finer one would be rounded up on its way into a row, and the row would
-- lie in the future.
create extension if not exists pg_trgm;
--> statement-breakpoint
create function portal_now() returns timestamptz
language sql stable
as $$
  select date_trunc('milliseconds', coalesce(nullif(current_setting('guildhall.clock', true), '')::timestamptz, now())
    + coalesce(nullif(current_setting('guildhall.clock_shift', true), '')::interval, interval '0'))
$$;
