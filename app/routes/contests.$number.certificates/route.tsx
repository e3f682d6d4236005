import { beginRun, runPage } from '#app/routes/contests.$number.progress/run.server.ts'
import { RunPage } from '#app/routes/contests.$number.progress/run-page.tsx'
import { serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => runPage(args, 'certificates'))

/** Gives a certificate to everybody who judged, and makes one file of all of them. */
export const action = serveAction((args) => beginRun(args, 'certificates', 'certificates'))

export default function CertificatesPage() {
  return <RunPage from="results" />
}
