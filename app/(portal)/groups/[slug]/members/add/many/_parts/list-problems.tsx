import { Notice } from "@/app/_ui/notice";
import { Arrived } from "../../../../../../admin/_parts/table/arrived";

/** What is wrong with a list, each with its line. `of` is the answer that says so. */
export function ListProblems({ of, lines }: { of: unknown; lines: readonly string[] }) {
  return (
    <Arrived of={of}>
      <Notice tone="danger" title="Nobody was added: something in the list is wrong.">
        <ul className="grid list-disc gap-1 pl-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </Arrived>
  );
}
