"use client";
/** The sentence of the settings inside it, said anew while one chooses. Without script it is that of the saved ones. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormAnswer } from "@/app/_ui/form";
import { Sentence } from "@/app/_ui/sentence";
import type { ConfigureForm } from "@/lib/groups/schema";
import { groupSentence, type SentenceFlags } from "@/lib/groups/sentence";
import { flagsOf } from "@/lib/groups/sentence-answers";

type Props = {
  /** as saved, for what the form does not ask of this person */
  flags: SentenceFlags;
  eligible: readonly string[];
  /** labels by the names of roles */
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
};

export function LiveSentence({ flags, eligible, labels, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useState(() => groupSentence(flags, eligible));
  const answer = useFormAnswer();

  function listen() {
    const form = box.current?.closest("form");
    if (form) setSentence(sentenceIn(new FormData(form), flags, labels));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a refused form comes back with what was chosen in it.
  useEffect(listen, [answer]);

  return (
    <div ref={box} onChange={listen} className="grid gap-8">
      <div className="sticky top-0 z-10 -mx-2 bg-panel px-2 py-3">
        <Sentence live>{sentence}</Sentence>
      </div>
      {children}
    </div>
  );
}

function sentenceIn(form: FormData, saved: SentenceFlags, labels: Props["labels"]): string {
  const ticked = (name: string) => form.get(name) === "on";
  const finds = (form.get("finds") ?? "nobody") as ConfigureForm["finds"];
  const enters = (form.get("enters") ?? "approval") as ConfigureForm["enters"];
  const restricted = form.getAll("has").includes("restricted") ? ticked("restricted") : saved.restricted;
  const names = form.get("who") === "roles" ? form.getAll("eligibleRoles").map(String) : [];
  const flags = {
    hidden: saved.hidden,
    ...flagsOf(finds, enters),
    public: ticked("public"),
    published: ticked("published"),
  };
  return groupSentence(
    { ...flags, restricted },
    names.map((name) => labels[name] ?? name),
  );
}
