/** Buttons and the links that look like them. One primary per screen; in a list of equals the one to press is `soft`. */
import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type Variant = "primary" | "soft" | "quiet" | "danger" | "plain";
export type Size = "md" | "sm";

const shape =
  "inline-flex items-center justify-center gap-2 rounded-md border font-medium max-w-full text-center wrap-break-word no-underline transition-colors duration-150 ease-calm disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress";

const sizes: Record<Size, string> = {
  md: "min-h-11 px-4 py-2 text-sm",
  sm: "min-h-9 px-3 py-1 text-sm",
};

const variants: Record<Variant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  soft: "border-transparent bg-accent-wash text-accent hover:bg-accent hover:text-on-accent",
  quiet: "border-edge bg-panel text-ink hover:border-ink hover:bg-well",
  danger: "border-danger bg-panel text-danger hover:bg-danger hover:text-on-danger",
  plain: "border-transparent text-accent underline decoration-1 underline-offset-4 hover:bg-accent-wash",
};

/** The classes alone, for what is neither a button nor a link (a `summary`, a Base UI trigger). */
export function buttonClass(variant: Variant = "quiet", size: Size = "md", extra = ""): string {
  return `${shape} ${sizes[size]} ${variants[variant]} ${extra}`;
}

type ButtonProps = ComponentProps<"button"> & { variant?: Variant; size?: Size };

/** A button that is not a form's submit, unless `type` says so; forms use `SubmitButton`. */
export function Button({ variant, size, className = "", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, size, className)} {...rest} />;
}

type LinkProps<T extends string> = {
  href: Route<T> | URL;
  variant?: Variant;
  size?: Size;
  className?: string;
  children: ReactNode;
};

/** Fetched when it is followed, not when it is seen: a page of links is not a page of requests. */
export function ButtonLink<T extends string>({ href, variant, size, className = "", children }: LinkProps<T>) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(variant, size, className)}>
      {children}
    </Link>
  );
}
