/** A browser that runs no script: it keeps cookies, reads forms as they stand in the page, and posts them. */
import { decode } from "./entities";

export interface Seen {
  readonly status: number;
  readonly to: string | null;
  readonly body: string;
  readonly headers: Headers;
}

export class PlainBrowser {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  async get(path: string): Promise<Seen> {
    return this.send(path, { method: "GET" });
  }

  /** Fills in and sends the form of `path` that has a control of this name, as it came, hidden fields and all. */
  async submit(path: string, control: string, fields: Readonly<Record<string, string>>): Promise<Seen> {
    const { body, status } = await this.get(path);
    const form = body.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`name="${control}"`));
    if (!form) throw new Error(`${path} (${status}) has no form with ${control}`);
    const data = new FormData();
    for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      if (name) data.append(decode(name), decode(/value="([^"]*)"/.exec(tag)?.[1] ?? ""));
    }
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return this.send(path, { method: "POST", body: data });
  }

  async send(path: string, init: RequestInit): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(this.origin + path, {
      redirect: "manual",
      ...init,
      headers: { origin: this.origin, cookie, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const to = response.headers.get("location");
    return { status: response.status, to, body: await response.text(), headers: response.headers };
  }

  /** The session's cookie, by which the same browser is known. */
  get session(): string | undefined {
    return [...this.cookies].find(([name]) => name.endsWith(".session"))?.[1];
  }

  private keep(line: string): void {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    const gone = /max-age=0/i.test(line) || /expires=thu, 01 jan 1970/i.test(line);
    if (gone || at === pair.length - 1) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** What a reader sees of a page: no markup, no script. */
export function words(body: string): string {
  const visible = body.replaceAll(/<(script|style|head|template)[\s\S]*?<\/\1>/g, " ");
  return decode(visible.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "));
}
