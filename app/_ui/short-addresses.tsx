"use client";
/** Fields that were left empty do not stand in the address that a form of questions leads to. */
import { useEffect } from "react";

export function ShortAddresses() {
  useEffect(() => {
    document.addEventListener("formdata", shorten);
    return () => document.removeEventListener("formdata", shorten);
  }, []);
  return null;
}

/** An empty field and none ask for the same, wherever the portal reads an address. */
function shorten({ target, formData }: FormDataEvent): void {
  // The form of an action says no method either, but leads to no address.
  if (!(target instanceof HTMLFormElement) || target.method !== "get") return;
  if (!target.getAttribute("action")?.startsWith("/")) return;
  for (const name of new Set(formData.keys())) {
    const said = formData.getAll(name).filter((value) => value !== "");
    formData.delete(name);
    for (const value of said) formData.append(name, value);
  }
}
