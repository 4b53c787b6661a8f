/** Something to know, beside what it is about. The tone is in the icon and the words, not only in the colour. */
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Tone = "info" | "success" | "warning" | "danger";

const looks = {
  info: { icon: Info, box: "border-info bg-info-wash", icons: "text-info" },
  success: { icon: CircleCheck, box: "border-accent bg-accent-wash", icons: "text-accent" },
  warning: { icon: TriangleAlert, box: "border-warning bg-warning-wash", icons: "text-warning" },
  danger: { icon: OctagonAlert, box: "border-danger bg-danger-wash", icons: "text-danger" },
};

type Props = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** spoken when it appears: `status` politely, `alert` at once */
  role?: "status" | "alert";
};

export function Notice({ tone = "info", title, children, actions, role }: Props) {
  const look = looks[tone];
  return (
    <div role={role} className={`flex gap-3 rounded-md border-l-4 px-4 py-3 text-sm text-ink ${look.box}`}>
      <Icon of={look.icon} size={20} className={`mt-0.5 ${look.icons}`} />
      <div className="grid min-w-0 flex-1 content-start gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="[&>*+*]:mt-2">{children}</div> : null}
        {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
