/** Somebody's name: a way to the page about them for whoever may look at such pages, words for everybody else. */
import { TextLink } from "@/app/_ui/text-link";
import { personPath } from "./paths";

type Props = {
  person: { readonly id: string; readonly name: string };
  /** the viewer may look at profiles */
  profiles: boolean;
  /** without underline until pointed at, as in the first column of a list */
  bare?: boolean;
};

export function PersonName({ person, profiles, bare }: Props) {
  if (!profiles) return person.name;
  return (
    <TextLink href={personPath(person.id)} bare={bare}>
      {person.name}
    </TextLink>
  );
}
