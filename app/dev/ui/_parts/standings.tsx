import { EyeOff, Star } from "lucide";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Count } from "@/app/_ui/tabs";
import { Specimen } from "./specimen";

const BADGES = ["neutral", "accent", "info", "warning", "danger"] as const;
const NOTICES = ["info", "success", "warning", "danger"] as const;

export function Standings() {
  return (
    <>
      <Specimen title="Badges" look="row">
        {BADGES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge icon={EyeOff}>Hidden</Badge>
        <Badge tone="accent" icon={Star}>
          Leads
        </Badge>
      </Specimen>
      <Specimen title="Counts" look="row">
        <Count value={3} label="waiting" />
        <Count value="100+" label="waiting" />
      </Specimen>
      <Specimen title="Notices">
        {NOTICES.map((tone) => (
          <Notice key={tone} tone={tone} title={`Of the tone ${tone}`}>
            <p>The tone is in the icon and in the words, not only in the colour.</p>
          </Notice>
        ))}
        <Notice tone="warning" title="With something to do" actions={<Button size="sm">Look at it</Button>} />
        <Notice>Without a title.</Notice>
      </Specimen>
    </>
  );
}
