import { startPortalForTests } from "@/bin/test-portal";

/** The demo portal that all specs visit, told to them as E2E_ADDRESS; and its database, for what no page shows. */
export default async function setUp(): Promise<() => Promise<void>> {
  const portal = await startPortalForTests();
  process.env.E2E_ADDRESS = portal.address;
  process.env.E2E_OWNER_URL = portal.ownerUrl;
  process.env.E2E_APP_URL = portal.appUrl;
  process.env.E2E_FOLDER = portal.folder;
  return portal.stop;
}
