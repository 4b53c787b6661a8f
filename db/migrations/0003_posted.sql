-- Posts are listed by when they came to be read, and found by what they say: an index that knows the group and the words.
create extension if not exists btree_gin;
--> statement-breakpoint
DROP INDEX "post_by_group";--> statement-breakpoint
DROP INDEX "post_by_author";--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "posted_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL;--> statement-breakpoint
UPDATE "post" SET "posted_at" = "created_at";--> statement-breakpoint
CREATE INDEX "post_search" ON "post" USING gin ("group_id",search_key gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "post_by_group" ON "post" USING btree ("group_id","posted_at","id");--> statement-breakpoint
CREATE INDEX "post_by_author" ON "post" USING btree ("author_id","posted_at","id");
