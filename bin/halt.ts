/** An end that was foreseen: its message is one sentence on what is wrong and what to do, and no stack is shown. */
export class Halt extends Error {
  override name = "Halt";
}
