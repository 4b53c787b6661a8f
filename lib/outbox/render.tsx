/**
 * How a letter looks: Guildhall's calm frame, in daylight and in lamplight. Whatever is said comes in as plain text and
 * leaves escaped; nothing is fetched from anywhere.
 */
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  render,
  Section,
  Text,
} from "@react-email/components";
import type { Letter, LetterLine, LetterLink } from "./letter";

/** The house's colours by daylight (`app/tokens.css`), which mail readers know only as values. */
const DAY = {
  paper: "#f5f4ee",
  panel: "#fdfdfa",
  ink: "#22261f",
  muted: "#5a5f53",
  line: "#dddcd0",
  accent: "#3d5f2c",
  onAccent: "#fdfdf8",
};

/** By lamplight, for readers that ask the device; the others keep the day. */
const NIGHT = `
body.paper { background-color: ${DAY.paper}; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: #14150f !important; }
  .panel { background-color: #1f211a !important; border-color: #35382d !important; }
  .ink { color: #eceae0 !important; }
  .muted { color: #a8ab9b !important; }
  .line { border-color: #35382d !important; }
  .link { color: #b4d094 !important; }
  .button { background-color: #b4d094 !important; color: #18210f !important; }
}`;

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

export function htmlOf(letter: Letter): Promise<string> {
  return render(<Frame letter={letter} />);
}

function Frame({ letter: { subject, paragraphs, link, lines = [], foot } }: { letter: Letter }) {
  const [first = "", ...rest] = paragraphs;
  return (
    <Html lang="en">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{NIGHT}</style>
      </Head>
      <Preview>{first}</Preview>
      <Body className="paper" style={{ fontFamily: SANS, margin: 0 }}>
        <Section className="paper" style={{ backgroundColor: DAY.paper, padding: "32px 12px" }}>
          <Container
            className="panel"
            style={{ ...box, backgroundColor: DAY.panel, border: `1px solid ${DAY.line}`, maxWidth: "560px" }}
          >
            <Text className="muted" style={{ ...small, fontFamily: SERIF, fontSize: "17px", margin: "0 0 24px" }}>
              Guildhall
            </Text>
            <Heading as="h1" className="ink" style={{ ...heading, color: DAY.ink }}>
              {subject}
            </Heading>
            <Paragraph>{first}</Paragraph>
            {link ? <Act {...link} /> : null}
            {rest.map((text) => (
              <Paragraph key={text}>{text}</Paragraph>
            ))}
            {lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter is written once and never changes
              <Line key={n} {...line} />
            ))}
          </Container>
          {foot ? <Foot {...foot} /> : null}
        </Section>
      </Body>
    </Html>
  );
}

function Paragraph({ children }: { children: string }) {
  return (
    <Text className="ink" style={{ ...running, color: DAY.ink }}>
      {children}
    </Text>
  );
}

function Act({ label, href }: LetterLink) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Button className="button" href={href} target="_self" style={button}>
        {label}
      </Button>
    </Section>
  );
}

function Line({ before, says, more, link }: LetterLine) {
  return (
    <Section style={{ paddingBottom: "12px" }}>
      {before ? (
        <Text className="muted" style={{ ...small, margin: "16px 0 12px" }}>
          {before}
        </Text>
      ) : null}
      <Hr className="line" style={{ border: "none", borderTop: `1px solid ${DAY.line}`, margin: "0" }} />
      <Text className="ink" style={{ ...running, color: DAY.ink, margin: "12px 0 0" }}>
        {says}
      </Text>
      {more ? (
        <Text className="muted" style={{ ...small, margin: "4px 0 0" }}>
          {more}
        </Text>
      ) : null}
      {link ? <Away {...link} /> : null}
    </Section>
  );
}

function Away({ label, href }: LetterLink) {
  return (
    <Text style={{ ...small, margin: "4px 0 0" }}>
      <Link className="link" href={href} target="_self" style={{ color: DAY.accent, textDecoration: "underline" }}>
        {label}
      </Link>
    </Text>
  );
}

function Foot({ says, link }: NonNullable<Letter["foot"]>) {
  return (
    <Container style={{ maxWidth: "560px", padding: "8px 32px" }}>
      <Text className="muted" style={{ ...small, margin: "12px 0 0" }}>
        {says}
      </Text>
      <Away {...link} />
    </Container>
  );
}

const box = { borderRadius: "8px", padding: "32px" };
const running = { fontSize: "16px", lineHeight: "1.55", margin: "0 0 16px", overflowWrap: "break-word" as const };
const small = { color: DAY.muted, fontSize: "14px", lineHeight: "1.5", overflowWrap: "break-word" as const };
const heading = { fontFamily: SERIF, fontSize: "26px", fontWeight: 500, lineHeight: "1.25", margin: "0 0 16px" };
const button = {
  backgroundColor: DAY.accent,
  borderRadius: "6px",
  color: DAY.onAccent,
  fontSize: "16px",
  padding: "12px 20px",
};
