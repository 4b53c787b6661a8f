import { expect, it } from "vitest";
import { decideFromList, decisionOf, fromDecision } from "./schema";

const account = "3f2f1f6e-5b8a-4c1d-9e2f-7a6b5c4d3e2f";
const parse = (decision: string) => decideFromList.safeParse({ decision });

it("a button's value comes back as what it stands for", () => {
  const decision = decisionOf("approve", "leave", "scouts-k3f9q2", account);
  expect(parse(decision).success).toBe(true);
  expect(fromDecision({ decision })).toEqual({
    verdict: "approve",
    kind: "leave",
    group: "scouts-k3f9q2",
    account,
    reason: "",
  });
});

it.each([
  "",
  "approve",
  `approve join scouts-k3f9q2 ${"-".repeat(36)}`,
  "approve join scouts-k3f9q2 00000000-0000-0000-c000-000000000001",
  `maybe join scouts-k3f9q2 ${account}`,
  `approve join scouts-k3f9q2 ${account} more`,
  `approve join ${"x".repeat(500)} ${account}`,
  `approve  scouts-k3f9q2 ${account}`,
])("any other value is refused before it is believed: %j", (decision) => {
  expect(parse(decision).success).toBe(false);
});
