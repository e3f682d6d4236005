import { attachFile, filesOfPanel } from '#app/domain/panels/objects/attaching.server.ts'
import { AttachForm } from '#app/domain/panels/objects/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { FilesPage } from './files-page.tsx'
import { filesPage } from './load.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(filesPage)

export const action = serveForm(AttachForm, async ({ ctx, params, services, value: { file } }) => {
  const mine = acting(ctx)
  const { state } = await filesOfPanel(mine, numberOf(params.number))
  const bytes = new Uint8Array(await file.arrayBuffer())
  await attachFile(mine, services.config.dataDir, state.panel.id, { name: file.name, bytes })
  return done(`/panels/${state.panel.number}/files`, 'saved')
})

export default FilesPage
