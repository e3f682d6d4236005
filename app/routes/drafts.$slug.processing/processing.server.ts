/** The working table of the developer: remarks by state, section and kind, in a chosen order. */
import { executorsOf } from '#app/domain/reviews/decisions/assigning.server.ts'
import { chainOf, unconfirmedIn } from '#app/domain/reviews/decisions/chaining.server.ts'
import { workOn } from '#app/domain/reviews/decisions/processing.server.ts'
import { type DraftShown, tocOf } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { versionBlocks } from '#app/domain/reviews/showing.server.ts'
import { summaryRows } from '#app/domain/reviews/summary/summarising.server.ts'
import type { SummaryRow } from '#app/domain/reviews/summary/summary-body.ts'
import { waitingProposals } from '#app/domain/reviews/versions/suggestions.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { pick, remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { remarkKinds } from '#content/schema.ts'

const states = ['waiting', 'answered', 'all'] as const
const sorts = ['text', 'weight', 'support', 'received'] as const
/** Rows of one page: what a phone still scrolls. */
const ROWS = 50
const weightOrder = { principal: 0, substantive: 1, editorial: 2 }

/** Loader of the table; for those who decide. */
export async function processingPage(args: Args, shown: DraftShown) {
  const { ctx, t, url } = args
  acting(ctx)
  authorize(reviewRules.process, ctx.actor, shown.facts)
  const { draft, can } = headOf(shown, args)
  const all = shown.current ? await summaryRows(ctx, shown.draft.id) : []
  const sections = await sectionsOf(args, shown, all)
  const query = url.searchParams
  const chosen = {
    state: states.find((state) => state === query.get('state')) ?? 'waiting',
    section: query.get('section') ?? '',
    kind: remarkKinds.find((kind) => kind === query.get('kind')) ?? '',
    sort: sorts.find((sort) => sort === query.get('sort')) ?? 'text',
  }
  const work = await workOn(ctx, shown.draft.id)
  const me = ctx.actor?.personId
  const executor = query.get('executor') ?? ''
  const rows = all
    .filter(({ id }) => executor === '' || work.get(id)?.executorId === (executor === 'me' ? me : executor))
    .filter((row) => chosen.state === 'all' || answeredOr(row) === (chosen.state === 'answered'))
    .filter((row) => chosen.kind === '' || row.kind === chosen.kind)
    .filter((row) => chosen.section === '' || sections.of(row) === chosen.section)
    .sort(orders[chosen.sort])
  const from = beginning(rows, [...all].sort(orders[chosen.sort]), query.get('at'))
  const shownRows = rows.slice(from, from + ROWS)
  return {
    title: `${t.reviewWork.processing.title} · ${shown.draft.title}`,
    draft,
    can,
    pages: {
      from: from + 1,
      to: from + shownRows.length,
      found: rows.length,
      ...pagesAround(`/drafts/${draft.slug}/processing`, { ...chosen, executor }, rows, from),
    },
    rows: shownRows.map((row) => ({
      ...remarkView(row, t),
      ...pick(row, ['id', 'receivedAt', 'late']),
      now: row.addressNow,
      work: work.get(row.id) ?? null,
    })),
    may: {
      decide: reviewRules.assign(ctx.actor, shown.facts) === null,
      chain: reviewRules.changeChain(ctx.actor, shown.facts) === null,
      confirm: reviewRules.confirmDecisions(ctx.actor, shown.facts) === null,
      apply: reviewRules.applyProposals(ctx.actor, shown.facts) === null,
    },
    chain: await chainOf(ctx, shown.draft.id),
    suggestions: await waitingProposals(ctx, shown.draft.id),
    unconfirmed: await unconfirmedIn(ctx, shown.draft.id),
    today: acting(ctx).actor.today,
    executors: await executorsOf(ctx, shown.draft.developerId, acting(ctx).actor.today),
    doubtful: all.filter(({ place }) => place?.status === 'ambiguous').map(({ number }) => number),
    answered: all.filter(answeredOr).length,
    total: all.length,
    choices: { ...chosen, executor, sections: sections.list },
  }
}

/** A page begins with a remark, not at a count; when that one has left the table, with the next that is there. */
function beginning(rows: readonly SummaryRow[], all: readonly SummaryRow[], at: string | null): number {
  const place = new Map(all.map(({ number }, place) => [number, place]))
  const from = place.get(Number(at)) ?? 0
  return Math.max(
    rows.findIndex(({ number }) => (place.get(number) ?? 0) >= from),
    0,
  )
}

function pagesAround(
  path: string,
  chosen: Record<string, string>,
  rows: readonly SummaryRow[],
  from: number,
) {
  const to = (at: number) =>
    `${path}?${new URLSearchParams({ ...chosen, at: String(rows[at]?.number ?? '') })}`
  return {
    next: from + ROWS < rows.length ? to(from + ROWS) : null,
    previous: from > 0 ? to(Math.max(from - ROWS, 0)) : null,
  }
}

export type ProcessingRow = Awaited<ReturnType<typeof processingPage>>['rows'][number]
export type ChoicesView = Awaited<ReturnType<typeof processingPage>>['choices']

/** Support asks for nothing, so it counts as answered. */
const answeredOr = (row: SummaryRow) => row.decision !== null || row.kind === 'support' || row.hidden

const orders: Record<(typeof sorts)[number], (a: SummaryRow, b: SummaryRow) => number> = {
  text: () => 0,
  weight: (a, b) => weightOrder[a.weight] - weightOrder[b.weight],
  support: (a, b) => b.supports - a.supports,
  received: (a, b) => a.number - b.number,
}

async function sectionsOf({ ctx }: Args, shown: DraftShown, rows: readonly SummaryRow[]) {
  if (!shown.current) return { list: [], of: () => '' }
  const blocks = await versionBlocks(ctx, shown.draft.id, shown.current.id)
  const toc = tocOf(blocks, rows)
  const top = Math.min(...toc.map(({ depth }) => depth))
  const sections = toc.filter(({ depth }) => depth === top)
  const sectionOf = new Map<string, string>()
  let current = ''
  for (const { blockId } of blocks) {
    if (sections.some((section) => section.blockId === blockId)) current = blockId
    sectionOf.set(blockId, current)
  }
  return {
    list: sections.map(({ blockId, number, title, remarks }) => ({
      value: blockId,
      label: [number, title].filter(Boolean).join(' '),
      count: remarks,
    })),
    of: (row: SummaryRow) => sectionOf.get(row.place?.fromBlockId ?? '') ?? '',
  }
}
