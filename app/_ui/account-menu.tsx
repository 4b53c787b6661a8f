/** Who one is here, and what goes with it. */
import { ChevronDown } from "lucide";
import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { Icon } from "./icon";
import { Menu } from "./menu";

type Props = {
  name: string;
  /** below the name: the address one signed in with */
  detail?: string;
  /** `MenuLink`s, `MenuRule`s, and the form that signs out */
  children: ReactNode;
};

export function AccountMenu({ name, detail, children }: Props) {
  return (
    <Menu
      className="flex min-h-11 items-center gap-2 rounded-md px-1 hover:bg-well"
      label={
        <>
          <Avatar name={name} size="sm" />
          <span className="max-w-40 truncate text-sm font-medium max-sm:sr-only md:max-lg:sr-only">{name}</span>
          <Icon of={ChevronDown} size={16} className="text-muted" />
        </>
      }
    >
      <div className="mb-1 border-b border-line px-3 pt-1 pb-2">
        <p className="truncate text-sm font-semibold">{name}</p>
        {detail ? <p className="truncate text-xs text-muted">{detail}</p> : null}
      </div>
      {children}
    </Menu>
  );
}
