import { Notice } from "@/app/_ui/notice";
import { DONE_SENTENCES } from "@/lib/posts/sentences";

/** What was done a moment ago, by the word in the address; a word that nobody knows says nothing. */
export function DoneNotice({ word }: { word: string | undefined }) {
  const said = word && Object.hasOwn(DONE_SENTENCES, word) ? DONE_SENTENCES[word] : undefined;
  return said ? <Notice tone="success" role="status" title={said} /> : null;
}
