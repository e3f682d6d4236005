import { Form, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { signingKeysOf } from '#app/domain/experts/statements/signing.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { verifyProgram } from '#content/verify-program.ts'
import styles from './keys.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const keys = await signingKeysOf(ctx)
  return {
    title: t.ownData.statements.keys.title,
    keys: keys.map(({ beganAt, endedAt, ...key }) => ({
      ...key,
      from: dayOf(beganAt, ctx.zone),
      until: endedAt && dayOf(endedAt, ctx.zone),
    })),
    program: verifyProgram,
    ending: ctx.actor !== null && expertRules.endSigningKey(ctx.actor, {}) === null,
  }
})

/** Public keys with their history, and how to check a signature without this site. */
export default function KeysPage() {
  const { keys, program, ending } = useLoaderData<typeof loader>()
  const words = useMessages().ownData.statements.keys
  const format = useFormat()
  return (
    <Page width="text">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <section>
          <SectionHead title={words.list}>
            <a href="/keys.json">{words.json}</a>
          </SectionHead>
          {keys.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
          <ul className={styles.keys}>
            {keys.map(({ id, publicKey, from, until }) => (
              <li key={id}>
                <code>{id}</code>
                <span>
                  {until ? words.between(format.day(from), format.day(until)) : words.from(format.day(from))}
                </span>
                <code>{publicKey}</code>
              </li>
            ))}
          </ul>
          {ending && (
            <Form method="post" action="/keys/ending">
              <p className={styles.lead}>{words.endLead}</p>
              <Button look="danger">{words.end}</Button>
            </Form>
          )}
        </section>
        <section>
          <SectionHead title={words.how} />
          <ol>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled by the keyboard */}
          <section className={styles.program} aria-label={words.how} tabIndex={0}>
            <pre>{program}</pre>
          </section>
          <Row>
            <Anchor href="/check/file">{useMessages().ownData.statements.file.title}</Anchor>
          </Row>
        </section>
      </Stack>
    </Page>
  )
}
