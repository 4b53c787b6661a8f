import { Inbox } from "lucide";
import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";

/** Requests that wait for one's answer: the one thing here that others wait for. Counted to a hundred and no further. */
export function Waiting({ waiting }: { waiting: number }) {
  const many = waiting >= 100 ? "100 or more requests wait" : `${waiting} requests wait`;
  return (
    <section
      aria-label="What waits for you"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-accent-wash px-5 py-4"
    >
      <Icon of={Inbox} size={22} className="text-accent" />
      <p className="flex-1 basis-40 font-serif text-lg">{waiting === 1 ? "One request waits" : many} for your answer</p>
      <ButtonLink href="/requests" variant="primary" size="sm">
        {waiting === 1 ? "Look at it" : "Look at them"}
      </ButtonLink>
    </section>
  );
}
