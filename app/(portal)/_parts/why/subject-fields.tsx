/** About whom one asks: somebody without an account, anybody outside, whoever holds some roles, or a person by name. */
import { Checkbox } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { Select } from "@/app/_ui/select";
import { TextInput } from "@/app/_ui/text-input";
import type { AskedSubject } from "./asked-subject";

type Role = { readonly name: string; readonly label: string };
type Props = {
  legend: string;
  /** what its fields are called after: the second subject's end in 2 */
  end?: "" | "2";
  asked: AskedSubject;
  roles: readonly Role[];
  /** an empty first choice with these words */
  nobody?: string;
};

export function SubjectFields({ legend, end = "", asked, roles, nobody }: Props) {
  const choices = [
    { value: "visitor", label: "A visitor without an account" },
    { value: "outsider", label: "Any account outside the group" },
    ...(roles.length > 0 ? [{ value: "roles", label: "An account outside that holds roles…" }] : []),
    { value: "person", label: "A person, by name…" },
  ];
  return (
    <fieldset className="group/who grid min-w-0 content-start gap-3">
      <legend className="sr-only">{legend}</legend>
      <Select
        name={`who${end}`}
        label={legend}
        choices={choices}
        placeholder={nobody}
        optional={nobody !== undefined}
        defaultValue={asked.kind ?? (nobody === undefined ? "person" : "")}
      />
      <div className="hidden group-has-[option[value=person]:checked]/who:block">
        <TextInput
          name={`name${end}`}
          label="Name"
          hint="How it begins is enough."
          required={false}
          maxLength={80}
          defaultValue={asked.name}
          autoComplete="off"
        />
      </div>
      {roles.length > 0 ? (
        <div className="hidden group-has-[option[value=roles]:checked]/who:block">
          <Fieldset legend="Roles" id={`role${end}`}>
            <div className="grid grid-cols-2 gap-2">
              {roles.map(({ name, label }) => (
                <Checkbox
                  key={name}
                  id={`role${end}-${name}`}
                  name={`role${end}`}
                  value={name}
                  label={label}
                  defaultChecked={asked.roles.includes(name)}
                />
              ))}
            </div>
          </Fieldset>
        </div>
      ) : null}
    </fieldset>
  );
}
