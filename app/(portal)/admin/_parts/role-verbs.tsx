/** What is done to a role in a list of roles: another name, a step up or down. Each is a form of its own. */
import { ArrowDown, ArrowUp } from "lucide";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Icon } from "@/app/_ui/icon";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { Fold } from "./fold";

type Props = {
  action: FormAction;
  role: { readonly name: string; readonly label: string };
  /** of a role of a type: which type */
  type?: string;
};

function Whose({ role, type }: Omit<Props, "action">) {
  return (
    <>
      {type ? <input type="hidden" name="type" value={type} /> : null}
      <input type="hidden" name="role" value={role.name} />
    </>
  );
}

export function RenameRole({ action, role, type }: Props) {
  return (
    <ActionForm
      action={action}
      label={`Rename ${role.label}`}
      className="grid gap-3"
      done={<Notice tone="success">Renamed.</Notice>}
    >
      <Whose role={role} type={type} />
      <Fold
        size="sm"
        className="gap-3 sm:w-80"
        label={
          <span>
            Rename<span className="sr-only"> {role.label}</span>…
          </span>
        }
      >
        <TextInput id={`label-${role.name}`} name="label" label="New name" defaultValue={role.label} maxLength={80} />
        <SubmitButton size="sm">Rename</SubmitButton>
      </Fold>
    </ActionForm>
  );
}

type MoveProps = Props & {
  /** it stands at that end already */
  first: boolean;
  last: boolean;
};

/** Where there is nothing to move past there is nothing to press. */
export function MoveRole({ action, role, type, first, last }: MoveProps) {
  if (first && last) return null;
  return (
    <ActionForm action={action} label={`Move ${role.label}`} className="flex items-start gap-1">
      <Whose role={role} type={type} />
      <Step direction="up" label={role.label} at={first} />
      <Step direction="down" label={role.label} at={last} />
    </ActionForm>
  );
}

function Step({ direction, label, at }: { direction: "up" | "down"; label: string; at: boolean }) {
  return (
    <SubmitButton
      variant="quiet"
      size="sm"
      name="direction"
      value={direction}
      disabled={at}
      className="min-w-9 px-2!"
      pendingLabel="…"
    >
      <Icon of={direction === "up" ? ArrowUp : ArrowDown} size={16} label={`Move ${label} ${direction}`} />
    </SubmitButton>
  );
}
