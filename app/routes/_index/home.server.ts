/** The home page: what is open now, what became of proposals, whom the community unites. All figures are counted. */
import { dayOf, viewerOf } from '#app/domain/ctx.ts'
import { directionsOfList, listOn } from '#app/domain/experts/directions.server.ts'
import { expertsNow } from '#app/domain/experts/figures.server.ts'
import { filterOf } from '#app/domain/practices/catalogue/filter.ts'
import { listPractices } from '#app/domain/practices/catalogue/listing.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { decisionFigures, recentFates } from '#app/domain/reviews/showing.server.ts'
import { remarkView, rowView } from '#app/routes/drafts.$slug/views.server.ts'
import { entryView } from '#app/routes/practices._index/entry.ts'
import type { Args } from '#app/web/serve.server.ts'

const SHOWN = 4
const PRACTICES = 3
const YEAR_MS = 365 * 86_400_000

/** Loader of the home page. */
export async function homePage(args: Args) {
  const { ctx, t, locale, services } = args
  const { today } = viewerOf(ctx)
  const open = await listDrafts(ctx, { filter: { state: 'open' }, limit: 50 })
  const others =
    open.rows.length < SHOWN ? (await listDrafts(ctx, { limit: SHOWN * 2 })).rows.filter(isRunning) : []
  const byEnd = [...open.rows].sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  const shown = [...byEnd, ...others.filter(({ id }) => !open.rows.some((row) => row.id === id))].slice(
    0,
    SHOWN,
  )
  const fates = await recentFates(ctx, ['accepted', 'partly', 'rejected'], 40)
  const directions = await directionsOfList(ctx, await listOn(ctx, dayOf(ctx.now, ctx.zone)))
  const newest = await listPractices(ctx, filterOf(new URLSearchParams()), { after: null, limit: PRACTICES })
  return {
    title: services.content.instance.tagline[locale],
    description: t.reviewOutcome.home.lead,
    figures: {
      experts: await expertsNow(ctx, today),
      open: open.rows.length,
      ...(await decisionFigures(ctx, new Date(ctx.now.getTime() - YEAR_MS))),
    },
    drafts: shown.map((draft) => rowView(draft, args)),
    fates: differing(fates).map((fate) => ({ draft: fate.draft, remark: remarkView(fate, t) })),
    practices: newest.rows.map((row) => entryView(row, locale)),
    directions: directions.map(({ code, shortTitle, title, tier, experts }) => ({
      code,
      title: shortTitle || title,
      tier,
      experts,
    })),
  }
}

export type HomeView = Awaited<ReturnType<typeof homePage>>

const isRunning = ({ progress, withdrawnAt }: { progress: string; withdrawnAt: Date | null }) =>
  progress === 'running' && !withdrawnAt

/** One of each decision, then the newest: a home page that shows only «учтено» would not be believed. */
function differing<F extends { decision: { decision: string } | null }>(fates: readonly F[]): F[] {
  const first = ['accepted', 'partly', 'rejected'].flatMap(
    (code) => fates.find(({ decision }) => decision?.decision === code) ?? [],
  )
  return first.slice(0, 3)
}
