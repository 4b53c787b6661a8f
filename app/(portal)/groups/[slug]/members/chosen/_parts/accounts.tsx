/** Whom a form is about, as its hidden fields, and in words where that is not everybody above. */
type Props = { slug: string; people: readonly { readonly id: string; readonly name: string }[] };

export function Accounts({ slug, people }: Props) {
  return (
    <>
      <input type="hidden" name="group" value={slug} />
      {people.map(({ id }) => (
        <input key={id} type="hidden" name="account" value={id} />
      ))}
      <p className="text-sm text-muted">{people.map(({ name }) => name).join(", ")}</p>
    </>
  );
}
