import { linkIdentity, signInBy } from '#app/domain/accounts/identities.server.ts'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { enter } from '#app/web/entering.server.ts'
import { acting, done, serve } from '#app/web/serve.server.ts'
import { ssoFault } from '#app/web/sso-fault.server.ts'

/** Back from the other service: the account is tied, or somebody is signed in and still owes the second step. */
export const loader = serve(async (args) => {
  const { ctx, url, services, visit } = args
  const { sso } = services
  if (!sso) throw new Problem('not-found')
  const signedIn = ctx.actor !== null
  try {
    await countAttempt(ctx, 'sso:address', visit.address, services.content.settings.rates.signInPerAddress)
    const { next, linking, ...identity } = await sso.finish(url.search, visit.begun, ctx.now)
    // begun by one account and finished under another, or under none: nobody meant that
    if (linking !== (ctx.actor?.userId ?? null)) throw new Problem('sso-refused')
    if (!linking) return await enter(args, await signInBy(ctx, identity), { next, cookies: [sso.forgotten] })
    await linkIdentity(acting(ctx), identity)
    return done('/cabinet/security', 'saved', [sso.forgotten])
  } catch (error) {
    return ssoFault(error, signedIn, [sso.forgotten])
  }
})
