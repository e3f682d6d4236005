import { beginRun, runPage } from '#app/routes/contests.$number.progress/run.server.ts'
import { RunPage } from '#app/routes/contests.$number.progress/run-page.tsx'
import { serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => runPage(args, 'opening'))

/** Opens the sheets of every work that is ready; works that stay are named on the page. */
export const action = serveAction((args) => beginRun(args, 'opening', 'progress/opening'))

export default function OpeningPage() {
  return <RunPage from="progress" />
}
