/** The list of drafts: what is open now comes first, the rest by pages. */
import { idOf } from '#app/domain/problem.ts'
import { type DraftFilter, listDrafts } from '#app/domain/reviews/listing.server.ts'
import { developersFor, draftFacets } from '#app/domain/reviews/showing.server.ts'
import { kindWord, rowView } from '#app/routes/drafts.$slug/views.server.ts'
import type { Args } from '#app/web/serve.server.ts'

const states = ['open', 'ahead', 'past', 'unpublished'] as const
const OPEN_AT_MOST = 50

/** Loader of the list. */
export async function listPage(args: Args) {
  const { ctx, url, t, locale } = args
  const filter = filterOf(url.searchParams)
  const after = url.searchParams.get('after')
  const page = await listDrafts(ctx, { filter, after: after ? idOf(after) : undefined })
  // The open ones stand apart on the first page, unless the reader asked for another state.
  const apart = !after && (!filter.state || filter.state === 'open')
  const open = apart
    ? (await listDrafts(ctx, { filter: { ...filter, state: 'open' }, limit: OPEN_AT_MOST })).rows
    : []
  const shown = new Set(open.map(({ id }) => id))
  const byEnd = [...open].sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  const facets = await draftFacets(ctx)
  return {
    title: t.reviews.title,
    description: t.reviews.lead,
    open: byEnd.map((draft) => rowView(draft, args)),
    rest: page.rows.filter(({ id }) => !shown.has(id)).map((draft) => rowView(draft, args)),
    next: page.next ? nextHref(url, page.next) : null,
    mayCreate: ctx.actor !== null && (await developersFor(ctx)).length > 0,
    filters: {
      words: filter.words ?? '',
      states: states
        .filter((state) => state !== 'unpublished' || ctx.actor)
        .map((state) => ({ value: state, chosen: state === filter.state })),
      kinds: facets.kinds.map(({ code, count }) => ({
        value: code,
        label: kindWord(code, locale),
        count,
        chosen: code === filter.kind,
      })),
      developers: facets.developers.map(({ id, name, count }) => ({
        value: id,
        label: name,
        count,
        chosen: id === filter.developerId,
      })),
      chosen: [filter.words, filter.state, filter.kind, filter.developerId].filter(Boolean).length,
    },
  }
}

export type FiltersView = Awaited<ReturnType<typeof listPage>>['filters']

function filterOf(query: URLSearchParams): DraftFilter {
  const developer = query.get('developer')
  return {
    state: states.find((state) => state === query.get('state')),
    kind: query.get('kind') || undefined,
    developerId: developer ? idOf(developer) : undefined,
    words: query.get('q')?.trim().slice(0, 200) || undefined,
  }
}

function nextHref(url: URL, after: string): string {
  const query = new URLSearchParams(url.search)
  query.delete('_routes')
  query.set('after', after)
  return `/drafts?${query}`
}
