/** Above every page until the address is confirmed: it counts for nothing before. */
import type { Route } from "next";
import { TextLink } from "@/app/_ui/text-link";

export function UnprovenAddress() {
  return (
    <p className="bg-warning-wash px-4 py-2 text-center text-sm text-ink">
      Your address is not confirmed yet, so it counts for nothing here.{" "}
      <TextLink href={"/account" as Route}>Confirm your address</TextLink>
    </p>
  );
}
