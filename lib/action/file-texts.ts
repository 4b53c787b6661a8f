/** Files of a form as the texts that they are: whatever was chosen takes the place of what was typed. */

/** `texts`: the name of a file field → the field whose text it is. A file that nobody chose changes nothing. */
export async function withFileTexts(form: FormData, texts: Readonly<Record<string, string>>): Promise<FormData> {
  if (Object.keys(texts).length === 0) return form;
  const whole = new FormData();
  for (const [name, value] of form) if (!(name in texts && typeof value !== "string")) whole.append(name, value);
  for (const [name, field] of Object.entries(texts)) {
    const [file, ...others] = form.getAll(name);
    // Whatever else it is goes on as it is, and is refused like any field that no form has.
    if (others.length > 0) whole.append(name, "several");
    if (file && typeof file !== "string" && file.size > 0) whole.set(field, await file.text());
  }
  return whole;
}
