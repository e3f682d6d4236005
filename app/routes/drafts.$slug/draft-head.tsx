import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './draft-head.module.css'
import { Passport } from './passport.tsx'
import type { HeadView } from './reading.ts'
import { StageLine } from './stage-line.tsx'
import { WorkTabs } from './work-tabs.tsx'

type DraftHeadProps = { head: HeadView; facts?: string | null }

/** The head of the reading page: number, name, version, where the discussion stands, the passport on demand. */
export function DraftHead({ head, facts }: DraftHeadProps) {
  const { reviews } = useMessages()
  const format = useFormat()
  const { draft, version } = head
  return (
    <div className={styles.head}>
      <PageHead
        eyebrow={`${reviews.discussion(draft.number)} · ${draft.developer}`}
        title={draft.title}
        lang={draft.lang}
        meta={
          version && (
            <>
              <Tag>{reviews.version(version.number)}</Tag>
              {facts && <span>{facts}</span>}
              {head.links.map(({ href, label, download }) => (
                <Anchor key={href} href={href} download={download}>
                  {label}
                </Anchor>
              ))}
            </>
          )
        }
      />
      {head.withdrawn !== null && (
        <Notice kind="warn" title={reviews.list.withdrawn}>
          {head.withdrawn}
        </Notice>
      )}
      {head.halted && <Notice kind="warn">{head.halted}</Notice>}
      <WorkTabs slug={draft.slug} can={head.can} current="text" />
      <StageLine stages={head.stages} />
      <Passport draft={draft} passport={head.passport} version={version} />
      {head.talk === 'not-open' && head.opensOn && (
        <p className={styles.hint}>{reviews.draft.notOpenYet(format.dayMonth(head.opensOn))}</p>
      )}
    </div>
  )
}

/** The one action of the page. */
export function WriteButton({ head }: { head: HeadView }) {
  const { reviews } = useMessages()
  return (
    <div className={styles.write} data-print="off">
      <LinkButton href={`/drafts/${head.draft.slug}/remark`} look="main" wide>
        {reviews.draft.write}
      </LinkButton>
      <p>{head.signedIn ? reviews.draft.writeHint : reviews.draft.guest}</p>
      {head.signedIn && (
        <p>
          <Anchor href={`/drafts/${head.draft.slug}/return`}>{reviews.draft.sendWord}</Anchor>
        </p>
      )}
    </div>
  )
}
