/** Where a type is administered: addresses that people know by heart. */
const TYPES = "/admin/group/types";

export const typePath = (type: string): string => `${TYPES}/manage/${type}`;

export function tablePath(type: string, page: "permissions" | "outsider"): string {
  return `${typePath(type)}/permissions${page === "outsider" ? "/outsider" : ""}`;
}

/** The page that a saved table leads back to; `saved` says which version it brought. */
export function savedPath(saved: {
  type: string;
  page: "permissions" | "outsider";
  role: string;
  version: number | null;
}) {
  const query = new URLSearchParams({
    ...(saved.role && { role: saved.role }),
    saved: String(saved.version ?? "nothing"),
  });
  return `${tablePath(saved.type, saved.page)}?${query}`;
}
