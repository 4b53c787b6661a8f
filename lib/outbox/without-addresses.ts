/** What a mail server said, without whom it said it of. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>"'()]+/g, (word) => (word.includes("@") ? "(address)" : word));
}
