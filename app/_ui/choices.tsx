"use client";
/** Boxes to tick and cards to choose among: native controls, so that a form without script sends the same. */
import type { ReactNode } from "react";
import { FieldError } from "./field";
import { Fieldset } from "./fieldset";
import { useFormField } from "./form";

type CheckboxProps = {
  name: string;
  id?: string;
  /** what is sent when ticked */
  value?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
};

export function Checkbox({ name, value = "on", id = name, label, hint, error, ...rest }: CheckboxProps) {
  const known = useFormField(name);
  const wrong = error ?? known.error;
  const ticked = known.chosen?.includes(value) ?? rest.defaultChecked;
  const described = [hint ? `${id}-hint` : "", wrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
      <input
        key={String(ticked)}
        type="checkbox"
        {...rest}
        id={id}
        name={name}
        value={value}
        defaultChecked={ticked}
        aria-describedby={described || undefined}
        aria-invalid={wrong ? true : undefined}
        className="mt-0.5 size-5"
      />
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="col-start-2 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <div className="col-start-2">
          <FieldError id={`${id}-error`}>{wrong}</FieldError>
        </div>
      ) : null}
    </div>
  );
}

export type Card = { value: string; label: string; hint?: ReactNode; disabled?: boolean };

type RadioCardsProps = {
  name: string;
  /** the question */
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  cards: readonly Card[];
  defaultValue?: string;
  /** told of every choice, for a sentence that follows along */
  onChoose?: (value: string) => void;
};

export function RadioCards({ name, legend, hint, error, cards, defaultValue, onChoose }: RadioCardsProps) {
  const known = useFormField(name);
  const chosen = known.typed ?? defaultValue;
  return (
    <Fieldset legend={legend} hint={hint} error={error ?? known.error} id={name}>
      <div className="grid gap-2" key={chosen}>
        {cards.map((card) => (
          <RadioCard key={card.value} card={card} name={name} chosen={card.value === chosen} onChoose={onChoose} />
        ))}
      </div>
    </Fieldset>
  );
}

type RadioCardProps = { card: Card; name: string; chosen: boolean; onChoose?: (value: string) => void };

function RadioCard({ card, name, chosen, onChoose }: RadioCardProps) {
  const id = `${name}-${card.value}`;
  return (
    <label
      htmlFor={id}
      className="grid grid-cols-[auto_1fr] gap-x-3 rounded-md border border-edge bg-panel px-4 py-3 hover:border-ink has-checked:border-accent has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--accent)] forced-colors:has-checked:border-[Highlight] has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:text-muted"
    >
      <input
        type="radio"
        id={id}
        name={name}
        value={card.value}
        defaultChecked={chosen}
        disabled={card.disabled}
        required
        onChange={onChoose ? () => onChoose(card.value) : undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={card.hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-5"
      />
      <span id={`${id}-label`} className="text-sm font-semibold">
        {card.label}
      </span>
      {card.hint ? (
        <span id={`${id}-hint`} className="col-start-2 text-sm text-muted">
          {card.hint}
        </span>
      ) : null}
    </label>
  );
}
