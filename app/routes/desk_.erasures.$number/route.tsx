import { useLoaderData } from '@remix-run/react'
import { ErasureDecision } from '#app/domain/experts/correcting/forms.ts'
import { decideErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { erasureShown } from '#app/domain/experts/erasing/erasures.server.ts'
import { removeContents } from '#app/domain/files/store.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const request = await erasureShown(acting(ctx), numberOf(params.number))
  return { title: t.ownData.erasure.row(request.number, request.person), request }
})

export const action = serveForm(ErasureDecision, async ({ ctx, params, value, services }) => {
  const hashes = await decideErasure(acting(ctx), numberOf(params.number), value)
  for (const hash of hashes) await removeContents(services.config.dataDir, hash)
  return done('/desk/erasures', 'decided')
})

export default function ErasureRequestPage() {
  const { title, request } = useLoaderData<typeof loader>()
  const { erasure: words } = useMessages().ownData
  const format = useFormat()
  const { input, value, ...of } = useServerForm<{ decision: string; reason: string }>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/desk/erasures', label: words.queue }]}
        title={title}
        lead={words.due(format.day(request.askedAt), format.day(request.dueDay))}
      />
      <Stack gap={4}>
        <Facts
          facts={[
            { term: words.facts.state, value: words.states[request.state] },
            { term: words.facts.lines, value: format.number(request.lines) },
            { term: words.facts.remarks, value: format.number(request.remarks) },
            { term: words.reason, value: request.reason, lang: 'ru' },
          ].filter((fact) => fact.value)}
        />
        {request.state === 'open' && (
          <FieldForm of={of} submit={words.decide} look="danger">
            <RadioGroup
              name="decision"
              legend={words.decision}
              defaultValue={value('decision')}
              error={input('decision').error}
              options={[
                { value: 'erase', label: words.erase, hint: words.eraseHint },
                { value: 'refuse', label: words.refuse, hint: words.refuseHint },
              ]}
            />
            <TextArea
              label={words.reason}
              hint={words.reasonHint}
              required
              maxLength={3000}
              {...input('reason')}
            />
          </FieldForm>
        )}
      </Stack>
    </Page>
  )
}
