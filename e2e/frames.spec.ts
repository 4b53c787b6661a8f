/** Foreign pages: they frame nothing of the portal, and no link of it hands them a window. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { group, groupType, PLAIN, person } from "./support/make";
import { address, closePortalHere, sessionCookie } from "./support/stand";

test.afterAll(closePortalHere);

test("T49 no page is shown in a foreign frame, and none opens a window that could turn it round", async ({
  context,
  page,
}) => {
  const leader = await person("Leader");
  const place = await group({ type: await groupType(PLAIN), leaders: [leader] });
  await context.addCookies([{ ...(await sessionCookie(leader.id)), url: address() }]);
  const paths = ["/sign-in", "/groups", `/groups/${place.slug}`, `/groups/${place.slug}/links/new`];
  const frames = paths.map((path) => `<iframe src="${address()}${path}"></iframe>`).join("");
  const foreign = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end(`<!doctype html><title>Foreign</title>${frames}`);
  });
  await new Promise<void>((up) => foreign.listen(0, "127.0.0.1", up));
  try {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("frame-ancestors")) refused.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    await expect.poll(() => refused.length).toBe(paths.length);
    await expect
      .poll(() =>
        page
          .frames()
          .slice(1)
          .map((frame) => frame.url().split(":")[0]),
      )
      .toEqual(paths.map(() => "chrome-error"));
  } finally {
    foreign.close();
  }
  for (const path of paths) {
    await page.goto(address() + path);
    expect(await page.locator("a[target], form[target]").count(), path).toBe(0);
  }
});
