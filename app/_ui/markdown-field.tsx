"use client";
/** A text to write in Markdown, and how it will look. What draws it is fetched when it is asked for, unless it is given. */
import { type ComponentType, lazy, type ReactNode, Suspense, useDeferredValue, useRef, useState } from "react";
import { buttonClass } from "./button";
import { boxClass, Field } from "./field";
import { useFormAnswer, useFormField } from "./form";

type Draw = ComponentType<{ children: string }>;

const LateMarkdown = lazy(() => import("./markdown").then(({ Markdown: drawn }) => ({ default: drawn })));

type Props = {
  name: string;
  /** the name, unless two forms of the page have a control of that name */
  id?: string;
  label: ReactNode;
  defaultValue?: string;
  rows?: number;
  optional?: boolean;
  maxLength?: number;
  /** name of a button that sends the form for a preview, for a page without script; it is answered by the code `preview` */
  sendsPreview?: string;
  /** draws the text: without script a preview has to be whole when it comes */
  draw?: Draw;
};

export function MarkdownField({
  name,
  id = name,
  label,
  defaultValue = "",
  rows = 12,
  sendsPreview,
  draw,
  ...rest
}: Props) {
  const known = useFormField(name);
  const answer = useFormAnswer();
  const asked = answer !== null && !answer.ok && answer.code === "preview";
  const start = known.typed ?? defaultValue;
  const box = useRef<HTMLTextAreaElement>(null);
  const [shown, show] = useState(asked);
  const [text, setText] = useState(start);
  const { optional, maxLength } = rest;
  return (
    <div className="relative grid gap-3">
      <Field id={id} label={label} hint={<Hint />} error={known.error} optional={optional}>
        {(wiring) => (
          <textarea
            key={start}
            ref={box}
            {...wiring}
            name={name}
            rows={rows}
            required={!optional}
            maxLength={maxLength}
            defaultValue={start}
            onChange={shown ? (event) => setText(event.target.value) : undefined}
            className={`${boxClass} field-sizing-content max-h-[70vh] min-h-28`}
          />
        )}
      </Field>
      <button
        type={sendsPreview ? "submit" : "button"}
        name={sendsPreview}
        value={sendsPreview ? "preview" : undefined}
        aria-expanded={shown}
        aria-controls={shown ? `${id}-preview` : undefined}
        onClick={(event) => {
          event.preventDefault();
          setText(box.current?.value ?? "");
          show(!shown);
        }}
        className={buttonClass(
          "plain",
          "sm",
          `absolute -top-2 right-0 ${sendsPreview ? "" : "[@media(scripting:none)]:hidden"}`,
        )}
      >
        {shown ? "Hide the preview" : "Preview"}
      </button>
      {shown ? <Preview id={`${id}-preview`} text={text} draw={draw} /> : null}
    </div>
  );
}

function Hint() {
  return (
    <>
      Markdown: <code>**bold**</code>, <code>*italic*</code>, <code># heading</code>, <code>- list</code>,{" "}
      <code>[words](address)</code>.
    </>
  );
}

/** Drawn behind the typing, so that a long text never slows it down. */
function Preview({ id, text, draw: Drawn = LateMarkdown }: { id: string; text: string; draw?: Draw }) {
  const drawn = useDeferredValue(text);
  return (
    <section id={id} aria-label="Preview" className="rounded-md border border-dashed border-edge bg-panel p-4 sm:p-6">
      <p className="mb-3 text-xs text-muted">This is how it will look. Nothing is saved yet.</p>
      {drawn.trim() === "" ? (
        <p className="text-muted">There is nothing to show yet.</p>
      ) : (
        <Suspense fallback={<p className="text-muted">Drawing it …</p>}>
          <Drawn>{drawn}</Drawn>
        </Suspense>
      )}
    </section>
  );
}
