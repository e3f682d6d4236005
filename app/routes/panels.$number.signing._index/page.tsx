import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import type { signingPage } from './page.server.ts'
import { Signers } from './signers.tsx'
import styles from './signing.module.css'
import { Ways } from './ways.tsx'

/** One document, and the signatures under it. */
export function SigningPage() {
  const { number, title, name, document, left, may } = useLoaderData<typeof signingPage>()
  const { conclusions, panels } = useMessages()
  const words = conclusions.signing
  const path = `/panels/${number}`
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `${path}/conclusion`, label: panels.conclusion.work }]}
        title={title}
        lead={words.lead}
        meta={name}
      />
      <Stack gap={6}>
        <section aria-labelledby="document">
          <SectionHead title={words.document} id="document" />
          <Stack gap={3}>
            <Row>
              <LinkButton href={`${path}/signing/document.pdf`} download look="main">
                {words.download}
              </LinkButton>
              <Anchor href={`${path}/conclusion`}>{words.read}</Anchor>
            </Row>
            <p className={styles.hash}>
              {words.hash}: <code>{document.sha256}</code>
            </p>
          </Stack>
        </section>
        <section aria-labelledby="signers">
          <SectionHead title={words.who} id="signers" />
          <Stack gap={3}>
            <p>{left === 0 ? words.all : words.left(left)}</p>
            <Signers />
            {may.issue && (
              <Form method="post" action={`${path}/issue`}>
                <Button look="main">{words.issue}</Button>
              </Form>
            )}
          </Stack>
        </section>
        {may.sign && <Ways />}
        <Earlier />
        {may.depute && (
          <p>
            <Anchor href={`${path}/signing/deputy`}>{words.deputy}</Anchor>
          </p>
        )}
      </Stack>
    </Page>
  )
}

function Earlier() {
  const { earlier } = useLoaderData<typeof signingPage>()
  const { conclusions, panels } = useMessages()
  const format = useFormat()
  if (earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <SectionHead title={conclusions.signing.old} id="earlier" />
      <p className={styles.quiet}>{conclusions.signing.oldText}</p>
      <ul className={styles.plain}>
        {earlier.map(({ edition, person, kind, day }) => (
          <li key={`${edition}-${person}`}>
            {panels.conclusion.hidden(person)}: {conclusions.kinds[kind]}, {format.day(day)} —{' '}
            {conclusions.earlier}
          </li>
        ))}
      </ul>
    </section>
  )
}
