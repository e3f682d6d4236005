import { filesOfPanel } from '#app/domain/panels/objects/attaching.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** The files of a panel; the route of the button that removes one shows them too, with what refused it. */
export async function filesPage({ ctx, params, t, services }: Args) {
  const { state, files, denial } = await filesOfPanel(acting(ctx), numberOf(params.number))
  const { panel, object } = state
  return {
    title: t.panels.files.title,
    number: panel.number,
    name: panel.title,
    closed: panel.closed,
    object: { kind: object.kind, title: object.name, href: object.kind === 'files' ? null : object.href },
    files: files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
    editable: denial === null,
    megabytes: services.content.settings.uploads.maxMegabytes,
  }
}
