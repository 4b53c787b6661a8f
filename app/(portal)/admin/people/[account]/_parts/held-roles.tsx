/** The roles that somebody holds, each with where it comes from, and the ones that can be given. */
import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { List, ListRow } from "@/app/_ui/list";
import { ReasonField } from "@/app/_ui/reason-field";
import { Select } from "@/app/_ui/select";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { assignGlobalRoleAction } from "@/lib/people/admin-actions";
import type { HeldRole, PersonLine } from "@/lib/people/queries/list-people";
import type { GivableRole } from "@/lib/permissions/queries/list-global-roles";
import { groupPath, withQuery } from "../../../../_parts/paths";

type Props = { person: PersonLine; roles: readonly GivableRole[] };

export function HeldRoles({ person, roles }: Props) {
  const open = roles.filter(({ name }) => !person.roles.some((held) => held.name === name && held.direct));
  return (
    <div className="grid gap-6">
      {person.roles.length > 0 ? (
        <List label="Roles held">
          {person.roles.map((role) => (
            <ListRow
              key={role.name}
              title={role.label}
              badges={role.direct ? null : <Badge tone="info">by a group</Badge>}
              line={<Origin role={role} />}
              actions={role.direct && !person.above ? <Take person={person} role={role} /> : null}
            />
          ))}
        </List>
      ) : (
        <p className="text-sm text-muted">None besides what every account holds.</p>
      )}
      {open.length > 0 ? <Give person={person} roles={open} /> : null}
    </div>
  );
}

function Origin({ role: { given, conferred, conferredBy } }: { role: HeldRole }): ReactNode {
  const groups = conferredBy.map(({ slug, name }, at) => (
    <span key={slug}>
      {at > 0 ? ", " : null}
      <TextLink href={groupPath(slug)}>{name}</TextLink>
    </span>
  ));
  const by = groups.length > 0 ? groups : "a group whose members you do not know";
  return (
    <>
      {given ? (
        <>
          Given {given.by ? `by ${given.by}` : "by the portal itself"} on <Time at={given.at} show="day" />
        </>
      ) : null}
      {given && conferred ? ", and conferred by " : conferred ? "Conferred by " : null}
      {conferred ? by : null}.
    </>
  );
}

function Take({ person, role }: { person: PersonLine; role: HeldRole }) {
  return (
    <ButtonLink
      href={withQuery(`/admin/people/${person.id}`, { ask: "take", role: role.name })}
      size="sm"
      variant="danger"
    >
      <span>
        Take<span className="sr-only"> {role.label}</span>…
      </span>
    </ButtonLink>
  );
}

function Give({ person, roles }: Props) {
  if (!roles.some(({ mayGive }) => mayGive)) {
    return <p className="text-sm text-muted">You hold no other role yourself, so there is none that you could give.</p>;
  }
  return (
    <ActionForm
      action={assignGlobalRoleAction}
      label="Give a role"
      className="grid gap-4 rounded-lg border border-line bg-panel p-5"
    >
      <input type="hidden" name="account" value={person.id} />
      <Select
        name="role"
        label="Give another role"
        placeholder="Choose a role"
        choices={roles.map(({ name, label, mayGive }) => ({
          value: name,
          label: mayGive ? label : `${label} – you do not hold it`,
          disabled: !mayGive,
        }))}
      />
      <ReasonField told />
      <SubmitButton variant="quiet">Give the role</SubmitButton>
    </ActionForm>
  );
}
