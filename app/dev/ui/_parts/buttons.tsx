import { Plus } from "lucide";
import { Button, ButtonLink, type Size, type Variant } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Specimen } from "./specimen";

const VARIANTS: readonly Variant[] = ["primary", "quiet", "danger", "plain"];
const SIZES: readonly Size[] = ["md", "sm"];

export function Buttons() {
  return (
    <>
      {SIZES.map((size) => (
        <Specimen key={size} title={`Size ${size}`} look="row">
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {variant}
            </Button>
          ))}
          <Button size={size}>
            <Icon of={Plus} /> with an icon
          </Button>
        </Specimen>
      ))}
      <Specimen title="Disabled: rare, since a button that cannot be pressed should say why" look="row">
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} disabled>
            {variant}
          </Button>
        ))}
      </Specimen>
      <Specimen title="On its way" look="row">
        {VARIANTS.map((variant) => (
          <SubmitButton key={variant} variant={variant} pending pendingLabel="Saving…">
            Save
          </SubmitButton>
        ))}
        <SubmitButton size="sm" variant="quiet" pending>
          Save
        </SubmitButton>
      </Specimen>
      <Specimen title="Links that look like buttons" look="row">
        {VARIANTS.map((variant) => (
          <ButtonLink key={variant} href="/dev/ui" variant={variant}>
            {variant}
          </ButtonLink>
        ))}
      </Specimen>
    </>
  );
}
