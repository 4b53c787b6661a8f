ALTER TABLE "session" ADD COLUMN "viewing_as" jsonb;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "viewing_ends_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "session_viewing" ON "session" USING btree ("viewing_ends_at") WHERE viewing_ends_at is not null;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_viewing_ends" CHECK (("session"."viewing_as" is null) = ("session"."viewing_ends_at" is null));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_viewing_shape" CHECK ("session"."viewing_as" is null or ("session"."viewing_as"->>'as' in ('visitor', 'account')
        and jsonb_typeof("session"."viewing_as"->'roles') = 'array' and jsonb_typeof("session"."viewing_as"->'seat') in ('null', 'object')) is true);