import { Notice } from "@/app/_ui/notice";
import type { UploadProblems } from "@/lib/permission-file/commands/upload-file";
import { Arrived } from "../../../../_parts/table/arrived";

/** What is wrong with a file, each with its line and its place. */
export function Problems({ problems }: { problems: UploadProblems }) {
  return (
    <Arrived of={problems}>
      <Notice tone="danger" title="Nothing was changed: something in the file is wrong.">
        <ul className="grid list-disc gap-1 pl-5">
          {problems.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </Arrived>
  );
}
