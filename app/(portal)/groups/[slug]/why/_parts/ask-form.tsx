/** Another question about the same group; about others for those who may ask about others. */
import { buttonClass } from "@/app/_ui/button";
import type { AskedSubject } from "../../../../_parts/why/asked-subject";
import { PermissionField } from "../../../../_parts/why/permission-field";
import { SubjectFields } from "../../../../_parts/why/subject-fields";

type Props = { action: string; others: boolean; asked: AskedSubject; permission: string };

export function AskForm({ action, others, asked, permission }: Props) {
  return (
    <search>
      <form action={action} className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
        {others ? <SubjectFields legend="Who" asked={asked} roles={[]} /> : null}
        <div className="self-start">
          <PermissionField chosen={permission} />
        </div>
        <div className="flex sm:self-start sm:pt-7.5">
          <button type="submit" className={buttonClass("quiet", "md", "min-w-24")}>
            Ask why
          </button>
        </div>
      </form>
    </search>
  );
}
