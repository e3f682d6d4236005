import { Follow } from '#app/routes/drafts.$slug/follow.tsx'
import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Basis } from './basis.tsx'
import styles from './remark.module.css'
import { sentenceOfChange } from './sentence.ts'
import type { ThreadView } from './thread.server.ts'

/** The remark itself: whose it is, about which words, what it proposes. */
export function Words({ view }: { view: ThreadView }) {
  const { reviews, reviewRemark } = useMessages()
  const { remark, draft } = view
  const words = reviewRemark.page
  return (
    <Stack gap={3}>
      <div className={styles.author}>
        <Tags>
          <Tag tone={toneOfKind[remark.kind]} dot>
            {reviews.kinds[remark.kind]}
          </Tag>
          <Tag>{reviews.weights[remark.weight]}</Tag>
          <Tag>{reviews.version(remark.versionNumber)}</Tag>
          {view.position && <Tag tone="blue">{words.position}</Tag>}
          {view.late && <Tag tone="amber">{words.late}</Tag>}
        </Tags>
        <p>
          <strong>
            {remark.author.personNumber === null ? (
              remark.author.name
            ) : (
              <Anchor href={`/experts/${remark.author.personNumber}`}>{remark.author.name}</Anchor>
            )}
          </strong>
          {remark.author.note && <>, {remark.author.note}</>} · <Time value={view.receivedAt} as="date" />
        </p>
        {view.intake && <Origin intake={view.intake} />}
      </div>
      {remark.exact !== '' && (
        <section>
          <h2 className={styles.label}>{words.passage}</h2>
          <blockquote className={styles.quote} lang={draft.lang}>
            {remark.exact}
          </blockquote>
        </section>
      )}
      {remark.replacement !== null && <Wording view={view} replacement={remark.replacement} />}
      {remark.body && (
        <p className={styles.body} lang={remark.lang}>
          {remark.body}
        </p>
      )}
      <Basis view={view} />
      <Support view={view} />
    </Stack>
  )
}

/** How a remark came that was not typed in the site. */
function Origin({ intake }: { intake: NonNullable<ThreadView['intake']> }) {
  const words = useMessages().reviewRemark.page
  const format = useFormat()
  const { channel, number, day, event, item } = intake
  return (
    <p className={styles.quiet}>
      {words.channels[channel](channel === 'session' ? event : number, format.day(day))}
      {item && `, ${words.protocolItem(item)}`}
    </p>
  )
}

function Wording({ view, replacement }: { view: ThreadView; replacement: string }) {
  const words = useMessages().reviewRemark.page
  const { remark, change } = view
  return (
    <section>
      <h2 className={styles.label}>{words.wording}</h2>
      <blockquote className={styles.quote} lang={remark.lang}>
        <WordDiff before={remark.exact} after={replacement} />
      </blockquote>
      {change && change.way !== 'same' && (
        <p className={styles.sentence}>{sentenceOfChange(change, words)}</p>
      )}
    </section>
  )
}

function Support({ view }: { view: ThreadView }) {
  const { reviewRemark } = useMessages()
  const { remark, draft, can, supported } = view
  return (
    <Row>
      {can.support && (
        <form method="post" action={`/drafts/${draft.slug}/remarks/${remark.number}/support`}>
          <input type="hidden" name="support" value={supported ? 'off' : 'on'} />
          <Button aria-pressed={supported}>
            <Icon name="up" /> {supported ? reviewRemark.page.unsupport : reviewRemark.page.support}
          </Button>
        </form>
      )}
      <span className={styles.supporters}>
        {remark.supports > 0 ? reviewRemark.page.supporters(remark.supports) : reviewRemark.page.noSupport}
      </span>
      {view.follow && (
        <Follow
          slug={draft.slug}
          next={`/drafts/${draft.slug}/remarks/${remark.number}`}
          follow={view.follow}
        />
      )}
      {view.signedIn && <Moderate view={view} />}
      {can.edit && (
        <Anchor href={`/drafts/${draft.slug}/remarks/${remark.number}/edit`}>{reviewRemark.page.edit}</Anchor>
      )}
      {can.withdraw && (
        <Anchor href={`/drafts/${draft.slug}/remarks/${remark.number}/withdrawal`}>
          {reviewRemark.page.withdraw}
        </Anchor>
      )}
    </Row>
  )
}

/** The reader's and the moderator's way; its words are fetched only for the signed-in. */
function Moderate({ view: { draft, remark, can, own } }: { view: ThreadView }) {
  const { moderation } = useMessages()
  const address = `/drafts/${draft.slug}/remarks/${remark.number}`
  if (own || remark.withdrawn) return null
  return (
    <>
      {!remark.hidden && <Anchor href={`${address}/report`}>{moderation.report.link}</Anchor>}
      {can.moderate && (
        <Anchor href={`${address}/hiding`}>{remark.hidden ? moderation.show : moderation.hide}</Anchor>
      )}
    </>
  )
}
