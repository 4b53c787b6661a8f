/** Content types: one entry here makes the seven rows that a type's table gains when the content is switched on. */
import { groupRow, type Holder, type Row } from "./row";

export const CONTENT_TYPES = [{ key: "post", many: "posts", section: "Posts" }] as const;

export type ContentType = (typeof CONTENT_TYPES)[number]["key"];

export type ContentVerb =
  | "view"
  | "view-unpublished"
  | "create"
  | "edit-own"
  | "edit-any"
  | "delete-own"
  | "delete-any";

export type ContentPermission = `${ContentType}.${ContentVerb}`;

const accounts = { holders: ["outsider", "member", "leader"] } as const;

/** The seven rows of one content type, in the order of the page. */
export function contentRowsOf(content: (typeof CONTENT_TYPES)[number]): Row<ContentPermission, Holder>[] {
  const { key, many, section } = content;
  const anonymous = `There is no account to answer for what is done to ${many}.`;
  return [
    groupRow(`${key}.view`, {
      holders: ["anonymous", "outsider", "member", "leader"],
      impossible: {},
      label: `View ${many}`,
      help: `Reads the published ${many} of the group.`,
      section,
    }),
    groupRow(`${key}.view-unpublished`, {
      ...accounts,
      label: `View unpublished ${many}`,
      help: `Reads drafts of other people's ${many}.`,
      section,
      impossible: { anonymous: "What is not published is not shown to people without an account." },
    }),
    groupRow(`${key}.create`, {
      ...accounts,
      label: `Create ${many}`,
      help: `Writes new ${many} and replies.`,
      section,
      impossible: { anonymous: `There is no account to be the author of ${many}.` },
    }),
    groupRow(`${key}.edit-own`, {
      ...accounts,
      label: `Edit own ${many}`,
      help: `Changes ${many} that one has written.`,
      section,
      impossible: { anonymous: `There is no account to be the author of ${many}.` },
    }),
    groupRow(`${key}.edit-any`, {
      ...accounts,
      label: `Edit any ${many}`,
      help: `Changes everybody's ${many}, one's own included.`,
      section,
      risk: "high",
      impossible: { anonymous },
    }),
    groupRow(`${key}.delete-own`, {
      ...accounts,
      label: `Delete own ${many}`,
      help: `Deletes ${many} that one has written.`,
      section,
      impossible: { anonymous: `There is no account to be the author of ${many}.` },
    }),
    groupRow(`${key}.delete-any`, {
      ...accounts,
      label: `Delete any ${many}`,
      help: `Deletes everybody's ${many}, one's own included.`,
      section,
      risk: "high",
      impossible: { anonymous },
    }),
  ];
}
