import { redirect } from '@remix-run/react'
import { openNotice } from '#app/domain/notifications/notifying.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting, serve } from '#app/web/serve.server.ts'

/** Goes to what the notification is about; having gone there, it is read. */
export const loader = serve(async ({ ctx, params }) => {
  throw redirect(await openNotice(acting(ctx), idOf(params.id)))
})
