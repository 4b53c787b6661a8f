export const runtime = "edge";

export { default, metadata } from "./_parts/landing";
