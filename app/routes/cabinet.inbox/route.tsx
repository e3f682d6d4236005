import { Form, useLoaderData } from '@remix-run/react'
import { inboxOf, markRead, unreadCount } from '#app/domain/notifications/notifying.server.ts'
import { noticeText } from '#app/domain/notifications/texts.ts'
import { idOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'
import styles from './inbox.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  const before = url.searchParams.get('before')
  const { rows, next } = await inboxOf(mine, before === null ? undefined : idOf(before))
  return {
    title: t.notifications.title,
    unread: await unreadCount(mine),
    next: next ?? null,
    rows: rows.map((row) => ({
      id: row.id,
      at: row.createdAt,
      unread: !row.readAt,
      address: row.address,
      text: noticeText(t, row.kind, row.facts),
    })),
  }
})

/** Everything is read. */
export const action = serveAction(async ({ ctx }) => {
  await markRead(acting(ctx))
  return done('/cabinet/inbox')
})

export default function Inbox() {
  const { rows, unread, next } = useLoaderData<typeof loader>()
  const words = useMessages().notifications
  if (rows.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
  return (
    <section className={styles.inbox}>
      <SectionHead title={words.title}>
        {unread > 0 && (
          <Form method="post">
            <Button small>{words.readAll}</Button>
          </Form>
        )}
      </SectionHead>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={row.unread ? styles.unread : undefined}>
            <Anchor href={`/cabinet/inbox/${row.id}`}>{row.text}</Anchor>
            <span className={styles.facts}>
              <Time value={row.at} as="date" />
              {row.unread && <Tag tone="blue">{words.unread}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      <Pagination next={next && `?before=${next}`}>{words.mail}</Pagination>
    </section>
  )
}
