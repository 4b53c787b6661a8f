/** Who one is here and what is new for one; for visitors the two ways in. */
import { Bell, Inbox, LogOut, Settings, Users } from "lucide";
import type { Route } from "next";
import { AccountMenu } from "@/app/_ui/account-menu";
import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { MenuButton } from "@/app/_ui/menu-button";
import { MenuLink, MenuRule } from "@/app/_ui/menu-item";
import { Count } from "@/app/_ui/tabs";
import { TextLink } from "@/app/_ui/text-link";
import { signOutAction } from "@/lib/people/actions";
import type { Viewer } from "@/lib/session/viewer";

type Known = Pick<Viewer, "account" | "name" | "email" | "unread" | "settings">;

export function AccountCorner({ viewer }: { viewer: Known }) {
  if (!viewer.account?.active) return <WaysIn signUp={viewer.settings.signUp !== "closed"} />;
  return (
    <>
      <News unread={viewer.unread} />
      <AccountMenu name={viewer.name ?? ""} detail={viewer.email ?? undefined}>
        <MenuLink href="/my-groups">
          <Icon of={Users} />
          My groups
        </MenuLink>
        <MenuLink href="/my-requests">
          <Icon of={Inbox} />
          My requests
        </MenuLink>
        <MenuRule />
        <MenuLink href={"/notices" as Route}>
          <Icon of={Bell} />
          Notices
        </MenuLink>
        <MenuLink href={"/account" as Route}>
          <Icon of={Settings} />
          Your account
        </MenuLink>
        <MenuRule />
        <form action={signOutAction}>
          <MenuButton>
            <Icon of={LogOut} />
            Sign out
          </MenuButton>
        </form>
      </AccountMenu>
    </>
  );
}

/** Counted to a hundred and no further. */
function News({ unread }: { unread: number }) {
  return (
    <TextLink
      href={"/notices" as Route}
      bare
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md px-2 hover:bg-well"
    >
      <Icon of={Bell} label={unread > 0 ? "New for you:" : "Notices, none unread"} />
      {unread > 0 ? <Count value={unread >= 100 ? "100+" : unread} /> : null}
    </TextLink>
  );
}

function WaysIn({ signUp }: { signUp: boolean }) {
  return (
    <>
      {signUp ? (
        <ButtonLink href={"/sign-up" as Route} variant="plain" size="sm" className="max-sm:hidden">
          Create account
        </ButtonLink>
      ) : null}
      <ButtonLink href={"/sign-in" as Route} size="sm">
        Sign in
      </ButtonLink>
    </>
  );
}
