ALTER TABLE "sent_mail" ADD COLUMN "html" text;--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" USING btree ("created_at","id") WHERE status = 'failed';