import { dayOf } from '#app/domain/ctx.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { filterOf, printCursor, queryOf, readCursor } from '#app/domain/experts/registry.ts'
import { serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { printFrame } from './frame.server.tsx'

const ROWS = 10

/**
 * The registry in a frame of somebody else's site: what a guest sees, whoever looks, so a cookie changes nothing. It
 * asks anew each time, so that a withdrawn consent is gone from there as it is from here.
 */
export const loader = serve(
  async ({ ctx: asked, url, locale, t, services, visit }) => {
    const ctx = { ...asked, actor: null }
    const today = dayOf(ctx.now, ctx.zone)
    const filter = filterOf(url.searchParams, today)
    const after = readCursor(url.searchParams.get('after'))
    const { entries, next } = await entriesAfter(ctx, filter, await matchingOf(ctx, filter), after, ROWS)
    const query = queryOf(filter, today)
    const { publicUrl, demo } = services.config
    const html = printFrame({
      ...{ locale, zone: visit.zone, messages: t, publicUrl, demo, entries, filter },
      name: content().instance.name[locale],
      rest: [...query].filter(([name]) => name !== 'q'),
      query: query.toString(),
      next: next && printCursor(next),
    })
    return new Response(html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'public, no-cache',
        Vary: 'Accept-Language',
      },
    })
  },
  { confined: true },
)
