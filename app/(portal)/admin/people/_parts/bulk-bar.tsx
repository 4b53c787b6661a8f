/** What can be done to everybody who is ticked; nothing happens before the page behind it was read. */
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choices";
import { Select } from "@/app/_ui/select";
import type { GivableRole } from "@/lib/permissions/queries/list-global-roles";

type Props = { roles: readonly GivableRole[] /** there are further pages */; more: boolean };

export function BulkBar({ roles, more }: Props) {
  return (
    <fieldset className="grid gap-4 rounded-lg border border-line bg-panel p-5 sm:grid-cols-[minmax(0,20rem)_1fr] sm:items-end">
      <legend className="sr-only">Several people at once</legend>
      <Select
        name="do"
        label="With those who are ticked"
        placeholder="Choose what to do"
        choices={[
          { value: "deactivate", label: "Deactivate" },
          { value: "reactivate", label: "Let in again" },
          ...roles
            .filter(({ mayGive }) => mayGive)
            .map(({ name, label }) => ({ value: `give:${name}`, label: `Give ${label}`, section: "Give a role" })),
          ...roles.map(({ name, label }) => ({
            value: `take:${name}`,
            label: `Take ${label}`,
            section: "Take a role",
          })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit">See what would follow…</Button>
        {more ? <Checkbox name="all" value="1" label="Everybody who fits, on every page" /> : null}
      </div>
    </fieldset>
  );
}
