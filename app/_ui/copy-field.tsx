"use client";
/** Something to take along. It can be selected by hand as well, where the browser gives no clipboard. */
import { Check, Copy } from "lucide";
import { useRef, useState } from "react";
import { buttonClass } from "./button";
import { boxClass } from "./field";
import { Icon } from "./icon";

type Props = {
  value: string;
  /** what it is, as in “Join link” */
  label: string;
  id: string;
};

export function CopyField({ value, label, id }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const [said, say] = useState<"" | "Copied" | "Selected: press Ctrl C">("");

  async function copy() {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      say("Copied");
    } catch {
      say("Selected: press Ctrl C");
    }
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={box}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${boxClass} min-w-0 flex-1 basis-60 font-mono text-sm`}
        />
        <button
          type="button"
          onClick={copy}
          className={buttonClass("quiet", "md", "min-w-28 [@media(scripting:none)]:hidden")}
        >
          <Icon of={said === "Copied" ? Check : Copy} />
          {said === "Copied" ? "Copied" : "Copy"}
        </button>
      </div>
      <p role="status" className={said.startsWith("Selected") ? "text-sm text-muted" : "sr-only"}>
        {said}
      </p>
    </div>
  );
}
