import { serve } from '#app/web/serve.server.ts'

/** An address that no page has. Matched, so that the refusal stands in the site's frame and not on a bare sheet. */
export const loader = serve(async () => {
  throw new Response(null, { status: 404 })
})

export { titled as meta } from '#app/ui/titled.ts'

export default function Nowhere() {
  return null
}
