/** What stays open in the text about to be published, as the page shows it. */
import type { Ctx } from '#app/domain/ctx.ts'
import type { DraftShown } from '#app/domain/reviews/queries.server.ts'
import { flagsOf } from '#app/domain/reviews/versions/flags.server.ts'
import { workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import type { Messages } from '#content/messages/ru.ts'

const SHOWN = 30

/** Null while there is nothing to publish, or nothing published before it. */
export async function flagsView(ctx: Ctx, shown: DraftShown, t: Messages) {
  const place = await workplaceOf(ctx, shown.draft.id)
  if (!place?.next) return null
  const { unexplained, promises, unanswered, seen } = await flagsOf(ctx, shown.draft.id, {
    base: place.base,
    next: place.next,
  })
  const address = `/drafts/${shown.draft.slug}`
  return {
    seen,
    unexplained: {
      total: unexplained.length,
      rows: unexplained.slice(0, SHOWN).map(({ change, block, from, olds, parts }) => ({
        id: `${change}-${block.blockId}`,
        change,
        address: from ?? block.address,
        href: olds[0] ? `${address}#${shortId(olds[0])}` : `${address}/edit`,
        before: textOf(parts, 'ins'),
        after: textOf(parts, 'del'),
      })),
    },
    promises: promises.map(({ remark, state }) => ({
      id: remark.id,
      state,
      address: remark.address,
      remark: remarkView(remark, t),
    })),
    unanswered: {
      total: unanswered.length,
      numbers: unanswered.slice(0, SHOWN).map(({ number }) => number),
    },
  }
}

/** One side of a change: everything but the words of the other. */
function textOf(parts: readonly { op: string; text: string }[], other: 'ins' | 'del'): string {
  return parts.flatMap(({ op, text }) => (op === other ? [] : text)).join('')
}

export type FlagsView = NonNullable<Awaited<ReturnType<typeof flagsView>>>
