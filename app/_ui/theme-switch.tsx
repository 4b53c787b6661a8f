"use client";
/** Daylight, lamplight, or as the device has it. Without script the device decides. */
import { Monitor, Moon, Sun } from "lucide";
import { useTheme } from "next-themes";
import { useId, useSyncExternalStore } from "react";
import { Icon } from "./icon";

const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the device", icon: Monitor },
];

const never = () => () => {};

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const name = useId();
  // The server does not know the choice; until the browser has spoken, none is shown as made.
  const known = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="inline-flex rounded-full border border-edge p-0.5 [@media(scripting:none)]:hidden">
      <legend className="sr-only">Light or dark</legend>
      {themes.map(({ value, label, icon }) => (
        <label
          key={value}
          title={label}
          className="grid size-8 place-items-center rounded-full text-muted hover:text-ink has-checked:bg-accent-wash has-checked:text-accent forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={known && theme === value}
            onChange={() => setTheme(value)}
            className="sr-only"
          />
          <Icon of={icon} size={16} />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
