import { Form, useLoaderData } from '@remix-run/react'
import { consentsOf, giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'
import styles from './consents.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.accounts.ownConsents.title,
  consents: (await consentsOf(acting(ctx))).map(({ id, kind, version, givenAt, withdrawnAt }) => ({
    id,
    kind,
    version,
    givenAt,
    withdrawnAt,
  })),
}))

/** Gives the consent to distribution. */
export const action = serveAction(async ({ ctx }) => {
  await giveConsent(acting(ctx), 'distribution')
  return done('/cabinet/consents', 'saved')
})

export default function OwnConsents() {
  const { consents } = useLoaderData<typeof loader>()
  const { accounts, ownData } = useMessages()
  const words = accounts.ownConsents
  const format = useFormat()
  const standing = (kind: string) => consents.find((consent) => consent.kind === kind && !consent.withdrawnAt)
  const [processing, distribution] = [standing('processing'), standing('distribution')]
  const past = consents.filter(({ withdrawnAt }) => withdrawnAt !== null)
  const given = (consent: { givenAt: Date; version: string }) =>
    words.given(format.day(consent.givenAt), consent.version)
  return (
    <div className={styles.consents}>
      <Stack gap={6}>
        <p className={styles.lead}>{words.lead}</p>
        <section>
          <SectionHead title={words.kinds.distribution}>
            {stateTag(distribution !== undefined, words)}
          </SectionHead>
          <p>{distribution ? given(distribution) : words.none}</p>
          {distribution && <p className={styles.hint}>{words.withdrawHint}</p>}
          <Form
            method="post"
            action={distribution ? '/cabinet/consents/withdrawal' : '/cabinet/consents'}
            className={styles.action}
          >
            <Row>
              <Button look={distribution ? 'default' : 'main'}>
                {distribution ? words.withdraw : words.give}
              </Button>
              <Anchor href="/consents#distribution">{words.read}</Anchor>
            </Row>
          </Form>
        </section>
        <section>
          <SectionHead title={words.kinds.processing}>
            {stateTag(processing !== undefined, words)}
          </SectionHead>
          {processing && <p>{given(processing)}</p>}
          <p className={styles.hint}>{words.close.text}</p>
          <div className={styles.action}>
            <Row>
              <LinkButton href="/cabinet/closing">{words.close.title}</LinkButton>
              <Anchor href="/consents#processing">{words.read}</Anchor>
              <Anchor href="/cabinet/erasure">{ownData.erasure.link}</Anchor>
            </Row>
          </div>
        </section>
        {past.length > 0 && (
          <section>
            <SectionHead title={words.history} />
            <ul>
              {past.map((consent) => (
                <li key={consent.id}>
                  {words.kinds[consent.kind]}. {given(consent)}.{' '}
                  {consent.withdrawnAt && words.withdrawn(format.day(consent.withdrawnAt))}
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </div>
  )
}

function stateTag(stands: boolean, words: { stands: string; absent: string }) {
  return <Tag tone={stands ? 'green' : 'neutral'}>{stands ? words.stands : words.absent}</Tag>
}
