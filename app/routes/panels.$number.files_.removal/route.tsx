import { detachFile, filesOfPanel } from '#app/domain/panels/objects/attaching.server.ts'
import { DetachForm } from '#app/domain/panels/objects/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { FilesPage } from '#app/routes/panels.$number.files/files-page.tsx'
import { filesPage } from '#app/routes/panels.$number.files/load.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(filesPage)

export const action = serveForm(DetachForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { state } = await filesOfPanel(mine, numberOf(params.number))
  await detachFile(mine, state.panel.id, value.fileId)
  return done(`/panels/${state.panel.number}/files`, 'saved')
})

export default FilesPage
