import { undecidedWord } from '#app/routes/drafts.$slug/views.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DecisionKind, RemarkKind } from '#content/types.ts'
import styles from './cabinet-main.module.css'

type Remark = {
  id: string
  number: number
  kind: RemarkKind
  body: string
  exact: string
  withdrawn: boolean
  at: Date
  decision: DecisionKind | null
  inPosition: 'gathering' | 'taken' | 'left' | null
  /** the discussion is over without a decision */
  ended: 'summary' | 'cancelled' | null
  slug: string
  title: string
}

/** What the person proposed, and what became of each. */
export function OwnRemarks({ remarks }: { remarks: readonly Remark[] }) {
  const { accounts } = useMessages()
  const words = accounts.cabinet.remarks
  const open = (
    <LinkButton href="/drafts" small>
      {words.action}
    </LinkButton>
  )
  return (
    <section aria-labelledby="own-remarks">
      <SectionHead title={words.title} id="own-remarks" />
      {remarks.length === 0 ? (
        <EmptyState title={words.empty} action={open}>
          {words.text}
        </EmptyState>
      ) : (
        <ul className={styles.rows}>
          {remarks.map((remark) => (
            <RemarkRow key={remark.id} remark={remark} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RemarkRow({ remark }: { remark: Remark }) {
  const { accounts, reviews } = useMessages()
  const { slug, number, title, kind, decision, inPosition, ended, body, exact, at, withdrawn } = remark
  return (
    <li>
      <p className={styles.facts}>
        №&nbsp;{number}, {reviews.kinds[kind]} · <Time value={at} /> · {title}
      </p>
      <Anchor href={`/drafts/${slug}?remark=${number}`} className={styles.title}>
        {shortened(body || exact)}
      </Anchor>
      {withdrawn ? (
        <Tag>{accounts.cabinet.remarks.withdrawn}</Tag>
      ) : (
        <Tag tone={decision ? 'green' : inPosition || ended || kind === 'support' ? 'neutral' : 'amber'}>
          {decision ? reviews.decisions[decision] : undecidedWord(remark, reviews)}
        </Tag>
      )}
    </li>
  )
}

const LINE = 160

function shortened(text: string): string {
  return text.length > LINE ? `${text.slice(0, LINE).replace(/\s+\S*$/, '')}…` : text
}
