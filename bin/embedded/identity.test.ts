import { expect, it } from "vitest";
import { nobody } from "./identity";

it("is the system's nobody", () => {
  expect(nobody("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:nobody:/:/sbin/nologin\n")).toEqual({
    uid: 65534,
    gid: 65533,
  });
});

it("understands a nobody below zero", () => {
  expect(nobody("nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false\n")).toEqual({
    uid: 4294967294,
    gid: 4294967294,
  });
});

it("has a number where none is listed", () => {
  expect(nobody("")).toEqual({ uid: 65534, gid: 65534 });
});
