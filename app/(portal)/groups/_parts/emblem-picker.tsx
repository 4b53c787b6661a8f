"use client";
/** A group's emblem out of the drawn set: native radios, each shown as what it would look like. */
import { type ReactNode, useState } from "react";
import { useFormField } from "@/app/_ui/form";
import { GroupPicture } from "@/app/_ui/group-picture";
import { COLOURS, PICTURES } from "@/app/_ui/pictures";

type Props = { picture: string; colour: string };

export function EmblemPicker(props: Props) {
  const typedPicture = useFormField("picture").typed;
  const typedColour = useFormField("colour").typed;
  const [picture, setPicture] = useState(typedPicture ?? props.picture);
  const [colour, setColour] = useState(typedColour ?? props.colour);
  return (
    <div className="grid gap-4">
      <Row legend="Sign">
        {PICTURES.map((name) => (
          <Swatch key={name} name="picture" value={name} chosen={picture === name} onChoose={setPicture}>
            <GroupPicture picture={name} colour={colour} size={40} />
          </Swatch>
        ))}
      </Row>
      <Row legend="Colour">
        {COLOURS.map((name) => (
          <Swatch key={name} name="colour" value={name} chosen={colour === name} onChoose={setColour}>
            <GroupPicture picture={picture} colour={name} size={40} />
          </Swatch>
        ))}
      </Row>
    </div>
  );
}

function Row({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  );
}

type SwatchProps = {
  name: string;
  value: string;
  chosen: boolean;
  onChoose: (value: string) => void;
  children: ReactNode;
};

function Swatch({ name, value, chosen, onChoose, children }: SwatchProps) {
  return (
    <label className="relative grid cursor-pointer place-items-center rounded-md border-2 border-transparent p-1.5 hover:bg-well has-checked:border-accent has-checked:bg-accent-wash forced-colors:border-[Canvas] forced-colors:has-checked:border-[Highlight] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={name}
        value={value}
        aria-label={value}
        defaultChecked={chosen}
        onChange={() => onChoose(value)}
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
      />
      {children}
    </label>
  );
}
