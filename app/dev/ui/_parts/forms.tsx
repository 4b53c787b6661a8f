import { CopyField } from "@/app/_ui/copy-field";
import { ErrorSummary } from "@/app/_ui/form-errors";
import { Notice } from "@/app/_ui/notice";
import { QrCode } from "@/app/_ui/qr-code";
import { qrOf } from "@/lib/join-links/qr";
import { Specimen } from "./specimen";

/** A whole `ActionForm` needs an action; what it says before and after stands here. */
export function Forms() {
  return (
    <div className="grid max-w-prose grid-cols-1 gap-8">
      <Specimen title="What stopped a form, with a way to each field">
        <ErrorSummary
          message="Two things are missing."
          fields={{ wrong: "Uses: a whole number.", "words-wrong": "Reason: say a little more." }}
        />
        <ErrorSummary message="Somebody changed this while you were here. Look again, then save once more." />
      </Specimen>
      <Specimen title="What a form says when it is done">
        <Notice tone="success" title="Saved. They have been told." />
      </Specimen>
      <Specimen title="Something to take along">
        <CopyField id="copied" label="Join link" value="https://guildhall.example/join/ghj_4fTq0N1x" />
        <QrCode qr={qrOf("https://guildhall.example/join/ghj_4fTq0N1x")} label="QR code of the join link" />
      </Specimen>
    </div>
  );
}
