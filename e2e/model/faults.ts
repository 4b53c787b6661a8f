/** Single wrong lines that can be planted in the model, each of which a comparison has to find. */
export const FAULTS = [
  "public is ignored at pruning",
  "the last administrator is not asked about",
  "a leader is not counted",
  "an until never passes",
  "restricted is not asked about",
  "a link makes eligible",
  "requests outlive a group's becoming internal",
  "managing all groups reaches the internal ones",
  "the other administrators do not hear of a request",
  "one's own request can be decided",
] as const;

export type Fault = (typeof FAULTS)[number];
