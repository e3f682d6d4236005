import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './remark.module.css'
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
      </div>
      {remark.exact !== '' && (
        <section>
          <h2 className={styles.label}>{words.passage}</h2>
          <blockquote className={styles.quote} lang={draft.lang}>
            {remark.exact}
          </blockquote>
        </section>
      )}
      {remark.replacement !== null && (
        <Wording exact={remark.exact} replacement={remark.replacement} lang={remark.lang} />
      )}
      {remark.body && (
        <p className={styles.body} lang={remark.lang}>
          {remark.body}
        </p>
      )}
      <Support view={view} />
    </Stack>
  )
}

function Wording({ exact, replacement, lang }: { exact: string; replacement: string; lang: string }) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.page
  return (
    <section>
      <h2 className={styles.label}>{words.wording}</h2>
      <blockquote className={styles.quote} lang={lang}>
        <WordDiff before={exact} after={replacement} />
      </blockquote>
      {exact.length < 300 && (
        <p className={styles.sentence}>
          {replacement === '' ? words.removeSentence(exact) : words.replaceSentence(exact, replacement)}
        </p>
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
      {view.signedIn && <Moderate view={view} />}
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
