/** The first stop of the keyboard: past the frame, to the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-30 -translate-y-20 rounded-md border border-edge bg-panel px-4 py-2 text-sm text-ink focus:translate-y-0"
    >
      Skip to the page
    </a>
  );
}
