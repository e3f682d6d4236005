import { redirect } from '@remix-run/node'
import { askSigningCode } from '#app/domain/accounts/signing/codes.server.ts'
import { simplySignable } from '#app/domain/panels/conclusions/signing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { signingPage } from '#app/routes/panels.$number.signing._index/page.server.ts'
import { SigningPage } from '#app/routes/panels.$number.signing._index/page.tsx'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(signingPage)

/** A one-time code for this very document goes to the mailbox of the account. */
export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const mine = acting(ctx)
  const number = numberOf(params.number)
  await askSigningCode(mine, await simplySignable(mine, await panelIdOf(ctx, number)))
  return redirect(`/panels/${number}/signing/simple`)
})

export default SigningPage
