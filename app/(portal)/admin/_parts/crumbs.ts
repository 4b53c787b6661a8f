/** The way to a page of the administration, without the page itself. */
import type { Crumb } from "@/app/_ui/page-header";
import { withQuery } from "../../_parts/paths";

export const ADMIN: Crumb = { label: "Administration", href: withQuery("/admin", {}) };
export const TYPES: Crumb = { label: "Group types", href: withQuery("/admin/group/types", {}) };
export const PEOPLE: Crumb = { label: "People", href: withQuery("/admin/people", {}) };
export const LOG: Crumb = { label: "The log", href: withQuery("/admin/audit", {}) };
export const GROUPS: Crumb = { label: "All groups", href: withQuery("/admin/group", {}) };
