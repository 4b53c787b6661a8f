"use client";
/** Buttons of lists have no script of their own: the form that one of them sends marks it while it is on its way. */
import { type FormEvent, useEffect, useRef } from "react";

/** To be told of every submit; a second one meanwhile is not sent. */
export function usePressed(pending: boolean): (event: FormEvent<HTMLFormElement>) => void {
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const button = pressed.current;
    if (!pending || !button) return;
    button.dataset.busy = "";
    button.ariaDisabled = "true";
    return () => {
      delete button.dataset.busy;
      button.ariaDisabled = null;
    };
  }, [pending]);
  return (event) => {
    if (pending) event.preventDefault();
    else pressed.current = (event.nativeEvent as SubmitEvent).submitter;
  };
}
