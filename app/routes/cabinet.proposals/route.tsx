import { useLoaderData } from '@remix-run/react'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Fate } from './fate.tsx'
import { fateView } from './fates.server.ts'
import styles from './proposals.module.css'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.reviewOutcome.mine.title,
  fates: (await fatesOf(acting(ctx))).map((fate) => fateView(fate, t)),
}))

export { titled as meta } from '#app/ui/titled.ts'

/** What became of the own remarks. */
export default function ProposalsPage() {
  const { fates } = useLoaderData<typeof loader>()
  const { reviewOutcome } = useMessages()
  const words = reviewOutcome.mine
  const accepted = fates.filter(
    ({ remark }) => remark.decision?.decision === 'accepted' || remark.decision?.decision === 'partly',
  ).length
  return (
    <Stack gap={3} className={styles.page}>
      <div>
        <h2>{words.title}</h2>
        <p className={styles.lead}>{fates.length > 0 ? words.counts(accepted, fates.length) : words.lead}</p>
      </div>
      {fates.length === 0 && (
        <EmptyState title={words.empty} action={<LinkButton href="/drafts">{words.toDrafts}</LinkButton>}>
          {words.emptyText}
        </EmptyState>
      )}
      <div>
        {fates.map((fate) => (
          <Fate key={`${fate.draft.slug}/${fate.remark.number}`} fate={fate} />
        ))}
      </div>
    </Stack>
  )
}
