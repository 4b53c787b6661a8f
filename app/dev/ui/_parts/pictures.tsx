import { GroupPicture, Shield } from "@/app/_ui/group-picture";
import { COLOURS, PICTURES } from "@/app/_ui/pictures";
import { Specimen } from "./specimen";

const SIZES = [28, 44, 72];

export function Pictures() {
  return (
    <>
      {COLOURS.map((colour) => (
        <Specimen key={colour} title={colour} look="row">
          {PICTURES.map((picture) => (
            <GroupPicture key={picture} picture={picture} colour={colour} />
          ))}
        </Specimen>
      ))}
      <Specimen title="Sizes" look="row">
        {SIZES.map((size) => (
          <GroupPicture key={size} picture="bell" colour="sea" size={size} />
        ))}
      </Specimen>
      <Specimen title="In a larger drawing">
        <svg viewBox="0 0 100 48" height={48} width={100} aria-hidden="true">
          <Shield picture="key" colour="wine" />
          <g transform="translate(52 0)">
            <Shield picture="tent" colour="pine" />
          </g>
        </svg>
      </Specimen>
    </>
  );
}
