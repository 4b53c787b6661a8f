/** One join link: what became of it, and what to do with it. */
import { notFound } from "next/navigation";
import { Facts } from "@/app/_ui/facts";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Time } from "@/app/_ui/time";
import { findLink, type LinkLine } from "@/lib/join-links/queries";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { Funnel } from "../_parts/funnel";
import { LinkVerbs } from "../_parts/link-verbs";
import { Expiry, LinkBadges, linkName, usesOf, whyNotNow } from "../_parts/link-words";

type Props = { params: Promise<{ slug: string; link: string }>; searchParams: GroupProps["searchParams"] };

export const generateMetadata = ({ params }: Props) => titled(params, "Join link");

export default async function LinkPage({ params }: Props) {
  const group = await foundGroup(params);
  const link = await findLink(await currentViewer(), group.slug, (await params).link);
  if (!link) notFound();
  const trouble = whyNotNow(link, group.flags.internal);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Join links", href: groupPath(group.slug, "/links") },
        ]}
        title={linkName(link)}
        badges={<LinkBadges link={link} />}
      />
      <div className="grid gap-10">
        {trouble ? <Notice tone="warning" title={trouble} /> : null}
        <Funnel link={link} />
        <Facts facts={factsOf(link)} />
        {link.state === "revoked" ? (
          <p className="text-sm text-muted">A revoked link stays revoked. Make a new one instead.</p>
        ) : (
          <LinkVerbs slug={group.slug} link={link} />
        )}
      </div>
    </>
  );
}

function factsOf(link: LinkLine) {
  return [
    { name: "Begins with", value: <span className="font-mono">{link.prefix}…</span> },
    { name: "Uses", value: usesOf(link) },
    { name: "Expiry", value: <Expiry link={link} /> },
    {
      name: "Made",
      value: (
        <>
          <Time at={link.createdAt} /> by {link.maker ?? "somebody whose account is gone"}
        </>
      ),
    },
    ...(link.note ? [{ name: "Note", value: <span className="whitespace-pre-line">{link.note}</span> }] : []),
  ];
}
