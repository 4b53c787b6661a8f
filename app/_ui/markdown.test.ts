import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown";

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, null, text));

describe("a text in Markdown", () => {
  it("has its headings below those of the page", () => {
    expect(html("# One\n\n## Two\n\n### Three\n\n###### Six")).toMatch(
      /<h2>One<\/h2>\s*<h3>Two<\/h3>\s*<h4>Three<\/h4>\s*<h6>Six<\/h6>/,
    );
  });

  it("shows raw HTML as letters", () => {
    const shown = html('<b onclick="x()">bold</b> and\n\n<script>alert(1)</script>\n\n<iframe src="//x"></iframe>');
    expect(shown).not.toMatch(/<(b|script|iframe)\b/);
    expect(shown).toContain("&lt;b onclick=&quot;x()&quot;&gt;bold");
    expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("T51 leads to addresses of the web and the post office, and to no script", () => {
    const hrefs = (text: string) => [...html(text).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(hrefs("[a](https://example.org) [b](mailto:a@example.org) [c](/groups)")).toEqual([
      "https://example.org",
      "mailto:a@example.org",
      "/groups",
    ]);
    const bad = [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "java\tscript:x",
      "file:///etc",
    ];
    for (const address of bad) {
      expect(hrefs(`[a](<${address}>)`), address).toEqual([]);
      expect(hrefs(`![a](<${address}>)`), address).toEqual([]);
      expect(hrefs(`[a]: <${address}>\n\n[a]`), address).toEqual([]);
    }
    expect(hrefs("<javascript:alert(1)>")).toEqual([]);
  });

  it("vouches for nobody, and fetches nothing", () => {
    const shown = html("![A chart](https://example.org/a.png) <https://example.org>");
    expect(shown).not.toContain("<img");
    expect(shown.match(/rel="nofollow ugc noopener noreferrer"/g)).toHaveLength(2);
    expect(shown).toContain(">A chart</a>");
  });

  it("says of a tick what it means, and lets what is wide scroll by keyboard", () => {
    const shown = html("- [x] done\n- [ ] open\n\n| a |\n|---|\n| 1 |\n\n```\ncode\n```");
    expect(shown).not.toContain("<input");
    expect(shown).toContain("Done:");
    expect(shown).toContain("To do:");
    expect(shown).toMatch(/<div role="group" aria-label="Table" tabindex="0"[^>]*><table>/);
    expect(shown).toMatch(/<div role="group" aria-label="Code" tabindex="0"[^>]*><pre>/);
  });

  it("keeps the notes of two texts apart", () => {
    const both = renderToStaticMarkup(
      createElement(
        "div",
        null,
        createElement(Markdown, null, "a[^1]\n\n[^1]: b"),
        createElement(Markdown, null, "c[^1]\n\n[^1]: d"),
      ),
    );
    const ids = [...both.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of both.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(decodeURIComponent(to ?? ""));
    for (const [, by] of both.matchAll(/aria-describedby="([^"]+)"/g)) expect(ids).toContain(by);
  });

  it("is shown letter by letter where laying it out would never end", () => {
    expect(html(">".repeat(50_000))).toMatch(/^<p class="[^"]*whitespace-pre-wrap">(&gt;){50000}<\/p>$/);
  });
});
