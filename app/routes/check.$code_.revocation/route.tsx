import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { expertRules } from '#app/domain/experts/rules.ts'
import { statementState } from '#app/domain/experts/statements/checking.server.ts'
import { revokeStatement } from '#app/domain/experts/statements/revoking.server.ts'
import { issuedUnder } from '#app/domain/panels/conclusions/reading.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const paper = await issuedUnder(mine, params.code ?? '')
  const statement = await statementState(mine, paper)
  if (!statement) throw new Problem('not-found')
  authorize(expertRules.revokeStatement, mine.actor, { holderId: paper.objectId })
  return {
    title: t.ownData.statements.revoking.title(paper.code),
    ...{ code: paper.code, kind: statement.kind },
  }
})

export const action = serveForm(z.object({}), async ({ ctx, params }) => {
  const code = (params.code ?? '').trim().toUpperCase()
  await revokeStatement(acting(ctx), code)
  return done(`/check/${encodeURIComponent(code)}`, 'saved')
})

/** Takes a given paper back, by its owner or by who keeps the registry. */
export default function RevocationPage() {
  const { title, code, kind } = useLoaderData<typeof loader>()
  const { statements: words } = useMessages().ownData
  const { input: _, ...of } = useServerForm()
  return (
    <StepPage
      back={{ href: `/check/${code}`, label: words.titles[kind] }}
      title={title}
      lead={words.revoking.lead}
      of={of}
      submit={words.revoking.submit}
      look="danger"
    >
      {null}
    </StepPage>
  )
}
