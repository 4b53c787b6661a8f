import { Ellipsis, Pause, Trash2 } from "lucide";
import { buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Kbd } from "@/app/_ui/kbd";
import { Menu } from "@/app/_ui/menu";
import { MenuButton } from "@/app/_ui/menu-button";
import { MenuLink, MenuRule } from "@/app/_ui/menu-item";
import { Sheet } from "./sheet";
import { Specimen } from "./specimen";

export function Menus() {
  return (
    <>
      <Specimen title="A sheet, and the keys of a keyboard" look="row">
        <Sheet />
        <span className="flex gap-1">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Specimen>
      <Specimen title="A few more things to do" look="row">
        <div className="ml-auto">
          <Menu name="More" label={<Icon of={Ellipsis} />} className={buttonClass("quiet")}>
            <MenuLink href="/dev/ui">
              <Icon of={Pause} />
              Pause
            </MenuLink>
            <MenuRule />
            <form action="/dev/ui">
              <MenuButton>
                <Icon of={Trash2} />
                Revoke
              </MenuButton>
            </form>
          </Menu>
        </div>
      </Specimen>
    </>
  );
}
