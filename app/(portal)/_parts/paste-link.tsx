/** A way in for whoever was sent a link and finds nothing else here. A plain form: the page behind it reads the link. */
import { buttonClass } from "@/app/_ui/button";
import { boxClass, Field } from "@/app/_ui/field";

export function PasteLink() {
  return (
    <form action="/join" method="post" className="mt-2 grid max-w-prose gap-2">
      <Field id="link" label="Have an invitation link? Paste it">
        {(wiring) => (
          <div className="flex flex-wrap gap-2">
            <input
              {...wiring}
              name="link"
              required
              autoComplete="off"
              className={`${boxClass} min-w-0 flex-1 basis-60`}
            />
            <button type="submit" className={buttonClass("quiet")}>
              Open it
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
