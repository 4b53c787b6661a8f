/** Properties try the same cases in every run, so that a run says something about the change. Another number tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: 20_261_129 });
