import { expect, it } from "vitest";
import { machineName } from "./machine-name";
import { machineNameOf } from "./name-of-label";

it("makes a machine name of a label", () => {
  expect(machineNameOf("Dragon Friends")).toBe("dragon-friends");
  expect(machineNameOf("  3rd Watch: Ñandú & Søn ")).toBe("rd-watch-nandu-s-n");
});

it("makes nothing where nothing of the label can be used", () => {
  for (const label of ["", "   ", "守護", "123", "👑"]) expect(machineNameOf(label)).toBe("");
});

it("makes nothing that the shape of machine names refuses", () => {
  for (const label of ["A".repeat(200), "a-".repeat(60), "Über – alles!", `${"x".repeat(47)} y`]) {
    expect(machineName.safeParse(machineNameOf(label)).success).toBe(true);
  }
});
