import { Button, ButtonLink } from "@/app/_ui/button";
import { ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import type { LinkLine } from "@/lib/join-links/queries";
import { groupPath } from "../../../../_parts/paths";
import { Expiry, LinkBadges, linkName, usesOf } from "./link-words";

export function LinkRow({ slug, link }: { slug: string; link: LinkLine }) {
  const page = groupPath(slug, `/links/${link.id}`);
  return (
    <ListRow
      title={
        <TextLink href={page} bare>
          {linkName(link)}
        </TextLink>
      }
      badges={<LinkBadges link={link} />}
      line={link.note || null}
      meta={
        <>
          <span className="font-mono">{link.prefix}…</span>
          <span>{usesOf(link)}</span>
          <span>
            <Expiry link={link} />
          </span>
          <span>By {link.maker ?? "nobody any more"}</span>
        </>
      }
      actions={
        link.state === "revoked" ? null : (
          <>
            <PauseButton link={link} />
            <ButtonLink href={page} size="sm" variant="plain">
              Manage<span className="sr-only"> {linkName(link)}</span>
            </ButtonLink>
          </>
        )
      }
    />
  );
}

function PauseButton({ link }: { link: LinkLine }) {
  const [form, word] = link.state === "paused" ? ["resume", "Resume"] : ["pause", "Pause"];
  if (link.state !== "paused" && link.state !== "open") return null;
  return (
    <Button type="submit" form={form} name="link" value={link.id} size="sm">
      {word}
      <span className="sr-only"> {linkName(link)}</span>
    </Button>
  );
}
