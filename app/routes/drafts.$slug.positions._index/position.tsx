import styles from '#app/routes/drafts.$slug.position._index/position.module.css'
import { Covered } from '#app/routes/drafts.$slug.remarks.$number._index/covered.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PositionsView } from './route.tsx'

type Shown = PositionsView['positions'][number]
type Can = PositionsView['can']

/** One position: who signed it, its remarks, the opinions beside it. */
export function Position({ slug, position, can }: { slug: string; position: Shown; can: Can }) {
  const words = useMessages().reviewInner.positions
  const { id, organisation, signatory, filedAt, stage, remarks, dissents, own, covered } = position
  return (
    <section id={`p-${id}`} aria-labelledby={`t-${id}`}>
      <Stack gap={2}>
        <h2 id={`t-${id}`}>{organisation}</h2>
        {covered && <Covered covered={covered} own={own} />}
        <p className={styles.quiet}>
          {[signatory && `${words.signatory}: ${signatory}`, stage].filter(Boolean).join(' · ')} ·{' '}
          <Time value={filedAt} as="date" />
        </p>
        <p>
          {words.remarks}:{' '}
          {remarks.map((number, at) => (
            <span key={number}>
              {at > 0 && ', '}
              <Anchor href={`/drafts/${slug}/remarks/${number}`}>{words.remark(number)}</Anchor>
            </span>
          ))}
        </p>
        {!own && (
          <Acts
            can={can}
            href={`/drafts/${slug}/positions`}
            of={`position=${id}`}
            covered={covered !== null}
          />
        )}
        {dissents.length > 0 && <h3>{words.dissents}</h3>}
        {dissents.map((one) => (
          <div key={one.id} id={`d-${one.id}`} className={styles.dissent}>
            <p className={styles.quiet}>
              <strong>{one.name ?? words.dissenter}</strong>, <Time value={one.signedAt} as="date" />
            </p>
            {one.covered && <Covered covered={one.covered} own={one.own} />}
            {one.body && <p className={styles.body}>{one.body}</p>}
            {!one.own && (
              <Acts
                can={can}
                href={`/drafts/${slug}/positions`}
                of={`dissent=${one.id}`}
                covered={one.covered !== null}
              />
            )}
          </div>
        ))}
      </Stack>
    </section>
  )
}

/** The reader's and the moderator's way; its words are fetched only for the signed-in. */
function Acts({ can, href, of, covered }: { can: Can; href: string; of: string; covered: boolean }) {
  const { moderation } = useMessages()
  if (!can.report) return null
  return (
    <Row>
      {!covered && <Anchor href={`${href}/report?${of}`}>{moderation.report.link}</Anchor>}
      {can.moderate && (
        <Anchor href={`${href}/hiding?${of}`}>{covered ? moderation.show : moderation.hide}</Anchor>
      )}
    </Row>
  )
}
