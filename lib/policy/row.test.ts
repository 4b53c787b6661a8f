import { expect, it } from "vitest";
import { globalRow, groupRow } from "./row";

const words = { label: "Do it", help: "Does it.", section: "Doing" };

it("a row without the reason for somebody it leaves out does not compile", () => {
  const whole = groupRow("do.it", {
    ...words,
    holders: ["outsider", "member"],
    impossible: { anonymous: "Nobody there.", leader: "Leads already." },
  });
  expect(whole).toEqual({
    key: "do.it",
    ...words,
    risk: "normal",
    holders: ["outsider", "member"],
    impossible: { anonymous: "Nobody there.", leader: "Leads already." },
  });

  groupRow("do.it", {
    ...words,
    holders: ["outsider", "member"],
    // @ts-expect-error leaders are left out, and nothing says why
    impossible: { anonymous: "Nobody there." },
  });
  groupRow("do.it", {
    ...words,
    holders: ["outsider", "member", "leader"],
    // @ts-expect-error a reason for somebody who is not left out
    impossible: { anonymous: "Nobody there.", member: "In already." },
  });
  // @ts-expect-error no reasons at all
  groupRow("do.it", { ...words, holders: ["outsider"] });
  // @ts-expect-error an audience that does not exist
  groupRow("do.it", { ...words, holders: ["everybody"], impossible: {} });
});

it("nor does a global row that leaves visitors out without a reason", () => {
  expect(globalRow("do.it", { ...words, risk: "high", holders: ["anonymous", "account"], impossible: {} }).risk).toBe(
    "high",
  );
  expect(globalRow("do.it", { ...words, holders: ["anonymous", "account"], impossible: {} }).risk).toBe("normal");
  globalRow("do.it", {
    ...words,
    holders: ["account"],
    // @ts-expect-error visitors are left out, and nothing says why
    impossible: {},
  });
});
