"use client";
/** The fields of a form that makes a secret, and in their place the secret itself: shown this once, kept nowhere. */
import type { ReactNode } from "react";
import { CopyField } from "@/app/_ui/copy-field";
import { useFormAnswer } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { QrCode } from "@/app/_ui/qr-code";

type Props = {
  /** where join links of this portal begin, as in `https://guild.example/join/` */
  before: string;
  /** what to do next, once it is copied */
  after: ReactNode;
  children: ReactNode;
};

export function MadeLink({ before, after, children }: Props) {
  const answer = useFormAnswer();
  const made = answer?.ok ? madeIn(answer.data) : null;
  if (made === null) return children;
  return (
    <div className="grid gap-4" role="status">
      <Notice tone="success" title="Here is the link">
        <p>It is shown this once. Copy it now: only its beginning is kept here, by which you know it again.</p>
      </Notice>
      <CopyField id="secret" label="Join link" value={`${before}${made.token}`} />
      {made.qr ? <QrCode qr={made.qr} label="QR code of the join link" /> : null}
      {after}
    </div>
  );
}

type Made = { token: string; qr?: { size: number; path: string } };

function madeIn(data: unknown): Made | null {
  if (typeof data !== "object" || data === null || !("token" in data)) return null;
  return typeof data.token === "string" ? (data as Made) : null;
}
