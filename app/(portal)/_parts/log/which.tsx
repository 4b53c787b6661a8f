/** Several are called what was typed: one press says who is meant. */
import { Notice } from "@/app/_ui/notice";
import { TextLink } from "@/app/_ui/text-link";
import type { MeantBy } from "@/lib/audit/queries/find-meant";
import { type AskedLog, logPath } from "./asked";

export function Which({ base, asked, meant }: { base: string; asked: AskedLog; meant: MeantBy }) {
  return (["actor", "person", "group"] as const).map((key) => {
    const one = meant[key];
    if (!one || one.id) return null;
    if (one.candidates.length === 0)
      return <Notice key={key} tone="warning" title={`Nothing here is called “${one.name}”.`} />;
    return (
      <Notice key={key} title={`Which “${one.name}” is meant?`}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {one.candidates.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={logPath(base, { ...asked, [key]: id, after: null })}>{name}</TextLink>
            </li>
          ))}
        </ul>
      </Notice>
    );
  });
}
