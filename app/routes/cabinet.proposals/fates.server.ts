import type { Fate } from '#app/domain/reviews/remarks/fates.server.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import type { Messages } from '#content/messages/ru.ts'

/** An own remark with where its words stand in the present version. */
export function fateView(fate: Fate, t: Messages) {
  const { draft, place, currentVersion, receivedAt } = fate
  return {
    draft: { slug: draft.slug, title: draft.title },
    remark: remarkView(fate, t),
    receivedAt,
    way: fate.way,
    mayObject: !fate.withdrawn,
    currentVersion,
    place: place && {
      status: place.status,
      href: `/drafts/${draft.slug}${place.status === 'deleted' ? '' : `#${shortId(place.fromBlockId)}`}`,
    },
  }
}

export type FateView = ReturnType<typeof fateView>
