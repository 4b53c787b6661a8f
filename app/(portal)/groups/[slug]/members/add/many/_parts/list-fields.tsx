"use client";
/** The list as it is sent, and what the last answer said of it: what is wrong, or what would come of every line. */
import { boxClass, Field } from "@/app/_ui/field";
import { useFormAnswer } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import type { ManyData } from "@/lib/members/commands/add-many";
import { Arrived } from "../../../../../../admin/_parts/table/arrived";
import { ListProblems } from "./list-problems";
import { TriedRows } from "./tried-rows";

type Props = {
  /** labels of the roles that the writer may give */
  roles: readonly string[];
  /** people are found by their address, too */
  addresses: boolean;
};

export function ListFields({ roles, addresses }: Props) {
  const answer = useFormAnswer();
  const data = answer?.ok ? (answer.data as ManyData) : null;
  const tried = data?.kind === "tried" ? data : null;
  const ready = tried?.rows.filter((row) => row.answer === "added" || row.answer === "several").length ?? 0;
  const text = data && data.kind !== "started" ? data.text : undefined;
  return (
    <>
      {data?.kind === "problems" ? <ListProblems of={data} lines={data.lines} /> : null}
      {tried ? (
        <Arrived of={tried} className="max-w-none!">
          <TriedRows rows={tried.rows} />
        </Arrived>
      ) : null}
      <input type="hidden" name="asked" value={tried?.asked ?? ""} />
      {ready > 0 ? (
        <SubmitButton>
          {ready === 1 ? "Add this person" : `Add these ${ready.toLocaleString("en")} people`}
        </SubmitButton>
      ) : null}
      {tried ? <h2 className="text-xl">Change the list</h2> : null}
      <TextArea
        key={text}
        name="text"
        label="One person a line"
        hint={<Hint roles={roles} addresses={addresses} />}
        optional
        rows={10}
        spellCheck={false}
        className="font-mono text-sm"
        defaultValue={text}
      />
      <Field id="file" label="Or a file" hint="CSV, in UTF-8. It counts instead of what stands above." optional>
        {(wiring) => (
          <input {...wiring} type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" className={boxClass} />
        )}
      </Field>
      <SubmitButton variant={ready > 0 ? "quiet" : "primary"}>Show what would come of it</SubmitButton>
    </>
  );
}

function Hint({ roles, addresses }: Props) {
  return (
    <>
      The full name as they write it here{addresses ? ", or their address" : ""}; then, if you like, a comma and roles,
      and a comma and the last day. {roles[0] ? `As in: Ada Lovelace, ${roles[0]}, 2030-12-31. ` : ""}
      Several roles stand between quotation marks. At most 1,000 people.
    </>
  );
}
