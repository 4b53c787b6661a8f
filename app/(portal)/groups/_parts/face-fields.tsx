/** What a group says of itself: name, description, emblem. */
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { EmblemPicker } from "./emblem-picker";

type Face = { name: string; description: string; picture: string; colour: string };

export function FaceFields({ face }: { face: Face }) {
  return (
    <>
      <TextInput name="name" label="Name" maxLength={160} autoComplete="off" defaultValue={face.name} />
      <TextArea
        name="description"
        label="Description"
        hint="The first line stands in lists. Plain text."
        optional
        maxLength={4000}
        defaultValue={face.description}
      />
      <EmblemPicker picture={face.picture} colour={face.colour} />
    </>
  );
}
