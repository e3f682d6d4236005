import { redirect } from '@remix-run/node'
import { retireTemplate, templateCode } from '#app/domain/documents/templates.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** A GET only happens by a typed address: the page of templates has the button. */
export const loader = serve(async ({ ctx }) => {
  acting(ctx)
  return redirect('/desk/templates')
})

export const action = serveAction(async ({ ctx, params, url }) => {
  const id = idOf(params.id)
  await retireTemplate(acting(ctx), id)
  const organisation = url.searchParams.get('organisation')
  const where = organisation ? `?organisation=${idOf(organisation)}` : ''
  return done(`/desk/templates/${await templateCode(ctx, id)}${where}`, 'saved')
})
