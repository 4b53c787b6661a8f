import { Select } from "@/app/_ui/select";
import { GROUP_PERMISSIONS } from "@/lib/policy/catalogue";

const CHOICES = GROUP_PERMISSIONS.map(({ key, label, section }) => ({ value: key, label, section }));

/** What is asked: every permission of a group, by section. */
export function PermissionField({ chosen }: { chosen: string }) {
  return <Select name="permission" label="Permission" choices={CHOICES} defaultValue={chosen} />;
}
