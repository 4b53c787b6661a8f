/** A search that is a plain form: the address holds it, so it can be sent to a friend. */
import { Search } from "lucide";
import type { Route } from "next";
import { buttonClass } from "./button";
import { boxClass } from "./field";
import { Icon } from "./icon";
import { TextLink } from "./text-link";

type Props = {
  /** the page that answers */
  action: string;
  /** what is searched, as in “Search groups” */
  label: string;
  name?: string;
  defaultValue?: string;
  placeholder?: string;
  /** the rest of the address's state, kept through a search */
  keep?: Readonly<Record<string, string | undefined>>;
  /** the same page without the search; shown while there is one */
  clear?: Route;
};

export function SearchBox({ action, label, name = "q", defaultValue, placeholder, keep = {}, clear }: Props) {
  const kept = Object.entries(keep).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return (
    <search>
      <form action={action} className="flex flex-wrap items-center gap-2">
        {kept.map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <span className="relative min-w-0 flex-1 basis-48">
          <Icon of={Search} className="pointer-events-none absolute top-3.5 left-3 text-muted" />
          <input
            type="search"
            name={name}
            aria-label={label}
            defaultValue={defaultValue}
            placeholder={placeholder}
            maxLength={200}
            className={`${boxClass} pl-10`}
          />
        </span>
        {/* As wide whatever the letters: the box beside it must not move when they arrive. */}
        <button type="submit" className={buttonClass("quiet", "md", "min-w-24")}>
          Search
        </button>
        {clear && defaultValue ? <TextLink href={clear}>Clear</TextLink> : null}
      </form>
    </search>
  );
}
