import { useLoaderData } from '@remix-run/react'
import { ownInterventions } from '#app/domain/moderation/queue.server.ts'
import { titleOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'
import styles from './own.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, locale }) => {
  const { rows, waiting } = await ownInterventions(acting(ctx), textKinds)
  const reasons = new Map(content().moderation.reasons.map(({ code, title }) => [code, title[locale]]))
  return {
    title: t.moderation.own.title,
    waiting: waiting.flatMap(({ id, kind, openedAt, text }) => (text ? [{ id, kind, openedAt, text }] : [])),
    rows: rows.map(({ reason, ...row }) => ({ ...row, reason: reasons.get(reason ?? '') ?? null })),
  }
})

export default function OwnModeration() {
  const { rows, waiting } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const words = moderation.own
  if (rows.length + waiting.length === 0)
    return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
  return (
    <section className={styles.own}>
      <SectionHead title={words.title} />
      <p className={styles.quiet}>{words.lead}</p>
      <ul>
        {waiting.map(({ id, kind, openedAt, text }) => (
          <li key={id}>
            <span className={styles.head}>
              <Tag tone="blue">{words.waiting}</Tag>
              <Anchor href={text.address}>
                {titleOf(moderation.case.titleOf, kind)} №&nbsp;{text.title}
              </Anchor>
              <span className={styles.quiet}>
                <Time value={openedAt} as="date" />
              </span>
            </span>
            <span className={styles.quiet}>{words.waitingText}</span>
          </li>
        ))}
        {rows.map((row) => (
          <li key={row.id}>
            <span className={styles.head}>
              <Tag tone={row.step === 'hidden' || row.step === 'returned' ? 'amber' : 'slate'}>
                {words.steps[row.step]}
              </Tag>
              <Anchor href={`/cabinet/moderation/${row.id}`}>
                {titleOf(moderation.case.titleOf, row.kind)} №&nbsp;{row.text?.title}
              </Anchor>
              <span className={styles.quiet}>
                <Time value={row.at} as="date" />
              </span>
            </span>
            {(row.reason || row.words) && (
              <span>
                {row.reason}
                {row.reason && row.words && '. '}
                {row.words}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
