// First stage. Plain Node without a dependency, readable by an old one, so that it can say that it is too old.
import { oldNode } from "./first/node-version.mjs";

const complaint = oldNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exit(1);
}
import("./first/stage.mjs").then(({ launch }) => launch(process.argv.slice(2)));
