/** Names of some of them, and how many others there are. */
const NAMED = 25;

export function NamesOf({ people }: { people: readonly { readonly name: string }[] }) {
  const more = people.length - NAMED;
  const names = people.slice(0, NAMED).map(({ name }) => name);
  return (
    <p className="text-sm text-muted">
      {names.join(", ")}
      {more > 0 ? ` and ${more.toLocaleString("en")} more` : null}
    </p>
  );
}
