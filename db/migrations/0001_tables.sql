CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"xid" bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL,
	"event" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"account_id" uuid,
	"account_name" text,
	"group_id" uuid,
	"group_name" text,
	"type" text,
	"role" text,
	"permission" text,
	"subject_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"cause" text,
	"reason" text,
	"request_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_grant" (
	"type" text NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"permission" text NOT NULL,
	CONSTRAINT "group_grant_type_role_permission_pk" PRIMARY KEY("type","role","permission"),
	CONSTRAINT "group_grant_possible" CHECK (("group_grant"."kind" <> 'anonymous' or "group_grant"."permission" in ('group.view','member.list','post.view'))
        and ("group_grant"."permission" not in ('member.join','member.request') or "group_grant"."kind" in ('outsider','advanced-outsider'))
        and ("group_grant"."permission" not in ('member.leave','member.edit-own') or "group_grant"."kind" in ('member','insider','custom')))
);
--> statement-breakpoint
CREATE TABLE "group_role" (
	"type" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"global_role" text,
	"label" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "group_role_type_name_pk" PRIMARY KEY("type","name"),
	CONSTRAINT "group_role_kind" UNIQUE("type","name","kind"),
	CONSTRAINT "group_role_kind_fits_name" CHECK (case "group_role"."kind"
        when 'advanced-outsider' then "group_role"."global_role" is not null and "group_role"."name" = 'outsider:' || "group_role"."global_role"
        when 'insider' then "group_role"."global_role" is not null and "group_role"."name" = 'insider:' || "group_role"."global_role"
        when 'custom' then "group_role"."global_role" is null and "group_role"."name" ~ '^[a-z][a-z0-9-]{0,47}$' and "group_role"."name" not in ('anonymous','outsider','member','leader')
        else "group_role"."kind" in ('anonymous','outsider','member','leader') and "group_role"."global_role" is null and "group_role"."name" = "group_role"."kind" end),
	CONSTRAINT "group_role_not_tied_to_built_in" CHECK ("group_role"."global_role" is null or "group_role"."global_role" not in ('anonymous','authenticated')),
	CONSTRAINT "group_role_label_length" CHECK (char_length("group_role"."label") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "group_type" (
	"name" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"preset" text,
	"position" integer DEFAULT 0 NOT NULL,
	"creator_is_member" boolean DEFAULT false NOT NULL,
	"internal" boolean DEFAULT true NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "group_type_name_shape" CHECK ("group_type"."name" ~ '^[a-z][a-z0-9-]{0,47}$'),
	CONSTRAINT "group_type_label_length" CHECK (char_length("group_type"."label") between 1 and 80),
	CONSTRAINT "group_type_description_length" CHECK (char_length("group_type"."description") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "group_type_content" (
	"type" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "group_type_content_type_content_pk" PRIMARY KEY("type","content")
);
--> statement-breakpoint
CREATE TABLE "group_type_creator_role" (
	"type" text NOT NULL,
	"role" text NOT NULL,
	"kind" text DEFAULT 'custom' NOT NULL,
	CONSTRAINT "group_type_creator_role_type_role_pk" PRIMARY KEY("type","role"),
	CONSTRAINT "group_type_creator_role_is_custom" CHECK ("group_type_creator_role"."kind" = 'custom')
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"search_key" text collate "C" NOT NULL,
	"picture" text DEFAULT 'hall' NOT NULL,
	"colour" text DEFAULT 'moss' NOT NULL,
	"internal" boolean DEFAULT true NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	"internal_forced" boolean DEFAULT false NOT NULL,
	"quiet_join_page" boolean DEFAULT false NOT NULL,
	"creator_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug"),
	CONSTRAINT "groups_id_type" UNIQUE("id","type"),
	CONSTRAINT "groups_slug_shape" CHECK ("groups"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{6}$' and char_length("groups"."slug") <= 80),
	CONSTRAINT "groups_forced_is_internal" CHECK (not "groups"."internal_forced" or "groups"."internal"),
	CONSTRAINT "groups_name_length" CHECK (char_length("groups"."name") between 1 and 80),
	CONSTRAINT "groups_description_length" CHECK (char_length("groups"."description") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "group_conferred_role" (
	"group_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "group_conferred_role_group_id_role_pk" PRIMARY KEY("group_id","role"),
	CONSTRAINT "group_conferred_role_not_built_in" CHECK ("group_conferred_role"."role" not in ('anonymous','authenticated'))
);
--> statement-breakpoint
CREATE TABLE "group_eligible_role" (
	"group_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "group_eligible_role_group_id_role_pk" PRIMARY KEY("group_id","role"),
	CONSTRAINT "group_eligible_role_not_anonymous" CHECK ("group_eligible_role"."role" <> 'anonymous')
);
--> statement-breakpoint
CREATE TABLE "group_listing" (
	"type" text NOT NULL,
	"published" boolean NOT NULL,
	"role" text NOT NULL,
	"way" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "group_listing_type_published_role_name_key_group_id_pk" PRIMARY KEY("type","published","role","name_key","group_id")
);
--> statement-breakpoint
CREATE TABLE "join_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"prefix" text NOT NULL,
	"maker_id" uuid,
	"label" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"max_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"asks_approval" boolean DEFAULT false NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "join_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "join_link_token_is_digest" CHECK ("join_link"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "join_link_uses_in_limit" CHECK ("join_link"."uses" >= 0 and ("join_link"."max_uses" is null or "join_link"."uses" <= "join_link"."max_uses")),
	CONSTRAINT "join_link_limit_in_range" CHECK ("join_link"."max_uses" is null or "join_link"."max_uses" between 1 and 100000),
	CONSTRAINT "join_link_label_length" CHECK (char_length("join_link"."label") <= 80),
	CONSTRAINT "join_link_note_length" CHECK (char_length("join_link"."note") <= 500),
	CONSTRAINT "join_link_without_maker_revoked" CHECK ("join_link"."maker_id" is not null or "join_link"."revoked_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "join_link_opening" (
	"link_id" uuid NOT NULL,
	"day" date NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"signed_in" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "join_link_opening_link_id_day_pk" PRIMARY KEY("link_id","day")
);
--> statement-breakpoint
CREATE TABLE "leader" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid,
	"leader_group_id" uuid,
	"by_id" uuid,
	"flagged_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "leader_is_account_or_group" CHECK (("leader"."account_id" is null) <> ("leader"."leader_group_id" is null)),
	CONSTRAINT "leader_group_not_itself" CHECK ("leader"."leader_group_id" is null or "leader"."leader_group_id" <> "leader"."group_id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"until" timestamp (3) with time zone,
	"how" text NOT NULL,
	"by_id" uuid,
	"link_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "membership_group_id_account_id_pk" PRIMARY KEY("group_id","account_id"),
	CONSTRAINT "membership_title_length" CHECK (char_length("membership"."title") <= 80),
	CONSTRAINT "membership_note_length" CHECK (char_length("membership"."note") <= 500)
);
--> statement-breakpoint
CREATE TABLE "membership_role" (
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"type" text NOT NULL,
	"role" text NOT NULL,
	"kind" text DEFAULT 'custom' NOT NULL,
	CONSTRAINT "membership_role_group_id_account_id_role_pk" PRIMARY KEY("group_id","account_id","role"),
	CONSTRAINT "membership_role_is_custom" CHECK ("membership_role"."kind" = 'custom')
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"link_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" uuid,
	CONSTRAINT "request_id_group" UNIQUE("id","group_id"),
	CONSTRAINT "request_decided_when_not_pending" CHECK (("request"."status" = 'pending') = ("request"."decided_at" is null)),
	CONSTRAINT "request_note_length" CHECK (char_length("request"."note") <= 500),
	CONSTRAINT "request_reason_length" CHECK (char_length("request"."reason") <= 500),
	CONSTRAINT "request_kind_known" CHECK ("request"."kind" in ('join','leave')),
	CONSTRAINT "request_status_known" CHECK ("request"."status" in ('pending','approved','rejected','withdrawn','closed'))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"event" text NOT NULL,
	"group_id" uuid,
	"actor_id" uuid,
	"role" text,
	"cause" text,
	"reason" text,
	"request_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_done_has_time" CHECK (("outbox"."status" = 'done') = ("outbox"."done_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "sent_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"owner" boolean DEFAULT false NOT NULL,
	"awaits_proof" boolean DEFAULT false NOT NULL,
	"email" text,
	"email_key" text collate "C",
	"email_proven_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "account_name_length" CHECK (char_length("account"."name") between 1 and 80),
	CONSTRAINT "account_email_with_key" CHECK (("account"."email" is null) = ("account"."email_key" is null)),
	CONSTRAINT "account_email_length" CHECK ("account"."email" is null or char_length("account"."email") <= 254),
	CONSTRAINT "account_proof_needs_email" CHECK ("account"."email_proven_at" is null or "account"."email" is not null),
	CONSTRAINT "account_awaits_proof_inactive" CHECK (not ("account"."awaits_proof" and "account"."active")),
	CONSTRAINT "account_owner_awaits_nothing" CHECK (not ("account"."owner" and "account"."awaits_proof"))
);
--> statement-breakpoint
CREATE TABLE "account_role" (
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"given_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "account_role_account_id_role_pk" PRIMARY KEY("account_id","role"),
	CONSTRAINT "account_role_not_built_in" CHECK ("account_role"."role" not in ('anonymous','authenticated'))
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_proof" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "identity_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"how" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "global_grant" (
	"role" text NOT NULL,
	"permission" text NOT NULL,
	CONSTRAINT "global_grant_role_permission_pk" PRIMARY KEY("role","permission"),
	CONSTRAINT "global_grant_possible_for_anonymous" CHECK ("global_grant"."role" <> 'anonymous' or "global_grant"."permission" in ('directory.view','profile.view'))
);
--> statement-breakpoint
CREATE TABLE "global_role" (
	"name" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"built_in" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "global_role_name_shape" CHECK ("global_role"."name" ~ '^[a-z][a-z0-9-]{0,47}$'),
	CONSTRAINT "global_role_built_in_are_two" CHECK ("global_role"."built_in" = ("global_role"."name" in ('anonymous','authenticated'))),
	CONSTRAINT "global_role_label_length" CHECK (char_length("global_role"."label") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "policy_is_one_row" CHECK ("policy"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "portal_mark" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"demo" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "portal_mark_is_one_row" CHECK ("portal_mark"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "rate_count" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rate_count_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "reserved_name" (
	"name_key" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"auto_leave" boolean DEFAULT false NOT NULL,
	"notify_leaders" boolean DEFAULT true NOT NULL,
	"sign_up" text DEFAULT 'open' NOT NULL,
	"sign_up_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"new_account_role" text,
	"default_group_type" text,
	CONSTRAINT "setting_is_one_row" CHECK ("setting"."id" = 1),
	CONSTRAINT "setting_sign_up_known" CHECK ("setting"."sign_up" in ('open','invited','domains','closed'))
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "setup_link_is_one_row" CHECK ("setup_link"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"author_id" uuid,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"search_key" text collate "C" DEFAULT '' NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	CONSTRAINT "post_title_length" CHECK (char_length("post"."title") between 1 and 200),
	CONSTRAINT "post_body_length" CHECK (char_length("post"."body") <= 50000)
);
--> statement-breakpoint
CREATE TABLE "reply" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT portal_now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	CONSTRAINT "reply_body_length" CHECK (char_length("reply"."body") between 1 and 20000)
);
--> statement-breakpoint
ALTER TABLE "group_grant" ADD CONSTRAINT "group_grant_type_role_kind_group_role_type_name_kind_fk" FOREIGN KEY ("type","role","kind") REFERENCES "public"."group_role"("type","name","kind") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "group_role" ADD CONSTRAINT "group_role_type_group_type_name_fk" FOREIGN KEY ("type") REFERENCES "public"."group_type"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_role" ADD CONSTRAINT "group_role_global_role_global_role_name_fk" FOREIGN KEY ("global_role") REFERENCES "public"."global_role"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_type_content" ADD CONSTRAINT "group_type_content_type_group_type_name_fk" FOREIGN KEY ("type") REFERENCES "public"."group_type"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_type_creator_role" ADD CONSTRAINT "group_type_creator_role_type_role_kind_group_role_type_name_kind_fk" FOREIGN KEY ("type","role","kind") REFERENCES "public"."group_role"("type","name","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_type_group_type_name_fk" FOREIGN KEY ("type") REFERENCES "public"."group_type"("name") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_creator_id_account_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_conferred_role" ADD CONSTRAINT "group_conferred_role_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_conferred_role" ADD CONSTRAINT "group_conferred_role_role_global_role_name_fk" FOREIGN KEY ("role") REFERENCES "public"."global_role"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_eligible_role" ADD CONSTRAINT "group_eligible_role_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_eligible_role" ADD CONSTRAINT "group_eligible_role_role_global_role_name_fk" FOREIGN KEY ("role") REFERENCES "public"."global_role"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_listing" ADD CONSTRAINT "group_listing_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_link" ADD CONSTRAINT "join_link_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_link" ADD CONSTRAINT "join_link_maker_id_account_id_fk" FOREIGN KEY ("maker_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_link_opening" ADD CONSTRAINT "join_link_opening_link_id_join_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."join_link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_leader_group_id_groups_id_fk" FOREIGN KEY ("leader_group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_role" ADD CONSTRAINT "membership_role_group_id_account_id_membership_group_id_account_id_fk" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."membership"("group_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_role" ADD CONSTRAINT "membership_role_group_id_type_groups_id_type_fk" FOREIGN KEY ("group_id","type") REFERENCES "public"."groups"("id","type") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_role" ADD CONSTRAINT "membership_role_type_role_kind_group_role_type_name_kind_fk" FOREIGN KEY ("type","role","kind") REFERENCES "public"."group_role"("type","name","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_decided_by_id_account_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_role" ADD CONSTRAINT "account_role_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_role" ADD CONSTRAINT "account_role_role_global_role_name_fk" FOREIGN KEY ("role") REFERENCES "public"."global_role"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_role" ADD CONSTRAINT "account_role_given_by_account_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_proof" ADD CONSTRAINT "email_proof_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "global_grant" ADD CONSTRAINT "global_grant_role_global_role_name_fk" FOREIGN KEY ("role") REFERENCES "public"."global_role"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting" ADD CONSTRAINT "setting_new_account_role_global_role_name_fk" FOREIGN KEY ("new_account_role") REFERENCES "public"."global_role"("name") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_group" ON "audit" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_account" ON "audit" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_request" ON "audit" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "audit_by_type" ON "audit" USING btree ("type","id") WHERE type is not null;--> statement-breakpoint
CREATE INDEX "group_grant_permission" ON "group_grant" USING btree ("permission","type");--> statement-breakpoint
CREATE INDEX "group_role_global_role" ON "group_role" USING btree ("global_role");--> statement-breakpoint
CREATE INDEX "groups_by_name" ON "groups" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "groups_by_type" ON "groups" USING btree ("type","name_key","id");--> statement-breakpoint
CREATE INDEX "groups_open_by_name" ON "groups" USING btree ("name_key","id") WHERE not internal;--> statement-breakpoint
CREATE INDEX "groups_creator" ON "groups" USING btree ("creator_id");--> statement-breakpoint
CREATE INDEX "groups_search" ON "groups" USING gin (search_key gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "groups_resembling" ON "groups" USING gin (name_key gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "group_conferred_role_role" ON "group_conferred_role" USING btree ("role");--> statement-breakpoint
CREATE INDEX "group_eligible_role_role" ON "group_eligible_role" USING btree ("role");--> statement-breakpoint
CREATE INDEX "group_listing_way" ON "group_listing" USING btree ("type","published","role","way","name_key","group_id");--> statement-breakpoint
CREATE INDEX "group_listing_group" ON "group_listing" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "join_link_group" ON "join_link" USING btree ("group_id","created_at","id");--> statement-breakpoint
CREATE INDEX "join_link_maker" ON "join_link" USING btree ("maker_id");--> statement-breakpoint
CREATE UNIQUE INDEX "leader_account_once" ON "leader" USING btree ("group_id","account_id") WHERE account_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "leader_group_once" ON "leader" USING btree ("group_id","leader_group_id") WHERE leader_group_id is not null;--> statement-breakpoint
CREATE INDEX "leader_group" ON "leader" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "leader_account" ON "leader" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "leader_leader_group" ON "leader" USING btree ("leader_group_id");--> statement-breakpoint
CREATE INDEX "membership_account" ON "membership" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "membership_since" ON "membership" USING btree ("group_id","since","account_id");--> statement-breakpoint
CREATE INDEX "membership_until" ON "membership" USING btree ("until") WHERE until is not null;--> statement-breakpoint
CREATE INDEX "membership_role_role" ON "membership_role" USING btree ("type","role");--> statement-breakpoint
CREATE UNIQUE INDEX "request_pending_once" ON "request" USING btree ("account_id","group_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "request_pending_by_group" ON "request" USING btree ("group_id","created_at","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "request_by_account" ON "request" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notice_by_account" ON "notice" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("account_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("due_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "sent_mail_by_time" ON "sent_mail" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_proven_once" ON "account" USING btree ("email_key") WHERE email_proven_at is not null;--> statement-breakpoint
CREATE INDEX "account_email" ON "account" USING btree ("email_key","created_at");--> statement-breakpoint
CREATE INDEX "account_by_name" ON "account" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "account_owner" ON "account" USING btree ("id") WHERE owner;--> statement-breakpoint
CREATE INDEX "account_role_role" ON "account_role" USING btree ("role","account_id");--> statement-breakpoint
CREATE INDEX "email_proof_account" ON "email_proof" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "identity_account" ON "identity" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "post_by_group" ON "post" USING btree ("group_id","created_at","id");--> statement-breakpoint
CREATE INDEX "post_by_author" ON "post" USING btree ("author_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reply_by_post" ON "reply" USING btree ("post_id","created_at","id");