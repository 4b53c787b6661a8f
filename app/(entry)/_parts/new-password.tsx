import { TextInput } from "@/app/_ui/text-input";
import { LONGEST, SHORTEST } from "@/lib/people/password/rules";

/** A password that is about to be one, with what makes a good one. */
export function NewPassword({ name, label }: { name: string; label: string }) {
  return (
    <TextInput
      name={name}
      label={label}
      hint={`${SHORTEST} characters or more. Three unrelated words make a good one.`}
      type="password"
      autoComplete="new-password"
      minLength={SHORTEST}
      maxLength={LONGEST}
    />
  );
}
