/** Which columns speak for somebody, drawn: it changes at the door. */
export function WhenItApplies() {
  return (
    <figure className="grid max-w-3xl gap-3">
      <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line text-sm sm:grid-cols-2">
        <Side
          title="While outside"
          columns={["Outsider", "and the column of each role that they hold"]}
          line="This page. It counts for everybody with the role, in every group of the type."
        />
        <Side
          title="As a member"
          columns={["Member", "their custom roles", "and what “also when a member” gives each role"]}
          line="Joining ends what they had outside, unless it is given here as well."
        />
      </div>
      <figcaption className="text-sm text-muted">
        Nobody has both sides at once. A tick that ends on joining bears a mark of its own.
      </figcaption>
    </figure>
  );
}

function Side({ title, columns, line }: { title: string; columns: readonly string[]; line: string }) {
  return (
    <div className="grid content-start gap-2 bg-panel p-4">
      <p className="font-serif text-lg">{title}</p>
      <ul className="flex flex-wrap gap-1.5">
        {columns.map((column) => (
          <li key={column} className="rounded-sm bg-well px-2 py-0.5 text-xs font-medium">
            {column}
          </li>
        ))}
      </ul>
      <p className="text-muted">{line}</p>
    </div>
  );
}
