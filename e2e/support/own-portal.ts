/** A portal of a spec's own, which it visits instead of the shared one until it leaves. */
import { startPortalForTests, type TestPortal, type TestPortalOptions } from "@/bin/test-portal";
import { closePortalHere } from "./stand";

export interface OwnPortal extends TestPortal {
  /** stops it; whoever comes next visits the shared one again */
  leave(): Promise<void>;
}

export async function ownPortal(options: TestPortalOptions): Promise<OwnPortal> {
  await closePortalHere();
  const portal = await startPortalForTests(options);
  const before = { ...process.env };
  process.env.E2E_ADDRESS = portal.address;
  process.env.E2E_OWNER_URL = portal.ownerUrl;
  process.env.E2E_APP_URL = portal.appUrl;
  process.env.E2E_FOLDER = portal.folder;
  const leave = async () => {
    await closePortalHere();
    for (const name of ["E2E_ADDRESS", "E2E_OWNER_URL", "E2E_APP_URL", "E2E_FOLDER"]) process.env[name] = before[name];
    await portal.stop();
  };
  return { ...portal, leave };
}
