/** How a box of a table, and a change of one, is called where forms and addresses send it and errors name it. */
const PARTED = "|";

export interface CellChange {
  readonly role: string;
  readonly permission: string;
  readonly on: boolean;
}

export const cellId = (role: string, permission: string): string => `${role}${PARTED}${permission}`;

export function cellFrom(id: string): { role: string; permission: string } {
  const [role = "", permission = ""] = id.split(PARTED);
  return { role, permission };
}

/** `+member|post.view` grants, `-member|post.view` revokes. */
export const changeId = ({ role, permission, on }: CellChange): string =>
  `${on ? "+" : "-"}${cellId(role, permission)}`;

export function changeFrom(id: string): CellChange {
  return { ...cellFrom(id.slice(1)), on: id.startsWith("+") };
}
