import type { Route } from "next";
import { FacetLinks } from "@/app/_ui/facet-links";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { TextLink } from "@/app/_ui/text-link";
import { Specimen } from "./specimen";

const at = (part: string) => `/dev/ui?at=${part}` as Route;

export function Ways() {
  return (
    <>
      <Specimen title="Links" look="row">
        <TextLink href="/dev/ui">In running text</TextLink>
        <TextLink href="/dev/ui" bare>
          Bare, in a list
        </TextLink>
      </Specimen>
      <Specimen title="Pages of one thing">
        <Tabs
          label="Pages of a group"
          tabs={[
            { href: at("about"), label: "About", current: true },
            { href: at("members"), label: "Members" },
            { href: at("requests"), label: "Requests", count: 3, countLabel: "waiting" },
          ]}
        />
      </Specimen>
      <Specimen title="Ways to narrow a list">
        <FacetLinks
          label="Kind"
          facets={[
            { href: at("crew"), label: "Crew", count: 12, current: true },
            { href: at("choir"), label: "Choir", count: "1,000+" },
          ]}
        />
      </Specimen>
      <Specimen title="On through a list">
        <Pager of="first of three" next={at("second")} />
        <Pager of="second of three" previous={at("first")} next={at("third")} />
        <Pager of="third of three" previous={at("second")} />
      </Specimen>
    </>
  );
}
