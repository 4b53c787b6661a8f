/** A person, with those of their groups that the reader may know of. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { List } from "@/app/_ui/list";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { findPerson, type Profile } from "@/lib/people/queries/find-person";
import { currentViewer } from "@/lib/session/current";
import { GroupRow } from "../../_parts/group-row";
import { one, personPath, withQuery } from "../../_parts/paths";
import { VerbForms } from "../../_parts/verb";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asked once per request, by the page and by its title. */
const find = cache(async (account: string, after?: string) => findPerson(await currentViewer(), account, after));

async function found({ params, searchParams }: Props) {
  return find((await params).account, one((await searchParams).after));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const person = await found(props);
  return person ? { title: `Profile · ${person.name}` } : {};
}

export default async function ProfilePage(props: Props) {
  const person = await found(props);
  if (!person) notFound();
  const { lines, next } = person.groups;
  const after = one((await props.searchParams).after);
  return (
    <>
      <PageHeader
        picture={<Avatar name={person.name} size="lg" />}
        title={person.name}
        badges={person.own ? <Badge tone="accent">You</Badge> : null}
        actions={person.own ? <ButtonLink href={withQuery("/account", {})}>Your account</ButtonLink> : null}
      />
      <Panel id="groups" title="Groups" look="bare">
        <div className="grid gap-5">
          <VerbForms />
          {lines.length > 0 ? (
            <List label="Groups">
              {lines.map((line) => (
                <GroupRow key={line.slug} line={line} />
              ))}
            </List>
          ) : (
            <NoGroups person={person} further={after !== undefined} />
          )}
        </div>
      </Panel>
      <Pager
        of="groups"
        previous={after ? personPath(person.id) : undefined}
        next={next ? personPath(person.id, { after: next }) : undefined}
      />
    </>
  );
}

/** Says nothing of groups that there may be besides. */
function NoGroups({ person, further }: { person: Profile; further: boolean }) {
  if (further) return <EmptyState title="Nothing further on" />;
  if (person.own) {
    return (
      <EmptyState title="You are in no group yet" actions={<ButtonLink href="/groups">Browse groups</ButtonLink>}>
        <p>Groups that you join show here. Others see those of them whose members they may know.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No group to show">
      <p>Groups stand here that {person.name} is in, as far as you may see them and know who their members are.</p>
    </EmptyState>
  );
}
