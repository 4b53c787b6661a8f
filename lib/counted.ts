/** Numbers that somebody was shown, as one text by which a form knows them again. Pure. */
type Shown = number | readonly number[] | boolean;

/** By their names and without what is zero, so that nothing to show is the empty text: `removed=3 roles=2+1`. */
export function countedText(numbers: Readonly<Record<string, Shown>>): string {
  return Object.entries(numbers)
    .flatMap(([name, number]) => {
      if (typeof number === "boolean") return number ? [name] : [];
      const several = typeof number === "number" ? [number] : number;
      return several.some((one) => one > 0) ? [`${name}=${several.join("+")}`] : [];
    })
    .join(" ");
}
