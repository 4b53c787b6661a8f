import { Markdown } from "@/app/_ui/markdown";
import { MarkdownField } from "@/app/_ui/markdown-field";
import { Specimen } from "./specimen";

const TEXT = `# A heading of its own

Words that are **strong**, words that *lean*, \`words of a machine\`, and [words that lead on](/dev/ui).[^1]

## A smaller one

- one
- two
  1. first
  2. second
- [x] done
- [ ] to do

> What somebody said, as they said it.

| part | load |
|---|---|
| Hook | 3 t |
| Chain | 4 t |

\`\`\`
a line of code that may be far too wide for the place where it stands, and scrolls by itself when it is
\`\`\`

---

<b>Tags</b> are letters.

[^1]: A note stands at the end.
`;

export function Writing() {
  return (
    <>
      <Specimen title="A text in Markdown">
        <Markdown>{TEXT}</Markdown>
      </Specimen>
      <Specimen title="A place to write one">
        <MarkdownField name="written" label="Text" defaultValue="Words that are **strong**." rows={4} optional />
      </Specimen>
    </>
  );
}
