/**
 * Text as its writer marked it up: headings, lists, links, tables, code. Raw HTML is shown as letters, and nothing of
 * another site is fetched: an image becomes a link to it. `id` sets the footnotes of several texts of a page apart.
 */
import { type ComponentProps, type ReactNode, useId } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { isLaidOut } from "./markdown-limits";

type Props = { children: string };

/** Only footnotes bear ids, and those are set apart before they are looked at. */
const SAFE = { ...defaultSchema, clobberPrefix: "", protocols: { ...defaultSchema.protocols, src: ["http", "https"] } };

export function Markdown({ children }: Props) {
  const id = useId();
  if (!isLaidOut(children)) return <p className="whitespace-pre-wrap">{children}</p>;
  return (
    <div className="written">
      <ReactMarkdown
        remarkPlugins={[remarkGfm, htmlAsLetters]}
        remarkRehypeOptions={{ clobberPrefix: `${id}-`, footnoteLabel: "Notes", footnoteBackLabel: "Back to the text" }}
        rehypePlugins={[[rehypeSanitize, SAFE]]}
        components={COMPONENTS}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}

/** The page has its own first heading: those of a text begin below it. */
const COMPONENTS: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  // The heading of the notes has one id whatever the text, and two texts may stand on a page: it goes.
  h2: ({ children, className }) => (className ? <h2 className="notes">{children}</h2> : <h3>{children}</h3>),
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  a: ({ href = "", children, id, ...rest }) => (
    <Outward href={href} id={id} label={rest["aria-label"]}>
      {children}
    </Outward>
  ),
  img: ({ src, alt }) => (typeof src === "string" ? <Outward href={src}>{alt || "Image"}</Outward> : (alt ?? null)),
  input: ({ checked }) => <Tick done={checked === true} />,
  table: ({ children }) => (
    <Scrolling label="Table">
      <table>{children}</table>
    </Scrolling>
  ),
  pre: ({ children }) => (
    <Scrolling label="Code">
      <pre>{children}</pre>
    </Scrolling>
  ),
};

type OutwardProps = { href: string; id?: string; label?: string; children: ReactNode };

/** The portal vouches for no address that somebody wrote. */
function Outward({ href, id, label, children }: OutwardProps) {
  const within = href.startsWith("#");
  return (
    <a
      className="link"
      href={href || undefined}
      id={id}
      aria-label={label}
      rel={within ? undefined : "nofollow ugc noopener noreferrer"}
    >
      {children}
    </a>
  );
}

function Tick({ done }: { done: boolean }) {
  return (
    <>
      <span aria-hidden="true">{done ? "☑" : "☐"}</span>
      <span className="sr-only">{done ? "Done:" : "To do:"}</span>
    </>
  );
}

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** Tags are what somebody typed: they are shown, not obeyed and not left out. */
function htmlAsLetters() {
  const asText = (parent: Node): void => {
    parent.children = parent.children?.map((node) => {
      asText(node);
      if (node.type !== "html") return node;
      const text = { type: "text", value: node.value };
      return ["paragraph", "heading", "emphasis", "strong", "delete", "link", "tableCell"].includes(parent.type)
        ? text
        : { type: "paragraph", children: [text] };
    });
  };
  return (tree: Node) => asText(tree);
}

/** What is wider than the page scrolls by itself, by keyboard too. */
function Scrolling({ label, children }: { label: string } & Pick<ComponentProps<"div">, "children">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse.
    // biome-ignore lint/a11y/useSemanticElements: a part of a text, no landmark of the page.
    <div role="group" aria-label={label} tabIndex={0} className="overflow-x-auto">
      {children}
    </div>
  );
}
