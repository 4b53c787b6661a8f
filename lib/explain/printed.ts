/** An explanation for a terminal: the same lines as on the page, one below the other. */
import type { Explanation, Line } from "./shape";

export function printed({ verdict, sentence, parts }: Explanation): string[] {
  return [
    verdict,
    sentence,
    ...parts.flatMap(({ title, lines }) => ["", `${title}:`, ...lines.map((line) => `  ${withPlace(line)}`)]),
  ];
}

const withPlace = ({ text, place }: Line) => (place ? `${text}  (${place.path})` : text);
