/** Where a name fits several, or nobody. */
import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { TextLink } from "@/app/_ui/text-link";

type Choice = { readonly id: string; readonly label: string; readonly more?: string | null };
type Props = {
  /** as in “People whose name begins like “al”” */
  title: string;
  choices: readonly Choice[];
  /** how to look again, where there is nobody to choose */
  hint: string;
  pathOf: (id: string) => Route;
};

export function Choose({ title, choices, hint, pathOf }: Props) {
  return (
    <Notice tone={choices.length > 0 ? "info" : "warning"} title={title}>
      {choices.length > 0 ? (
        <ul className="grid gap-1">
          {choices.map(({ id, label, more }) => (
            <li key={id}>
              <TextLink href={pathOf(id)}>{label}</TextLink>
              {more ? <span className="text-muted"> {more}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{hint}</p>
      )}
    </Notice>
  );
}
