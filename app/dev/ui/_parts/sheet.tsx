"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Kbd } from "@/app/_ui/kbd";

/** A sheet above the page, opened by hand. */
export function Sheet() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open the sheet</Button>
      <Dialog open={open} onOpenChange={setOpen} title="A sheet above the page" className="max-w-md">
        <div className="grid gap-4 px-5 py-5 sm:px-6">
          <p>
            It keeps the focus until it is closed, by <Kbd>Esc</Kbd> or here.
          </p>
          <Button onClick={() => setOpen(false)}>Close it</Button>
        </div>
      </Dialog>
    </>
  );
}
