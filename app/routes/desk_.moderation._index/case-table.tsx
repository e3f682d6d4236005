import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './cases.module.css'
import type { CaseRow } from './route.tsx'

const tones = { newcomer: 'blue', report: 'amber', appeal: 'red', moderator: 'slate' } as const

/** The queue: why a text is here, whose it is, its first words. */
export function CaseTable({ rows }: { rows: readonly CaseRow[] }) {
  const { moderation } = useMessages()
  const words = moderation.desk
  return (
    <Table
      caption={words.title}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: words.what,
          head: true,
          cell: ({ id, kind, title, draft }) => (
            <>
              <Anchor href={`/desk/moderation/${id}`}>
                {titleOf(moderation.case.titleOf, kind)} №&nbsp;{title}
              </Anchor>
              {draft && <p className={styles.quiet}>{draft}</p>}
            </>
          ),
        },
        {
          label: words.words,
          cell: (row) => (
            <p className={styles.words} lang={row.lang}>
              {row.words}
            </p>
          ),
        },
        {
          label: words.who,
          cell: ({ author }) => authorOf(words, author),
        },
        {
          label: words.since,
          cell: ({ origin, reports, openedAt }) => (
            <div className={styles.why}>
              <Tags>
                <Tag tone={tones[origin]}>{words.origins[origin]}</Tag>
                {reports > 0 && <Tag>{moderation.case.reports(reports)}</Tag>}
              </Tags>
              <span className={styles.quiet}>
                <Time value={openedAt} as="date" />
              </span>
            </div>
          ),
        },
      ]}
    />
  )
}

/** Who wrote a text, as its moderator reads it. */
export function authorOf(words: ReturnType<typeof useMessages>['moderation']['desk'], author: string) {
  if (author === '') return words.anonymous
  return /^\d+$/.test(author) ? words.participant(author) : author
}

/** The word for a kind of text. */
export function titleOf(words: Readonly<Record<string, string>>, kind: string): string {
  return Object.hasOwn(words, kind) ? (words[kind] ?? kind) : kind
}
