/** The sign-in library's routes: who is signed in, and signing out. */
export { GET, POST } from "@/lib/session/auth";
