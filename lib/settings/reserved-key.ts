/** How reserved names are compared: compatible forms alike, case folded, trimmed. Accents count. */
export function reservedKey(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC").replaceAll(/\s+/gu, " ").trim();
}
