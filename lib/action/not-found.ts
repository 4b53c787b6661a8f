/** The answer of a route for what is not there. */
export function absent(): Response {
  return new Response(null, { status: 404 });
}
