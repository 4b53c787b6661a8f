/** The corner of somebody who is signed in. */
import { Bell, LogOut } from "lucide";
import { AccountMenu } from "@/app/_ui/account-menu";
import { Icon } from "@/app/_ui/icon";
import { MenuLink, MenuRule } from "@/app/_ui/menu-item";

export function Corner() {
  return (
    <AccountMenu name="Ada Aldermann" detail="ada@example.org">
      <MenuLink href="/dev/ui">
        <Icon of={Bell} />
        Notices
      </MenuLink>
      <MenuRule />
      <MenuLink href="/dev/ui">
        <Icon of={LogOut} />
        Somewhere else
      </MenuLink>
    </AccountMenu>
  );
}
