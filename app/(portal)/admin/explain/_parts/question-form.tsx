/** The question as a form whose answer has an address. */
import { buttonClass } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/text-input";
import { PermissionField } from "../../../_parts/why/permission-field";
import { SubjectFields } from "../../../_parts/why/subject-fields";
import type { Asked } from "./asked";

type Props = {
  asked: Asked;
  roles: readonly { readonly name: string; readonly label: string }[];
  /** how the found group is called, rather than what was typed */
  group?: string;
};

export function QuestionForm({ asked, roles, group }: Props) {
  return (
    <search>
      <form action="/admin/explain" className="grid gap-5 rounded-lg border border-line bg-panel p-5 sm:p-6">
        <div className="grid gap-5 md:grid-cols-2">
          <TextInput
            name="group"
            label="Group"
            hint="Its address, or how its name begins."
            required={false}
            maxLength={120}
            defaultValue={group ?? asked.group}
            autoComplete="off"
          />
          <div className="grid content-end">
            <PermissionField chosen={asked.permission} />
          </div>
          <SubjectFields legend="Who" asked={asked.first} roles={roles} />
          <SubjectFields legend="Compared with" end="2" asked={asked.second} roles={roles} nobody="Nobody else" />
        </div>
        <div>
          <button type="submit" className={buttonClass("primary", "md", "min-w-28")}>
            Ask why
          </button>
        </div>
      </form>
    </search>
  );
}
