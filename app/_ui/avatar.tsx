/** A person, by their initials. The name stands beside it, so it says nothing to ears. */
type Props = { name: string; size?: "sm" | "md" | "lg" };

const sizes = { sm: "size-7 text-xs", md: "size-9 text-sm", lg: "size-16 text-xl" };

export function Avatar({ name, size = "md" }: Props) {
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 place-items-center rounded-full border border-line bg-well font-medium text-ink select-none ${sizes[size]}`}
    >
      {initials(name)}
    </span>
  );
}

/** The first letters of the first and the last word; at most two, and at least a dot. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => [...new Intl.Segmenter().segment(word ?? "")][0]?.segment ?? "");
  return letters.join("").toLocaleUpperCase("en") || "·";
}
