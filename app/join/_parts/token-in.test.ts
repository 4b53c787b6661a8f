import { expect, it } from "vitest";
import { tokenIn } from "./token-in";

const token = "Zk3_9fQ-2mX7rT5wL8cV1a";

it.each([
  token,
  `  ${token}\n`,
  `/join/${token}`,
  `https://guild.example.org/join/${token}`,
  `localhost:3000/join/${token}?from=mail`,
  `https://guild.example.org/join/${token}/`,
])("finds the token in %j", (pasted) => expect(tokenIn(pasted)).toBe(token));

it.each([
  "",
  "hello",
  "https://evil.example/",
  `https://evil.example/${token}x y`,
  "/join/../admin",
  `/join/${"a".repeat(300)}`,
])("finds none in %j", (pasted) => expect(tokenIn(pasted)).toBeNull());
