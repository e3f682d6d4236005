/** Which text of a remark's page an address speaks of: the remark, or with `?reply=` one of its replies. */
import type { Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import type { Thread } from '#app/domain/reviews/threads.server.ts'

export interface ChosenText {
  kind: 'remark' | 'reply'
  id: string
  body: string
  veil: Veil | null
  /** the author's name is shown, so it may be spoken of */
  named: boolean
}

/** The text; Problem('not-found') when the thread has no such reply. */
export function textIn({ remark, replies }: Thread, url: URL): ChosenText {
  const asked = url.searchParams.get('reply')
  if (asked === null) {
    const { id, body, veil, author } = remark
    return { kind: 'remark', id, body, veil, named: author.name !== null }
  }
  const { id, body, veil, name } = found(replies.find((reply) => reply.id === asked))
  return { kind: 'reply', id, body, veil, named: name !== null }
}
