import { useLoaderData } from '@remix-run/react'
import { siteFigures } from '#app/domain/accounts/overseeing.server.ts'
import { jobCounts } from '#app/domain/files/jobs.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './overview.module.css'

export { titled as meta } from '#app/ui/titled.ts'

const DAY_MS = 86_400_000

export const loader = serve(async ({ ctx, t, services }) => {
  const mine = acting(ctx)
  return {
    title: t.admin.title,
    figures: await siteFigures(mine),
    jobs: await jobCounts(mine, new Date(ctx.now.getTime() - DAY_MS)),
    smtp: services.config.smtpUrl !== undefined,
  }
})

export default function Overview() {
  const { figures, jobs, smtp } = useLoaderData<typeof loader>()
  const { admin } = useMessages()
  const words = admin.overview
  const format = useFormat()
  const shown = [
    { label: words.people, value: figures.people },
    { label: words.users, value: figures.users },
    { label: words.sealed, value: figures.sealed, note: words.pending(figures.pending) },
    { label: words.jobs, value: jobs.waiting, note: words.failed(jobs.failed) },
  ]
  return (
    <Stack gap={6}>
      <dl className={styles.figures}>
        {shown.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.number}>{format.number(value)}</span>
              {note && <span className={styles.note}>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Notice kind={smtp ? 'info' : 'warn'}>{smtp ? words.mail.smtp : words.mail.outbox}</Notice>
      <section>
        <SectionHead title={words.where} />
        <ul className={styles.pages}>
          {(['grants', 'log', 'outbox', 'jobs'] as const).map((page) => (
            <li key={page}>
              <Anchor href={`/admin/${page}`}>{admin.tabs[page]}</Anchor>
              <span>{words.pages[page]}</span>
            </li>
          ))}
        </ul>
      </section>
    </Stack>
  )
}
