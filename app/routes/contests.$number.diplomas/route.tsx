import { beginRun, runPage } from '#app/routes/contests.$number.progress/run.server.ts'
import { RunPage } from '#app/routes/contests.$number.progress/run-page.tsx'
import { serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => runPage(args, 'diplomas'))

/** Makes one archive of all diplomas. */
export const action = serveAction((args) => beginRun(args, 'diplomas', 'diplomas'))

export default function DiplomasPage() {
  return <RunPage from="results" />
}
