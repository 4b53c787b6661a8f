-- Jobs, seals over the log, and what was mailed. What people were told before counts as mailed.
CREATE TABLE "audit_seal" (
	"number" bigint PRIMARY KEY NOT NULL,
	"from_xid" bigint NOT NULL,
	"to_xid" bigint NOT NULL,
	"rows" integer NOT NULL,
	"digest" text NOT NULL,
	"previous" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "audit_seal_previous_unique" UNIQUE("previous"),
	CONSTRAINT "audit_seal_counts" CHECK ("audit_seal"."number" > 0 and "audit_seal"."rows" >= 0 and "audit_seal"."from_xid" < "audit_seal"."to_xid"),
	CONSTRAINT "audit_seal_digests" CHECK ("audit_seal"."digest" ~ '^[0-9a-f]{64}$' and "audit_seal"."previous" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"input" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"phase" text,
	"phase_done" integer,
	"phase_total" integer,
	"answer" text,
	"outcome" jsonb,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "job_status_known" CHECK ("job"."status" in ('waiting','running','done','failed')),
	CONSTRAINT "job_ended_when_over" CHECK (("job"."status" in ('done','failed')) = ("job"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "job_line" (
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"input" jsonb NOT NULL,
	"said" text DEFAULT '' NOT NULL,
	"account_id" uuid,
	"group_id" uuid,
	"answer" text,
	"done" boolean,
	"detail" jsonb,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "job_line_job_id_number_pk" PRIMARY KEY("job_id","number"),
	CONSTRAINT "job_line_answered_whole" CHECK (("job_line"."answer" is null) = ("job_line"."done" is null))
);
--> statement-breakpoint
CREATE TABLE "notice_preference" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mail" boolean NOT NULL,
	CONSTRAINT "notice_preference_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mailed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "key" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "stamp" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_line" ADD CONSTRAINT "job_line_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_open" ON "job" USING btree ("created_at","id") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "job_by_account" ON "job" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_line_open" ON "job_line" USING btree ("job_id","number") WHERE answer is null;--> statement-breakpoint
CREATE INDEX "audit_by_transaction" ON "audit" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notice" USING btree ("account_id","request_id") WHERE mailed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_waiting_once" ON "outbox" USING btree ("key") WHERE status = 'waiting' and key is not null;--> statement-breakpoint
UPDATE "notice" SET "mailed_at" = "created_at";--> statement-breakpoint
create trigger audit_seal_no_change before update or delete on audit_seal for each row execute function audit_only_grows();--> statement-breakpoint
create trigger audit_seal_no_truncate before truncate on audit_seal for each statement execute function audit_only_grows();
