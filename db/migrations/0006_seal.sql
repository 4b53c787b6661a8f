-- A seal names its lines, so that a changed one can be named; and the log is found by event, moment and cause.
ALTER TABLE "audit_seal" ADD COLUMN "row_ids" bigint[] NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "row_digests" "bytea" NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_by_event" ON "audit" USING btree ("event","id");--> statement-breakpoint
CREATE INDEX "audit_by_moment" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_by_cause" ON "audit" USING btree (split_part(cause, ' ', 1),"id") WHERE cause is not null;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_lines" CHECK (cardinality("audit_seal"."row_ids") = "audit_seal"."rows" and octet_length("audit_seal"."row_digests") = 32 * "audit_seal"."rows");