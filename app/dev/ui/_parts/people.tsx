import { Arches } from "@/app/_ui/arches";
import { Avatar } from "@/app/_ui/avatar";
import { ThemeSwitch } from "@/app/_ui/theme-switch";
import { Wordmark } from "@/app/_ui/wordmark";
import { Specimen } from "./specimen";

const SIZES = ["sm", "md", "lg"] as const;

export function People() {
  return (
    <>
      {SIZES.map((size) => (
        <Specimen key={size} title={`A person, ${size}`} look="row">
          <Avatar size={size} name="Ada Aldermann" />
          <Avatar size={size} name="bo" />
          <Avatar size={size} name="Łucja Nguyễn" />
          <Avatar size={size} name="" />
        </Specimen>
      ))}
      <Specimen title="The name of the house" look="row">
        <Wordmark />
        <Wordmark size="lg" />
        <Arches height={40} className="text-accent" />
      </Specimen>
      <Specimen title="Daylight and lamplight" look="row">
        <ThemeSwitch />
      </Specimen>
    </>
  );
}
