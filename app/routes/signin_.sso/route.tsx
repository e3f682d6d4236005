import { redirect } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { nextPath, serve } from '#app/web/serve.server.ts'
import { ssoFault } from '#app/web/sso-fault.server.ts'

/** To the other service, to sign in; who is signed in already only goes on. */
export const loader = serve(async ({ ctx, url, services }) => {
  if (!services.sso) throw new Problem('not-found')
  const next = nextPath(url.searchParams.get('next'), '/cabinet')
  if (ctx.actor) return redirect(next)
  try {
    const { href, cookie } = await services.sso.begin({ next, linking: null }, ctx.now)
    return redirect(href, { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    return ssoFault(error, false)
  }
})
