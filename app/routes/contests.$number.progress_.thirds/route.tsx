import { beginRun, runPage } from '#app/routes/contests.$number.progress/run.server.ts'
import { RunPage } from '#app/routes/contests.$number.progress/run-page.tsx'
import { serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => runPage(args, 'thirds'))

/** Calls one more expert for every work whose marks lie apart. */
export const action = serveAction((args) => beginRun(args, 'thirds', 'progress/thirds'))

export default function ThirdsPage() {
  return <RunPage from="progress" />
}
