import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("T90 the client's address", () => {
  it.each([
    [null, 0, "local"],
    ["203.0.113.9", 0, "local"],
    ["203.0.113.9", 1, "203.0.113.9"],
    ["1.2.3.4, 203.0.113.9", 1, "203.0.113.9"],
    ["6.6.6.6, 1.2.3.4, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
    ["203.0.113.9", 2, "local"],
    ["203.0.113.9:4711", 1, "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2"],
    ["2001:DB8::1", 1, "2001:db8:0:0"],
    ["[2001:db8:1:2::9]:443", 1, "2001:db8:1:2"],
    ["::1", 1, "0:0:0:0"],
    ["unknown", 1, "local"],
    ["'; drop table rate_count; --", 1, "local"],
    ["x".repeat(10_000), 1, "local"],
    ["", 1, "local"],
    [",", 1, "local"],
  ])("of %j behind %d proxies is %s", (forwarded, hops, address) => {
    expect(clientAddress(forwarded, hops)).toBe(address);
  });

  it("would be the sender's own word if the first entry were believed", () => {
    const believing = (forwarded: string) => forwarded.split(",")[0];
    expect(believing("6.6.6.6, 203.0.113.9")).not.toBe(clientAddress("6.6.6.6, 203.0.113.9", 1));
  });
});
