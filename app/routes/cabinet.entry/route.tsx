import { Form, useLoaderData } from '@remix-run/react'
import { ownStatuses } from '#app/domain/experts/card.server.ts'
import { claimEntry } from '#app/domain/experts/claiming/claiming.server.ts'
import { ownClaims } from '#app/domain/experts/claiming/claims.server.ts'
import { EntryClaim } from '#app/domain/experts/forms.ts'
import { useWriter } from '#app/routes/cabinet/writer.ts'
import styles from '#app/routes/cabinet.corrections/own-requests.module.css'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  const number = /^\d{1,10}$/.exec(url.searchParams.get('number') ?? '')?.[0] ?? ''
  const [claims, statuses] = [await ownClaims(mine), await ownStatuses(mine)]
  return { title: t.activation.entry.title, number, claims, listed: statuses.length > 0 }
})

export const action = serveForm(EntryClaim, async ({ ctx, value }) => {
  await claimEntry(acting(ctx), value)
  return done('/cabinet/entry', 'claimed')
})

const tones = { open: 'amber', confirmed: 'green', refused: 'red', recalled: 'neutral' } as const

export default function EntryPage() {
  const { number, claims, listed } = useLoaderData<typeof loader>()
  const { activation, ownData } = useMessages()
  const { entry: words, claims: states } = activation
  const format = useFormat()
  const { input, ...of } = useServerForm<{ number: string; said: string }>({ number })
  const writer = useWriter()
  const waits = claims.some(({ state }) => state === 'open')
  return (
    <Stack gap={6}>
      <section className={styles.text}>
        <SectionHead title={words.title} />
        <p className={styles.lead}>{listed ? words.mine : words.lead}</p>
        {listed && (
          <p className={styles.lead}>
            <Anchor href="/cabinet/papers">{ownData.statements.title}</Anchor>
          </p>
        )}
        {!listed && !waits && (
          <FieldForm
            of={of}
            {...writer}
            submit={words.submit}
            beside={<Anchor href="/experts">{words.findIt}</Anchor>}
          >
            <Field label={words.number} hint={words.numberHint} required {...input('number')} />
            <TextArea label={words.said} hint={words.saidHint} required maxLength={3000} {...input('said')} />
          </FieldForm>
        )}
      </section>
      {claims.length > 0 && (
        <section className={styles.text}>
          <SectionHead title={words.history} />
          <ul className={styles.rows}>
            {claims.map((claim) => (
              <li key={claim.id}>
                <div>
                  <Anchor href={`/experts/${claim.entry}`}>{words.row(claim.entry)}</Anchor>{' '}
                  <Tag tone={tones[claim.state]}>{states.states[claim.state]}</Tag>
                  <p className={styles.facts}>{states.made(format.day(claim.madeAt))}</p>
                  {claim.state === 'refused' && <p lang="ru">{claim.reason}</p>}
                </div>
                {claim.state === 'open' && (
                  <Form method="post" action="/cabinet/entry/recall">
                    <Button small>{words.recall}</Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  )
}
