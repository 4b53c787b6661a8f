import { Specimen } from "./specimen";

const SERIF = [
  ["4xl", "text-4xl"],
  ["3xl", "text-3xl"],
  ["2xl", "text-2xl"],
  ["xl", "text-xl"],
  ["lg", "text-lg"],
] as const;

const SANS = [
  ["lg", "text-lg"],
  ["base", "text-base"],
  ["sm", "text-sm"],
  ["xs", "text-xs"],
] as const;

export function Type() {
  return (
    <>
      <Specimen title="Newsreader, for names and titles">
        {SERIF.map(([name, size]) => (
          <p key={name} className={`font-serif font-medium tracking-tight ${size}`}>
            Who is in which group{" "}
            <span className="font-sans text-xs font-normal tracking-normal text-muted">{name}</span>
          </p>
        ))}
      </Specimen>
      <Specimen title="Hanken Grotesk, for everything else">
        {SANS.map(([name, size]) => (
          <p key={name} className={size}>
            What each may do there: <em>this</em>, <strong>that</strong>, 1,204 of 9,999; Łódź, Ürümqi, Hồ Chí Minh{" "}
            <span className="text-xs text-muted">{name}</span>
          </p>
        ))}
      </Specimen>
      <Specimen title="For what a machine reads">
        <p className="font-mono text-sm break-all">ghj_4fTq0N1x · scouts-k3f9q2</p>
      </Specimen>
    </>
  );
}
