import { Form } from '@remix-run/react'
import { Covered } from '#app/routes/drafts.$slug.remarks.$number._index/covered.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './position.module.css'
import type { PositionView } from './position.server.ts'

/** Who thinks otherwise, in own words. */
export function Dissents({ view }: { view: PositionView }) {
  const words = useMessages().reviewInner.position
  const { dissents, can, draft, stage } = view
  const address = `/drafts/${draft.slug}/position`
  const own = dissents.find((one) => one.own)
  return (
    <section>
      <SectionHead title={words.dissents} />
      <Stack gap={2}>
        {!stage.signed && <p className={styles.quiet}>{words.dissentsText}</p>}
        {dissents.length === 0 && <p>{words.noDissents}</p>}
        {dissents.map((one) => (
          <div key={one.id} id={`d-${one.id}`} className={styles.dissent}>
            <p className={styles.quiet}>
              <strong>{one.name}</strong>, <Time value={one.signedAt} as="date" />
            </p>
            {one.covered && <Covered covered={one.covered} own={one.own} />}
            {one.body && <p className={styles.body}>{one.body}</p>}
          </div>
        ))}
        {can.dissent && (
          <Row>
            <LinkButton href={`${address}/dissent`}>{own ? words.dissentEdit : words.dissent}</LinkButton>
            {own && (
              <Form method="post" action={`${address}/agreement`}>
                <Button look="quiet">{words.agree}</Button>
              </Form>
            )}
          </Row>
        )}
      </Stack>
    </section>
  )
}
