import { buttonClass } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

/** Somebody is signed in already: on they go, or another account comes in their place. */
export function AlreadyHere({ name, onward }: { name: string; onward: string }) {
  return (
    <Notice
      tone="info"
      title={`You are signed in as ${name}`}
      actions={
        <a href={onward} className={buttonClass("quiet", "sm")}>
          Go on
        </a>
      }
    >
      Not you? Sign in below, and this session ends.
    </Notice>
  );
}
