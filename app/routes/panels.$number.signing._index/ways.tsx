import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { signingPage } from './page.server.ts'
import styles from './signing.module.css'

/** The ways to sign of whoever looks; what is missing for the simple one is said with the way there. */
export function Ways() {
  const { number, own, means } = useLoaderData<typeof signingPage>()
  const { signing: words } = useMessages().conclusions
  const format = useFormat()
  const path = `/panels/${number}/signing`
  const ready = own.identity !== null && own.accord !== null
  return (
    <section aria-labelledby="ways">
      <SectionHead title={words.columns.signature} id="ways" />
      <div className={styles.way}>
        <h3>{words.simple}</h3>
        {!own.identity && <Notice title={words.identity}>{words.identityText}</Notice>}
        {own.identity && (
          <p className={styles.quiet}>
            {words.identityOk(own.identity.document, format.day(own.identity.day))}
          </p>
        )}
        {!own.accord && (
          <Notice
            title={words.accord}
            action={<LinkButton href="/cabinet/signing">{words.accordGo}</LinkButton>}
          >
            {words.accordText}
          </Notice>
        )}
        {ready && <p>{words.simpleLead}</p>}
        {ready && means?.app && (
          <LinkButton look="main" href={`${path}/simple`}>
            {words.sign}
          </LinkButton>
        )}
        {ready && means && !means.app && (
          <Form method="post" action={`${path}/code`}>
            <Button look="main">{words.askCode}</Button>
          </Form>
        )}
        {ready && means?.asked && <LinkButton href={`${path}/simple`}>{words.code}</LinkButton>}
      </div>
      <div className={styles.way}>
        <h3>{words.detached}</h3>
        <p>{words.detachedLead}</p>
        <LinkButton href={`${path}/file`}>{words.detached}</LinkButton>
      </div>
    </section>
  )
}
