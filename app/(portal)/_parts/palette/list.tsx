"use client";
import { Command } from "cmdk";
import { ArrowRight, CornerDownLeft, type IconNode, Keyboard, LogOut, Monitor, Moon, Plus, Search, Sun } from "lucide";
import { Avatar } from "@/app/_ui/avatar";
import { GroupPicture } from "@/app/_ui/group-picture";
import { Icon } from "@/app/_ui/icon";
import type { Doing, Item, Section, Sign } from "./sections";

type Props = { sections: readonly Section[]; onChoose: (does: Doing) => void };

export function PaletteList({ sections, onChoose }: Props) {
  return (
    <Command.List
      label="What you can go to or do"
      className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain px-3 py-2 empty:hidden sm:px-4"
    >
      {sections.map(({ name, items }) => (
        <Command.Group
          key={name}
          heading={name}
          className="pb-2 [&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:font-serif [&>[cmdk-group-heading]]:text-sm [&>[cmdk-group-heading]]:text-muted [&>[cmdk-group-heading]]:italic"
        >
          {items.map((item) => (
            <Row key={item.id} item={item} onChoose={onChoose} />
          ))}
        </Command.Group>
      ))}
    </Command.List>
  );
}

function Row({ item, onChoose }: { item: Item; onChoose: (does: Doing) => void }) {
  return (
    <Command.Item
      value={item.id}
      onSelect={() => onChoose(item.does)}
      className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 py-1 text-sm aria-selected:bg-accent-wash forced-colors:aria-selected:outline-2"
    >
      <span className="grid w-8 shrink-0 place-items-center">
        <Face item={item} />
      </span>
      <span className="min-w-0 flex-1 truncate font-medium">{item.label}</span>
      {item.hint ? <span className="max-w-[45%] truncate text-xs text-muted">{item.hint}</span> : null}
      <Icon of={CornerDownLeft} size={14} className="invisible text-accent group-aria-selected:visible max-sm:hidden" />
    </Command.Item>
  );
}

const SIGNS: Readonly<Record<Sign, IconNode>> = {
  page: ArrowRight,
  new: Plus,
  out: LogOut,
  light: Sun,
  dark: Moon,
  system: Monitor,
  keys: Keyboard,
  search: Search,
};

function Face({ item: { face, label } }: { item: Item }) {
  if (typeof face === "object") return <GroupPicture {...face} size={28} />;
  if (face === "person") return <Avatar name={label} size="sm" />;
  return <Icon of={SIGNS[face]} size={16} className="text-muted group-aria-selected:text-accent" />;
}
