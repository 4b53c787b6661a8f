/** Whether somebody may come in, and what they hold. */
import { Badge } from "@/app/_ui/badge";
import type { PersonLine } from "@/lib/people/queries/list-people";

export function StateBadges({ person: { owner, active, awaitsProof } }: { person: PersonLine }) {
  return (
    <>
      {owner ? <Badge tone="accent">Site owner</Badge> : null}
      {active ? null : (
        <Badge tone={awaitsProof ? "warning" : "danger"}>{awaitsProof ? "Waits for proof" : "Not active"}</Badge>
      )}
    </>
  );
}

export function RoleBadges({ person: { roles } }: { person: PersonLine }) {
  return roles.map(({ name, label }) => <Badge key={name}>{label}</Badge>);
}
