/** Secrets in mailed and printed addresses: 256 random bits behind a prefix that says what they are for. */
import { newSecret } from "@/lib/session/session";

export const newProofToken = () => `ghc_${newSecret()}`;
export const newSetupToken = () => `ghs_${newSecret()}`;

export const isProofToken = (text: string) => /^ghc_[\w-]{43}$/.test(text);
export const isSetupToken = (text: string) => /^ghs_[\w-]{43}$/.test(text);
