import { registerAct } from '#app/domain/panels/composition/acts.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ActForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { actPage } from './load.server.ts'
import { ActPage } from './page.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(actPage)

export const action = serveForm(ActForm, async ({ ctx, params, services, value: { file, ...value } }) => {
  const number = numberOf(params.number)
  const scan = file && {
    ...{ dataDir: services.config.dataDir, name: file.name },
    bytes: new Uint8Array(await file.arrayBuffer()),
  }
  await registerAct(acting(ctx), await panelIdOf(ctx, number), value, scan)
  return done(`/panels/${number}`, 'saved')
})

export default ActPage
