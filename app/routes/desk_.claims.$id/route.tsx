import { useLoaderData } from '@remix-run/react'
import { confirmClaim, refuseClaim } from '#app/domain/experts/claiming/claiming.server.ts'
import { claimShown } from '#app/domain/experts/claiming/claims.server.ts'
import { ClaimDecision } from '#app/domain/experts/forms.ts'
import { idOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, params }) => {
  const claim = await claimShown(acting(ctx), idOf(params.id))
  return { title: t.activation.claims.one(claim.entry), claim }
})

export const action = serveForm(ClaimDecision, async ({ ctx, params, value: { decision, reason } }) => {
  const [mine, id] = [acting(ctx), idOf(params.id)]
  await (decision === 'confirm' ? confirmClaim(mine, id, reason) : refuseClaim(mine, id, reason))
  return done('/desk/claims', 'decided')
})

export default function ClaimPage() {
  const { title, claim } = useLoaderData<typeof loader>()
  const words = useMessages().activation.claims
  const format = useFormat()
  const { input, value, ...of } = useServerForm<{ decision: string; reason: string }>()
  const { facts } = words
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/desk/claims', label: words.title }]}
        title={title}
        lead={words.made(format.day(claim.madeAt))}
      />
      <Stack gap={4}>
        {claim.taken && <Notice kind="warn" title={words.taken} />}
        <Facts
          facts={[
            { term: facts.claimant, value: `${claim.name}, №\u00a0${claim.number}`, lang: 'ru' },
            { term: facts.said, value: claim.said, lang: 'ru' },
            {
              term: facts.entry,
              value: (
                <Anchor
                  href={`/experts/${claim.entry}`}
                >{`${claim.entryName}, №\u00a0${claim.entry}`}</Anchor>
              ),
              lang: 'ru',
            },
            { term: facts.printed, value: claim.printed.join('; '), lang: 'ru' },
            { term: facts.work, value: claim.work, lang: 'ru' },
            { term: facts.state, value: words.states[claim.state] },
            { term: facts.decision, value: claim.reason, lang: 'ru' },
          ].filter((fact) => fact.value)}
        />
        {claim.state === 'open' && (
          <FieldForm of={of} submit={words.submit}>
            <RadioGroup
              name="decision"
              legend={words.decide}
              defaultValue={value('decision')}
              error={input('decision').error}
              options={[
                { value: 'confirm', label: words.confirm, hint: words.confirmHint, disabled: claim.taken },
                { value: 'refuse', label: words.refuse, hint: words.refuseHint },
              ]}
            />
            <TextArea label={words.reason} required maxLength={3000} {...input('reason')} />
          </FieldForm>
        )}
      </Stack>
    </Page>
  )
}
