/** How a box of a table is called where forms send it and errors name it. */
const PARTED = "|";

export const cellId = (role: string, permission: string): string => `${role}${PARTED}${permission}`;

export function cellFrom(id: string): { role: string; permission: string } {
  const [role = "", permission = ""] = id.split(PARTED);
  return { role, permission };
}
