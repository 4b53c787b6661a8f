-- A seal names its lines, so that a changed one can be named; and the log is read by time, within one thing or another.
DROP INDEX "audit_by_group";--> statement-breakpoint
DROP INDEX "audit_by_account";--> statement-breakpoint
DROP INDEX "audit_by_actor";--> statement-breakpoint
DROP INDEX "audit_by_request";--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "row_ids" bigint[] NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "row_digests" "bytea" NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_by_moment" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_by_event" ON "audit" USING btree ("event","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_cause" ON "audit" USING btree (split_part(cause, ' ', 1),"at","id") WHERE cause is not null;--> statement-breakpoint
CREATE INDEX "audit_by_group" ON "audit" USING btree ("group_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_account" ON "audit" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_request" ON "audit" USING btree ("request_id","at","id");--> statement-breakpoint
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_lines" CHECK (cardinality("audit_seal"."row_ids") = "audit_seal"."rows" and octet_length("audit_seal"."row_digests") = 32 * "audit_seal"."rows");