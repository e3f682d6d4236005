import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import styles from '#app/routes/drafts.$slug.position._index/position.module.css'
import { Covered } from '#app/routes/drafts.$slug.remarks.$number._index/covered.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PositionsView } from './route.tsx'

type Shown = PositionsView['positions'][number]
type Can = PositionsView['can']

/** One position: who signed it, its remarks, the opinions beside it. */
export function Position({ slug, position, can }: { slug: string; position: Shown; can: Can }) {
  const { reviews, reviewInner } = useMessages()
  const words = reviewInner.positions
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
        <ol className={styles.list}>
          {remarks.map((one) => (
            <li key={one.number} className={styles.item}>
              <Tags>
                <Anchor href={`/drafts/${slug}/remarks/${one.number}`}>№&nbsp;{one.number}</Anchor>
                <Tag tone={toneOfKind[one.kind]} dot>
                  {reviews.kinds[one.kind]}
                </Tag>
                <span className={styles.quiet}>{one.address}</span>
              </Tags>
              {one.replacement !== null && (
                <blockquote className={styles.quote} lang={one.lang}>
                  <WordDiff before={one.exact} after={one.replacement} />
                </blockquote>
              )}
              {one.body && (
                <p className={styles.body} lang={one.lang}>
                  {one.body}
                </p>
              )}
            </li>
          ))}
        </ol>
        {!own && <Acts can={can} slug={slug} of="position" id={id} covered={covered !== null} />}
        {dissents.length > 0 && <h3>{words.dissents}</h3>}
        {dissents.map((one) => (
          <div key={one.id} id={`d-${one.id}`} className={styles.dissent}>
            <p className={styles.quiet}>
              <strong>{one.name ?? words.dissenter}</strong>, <Time value={one.signedAt} as="date" />
            </p>
            {one.covered && <Covered covered={one.covered} own={one.own} />}
            {one.body && <p className={styles.body}>{one.body}</p>}
            {!one.own && (
              <Acts can={can} slug={slug} of="dissent" id={one.id} covered={one.covered !== null} />
            )}
          </div>
        ))}
      </Stack>
    </section>
  )
}

type ActsProps = { can: Can; slug: string; of: 'position' | 'dissent'; id: string; covered: boolean }

/** The reader's and the moderator's way; its words are fetched only for the signed-in. */
function Acts({ can, slug, of, id, covered }: ActsProps) {
  const { moderation } = useMessages()
  if (!can.report) return null
  const address = (step: string) => `/drafts/${slug}/positions/${step}?${of}=${id}`
  return (
    <Row>
      {!covered && <Anchor href={address('report')}>{moderation.report.title[of]}</Anchor>}
      {can.moderate && (
        <Anchor href={address('hiding')}>
          {(covered ? moderation.showTitle : moderation.hideTitle)[of]}
        </Anchor>
      )}
    </Row>
  )
}
