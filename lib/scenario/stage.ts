// Promise: each scenario has a portal of its own – fresh tables, the portal's ordinary role, a clock that stands still.
import { runDue } from "@/lib/due/run";
import type { Portal } from "@/lib/portal";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { buildWorld } from "./build";
import { Ledger } from "./ledger";
import { type Given, perform } from "./perform";
import { ANYBODY, type Step, type World } from "./shape";

/** What a group, a link or a post of a file is in the database. */
interface GroupThere {
  readonly id: string;
  readonly slug: string;
}
interface LinkThere {
  readonly id: string;
  readonly group: string;
  /** the newest */
  token: string;
}

/** Whatever was never made, so that it can be asked for like anything else that is not there. */
const NOWHERE = "absent-000000";
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Where a stage stands: an empty portal of its own. */
export interface Ground {
  /** with its clock so many minutes after the beginning; the one before is not used any more */
  portalAt(minutes: number): Promise<Portal>;
  /** `keep` leaves what was built for a look */
  leave(how: { keep: boolean }): Promise<void>;
}

export class Stage {
  readonly accounts = new Map<string, string>();
  readonly groups = new Map<string, GroupThere>();
  readonly links = new Map<string, LinkThere>();
  readonly posts = new Map<string, string>();
  readonly ledger = new Ledger(this);
  #now = 0;

  private constructor(
    private readonly ground: Ground,
    private opened: Portal,
  ) {}

  /** Throws `WorldRefused` where the portal refuses a part of the world. */
  static async on(ground: Ground, world: World): Promise<Stage> {
    const stage = new Stage(ground, await ground.portalAt(0));
    try {
      await buildWorld(stage, world);
      await stage.ledger.begin();
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  get portal(): Portal {
    return this.opened;
  }

  /** minutes since the beginning */
  get minutes(): number {
    return this.#now;
  }

  perform(step: Step): Promise<Given> {
    return perform(this, step);
  }

  /** Moves the clock, and does what is due by then. */
  async wait(minutes: number): Promise<void> {
    this.#now += minutes;
    this.opened = await this.ground.portalAt(this.#now);
    await runDue(this.opened);
  }

  self(): Promise<Viewer> {
    return siteViewer(this.portal);
  }

  /** As they are now; whoever was deleted is as good as inactive, and never a visitor. */
  async as(name: string): Promise<Viewer> {
    if (name === ANYBODY) return findViewer(this.portal, null);
    const id = this.account(name);
    const viewer = await findViewer(this.portal, { account: id });
    return viewer.account ? viewer : { ...viewer, kind: "account", account: { id, active: false, owner: false } };
  }

  account(name: string): string {
    return this.accounts.get(name) ?? NOBODY;
  }

  /** the group's address */
  group(name: string): string {
    return this.groups.get(name)?.slug ?? NOWHERE;
  }

  token(link: string): string {
    return this.links.get(link)?.token ?? "";
  }

  link(name: string): { group: string; link: string } {
    const there = this.links.get(name);
    return { group: there ? this.group(there.group) : NOWHERE, link: there?.id ?? NOBODY };
  }

  post(name: string): string {
    return this.posts.get(name) ?? NOBODY;
  }

  async close({ keep = false }: { keep?: boolean } = {}): Promise<void> {
    await this.ground.leave({ keep });
  }
}
