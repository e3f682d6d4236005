/** Which text of a remark's page an address speaks of: the remark, a reply (`?reply=`), an objection (`?objection=`). */
import type { Ctx } from '#app/domain/ctx.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import { objectionsOf } from '#app/domain/reviews/remarks/objecting.server.ts'
import type { Thread } from '#app/domain/reviews/remarks/threads.server.ts'

export interface ChosenText {
  kind: 'remark' | 'reply' | 'objection'
  id: string
  body: string
  veil: Veil | null
  /** the author's name is shown, so it may be spoken of */
  named: boolean
}

/** The text; Problem('not-found') when the thread has no such reply or objection. */
export async function textIn(ctx: Ctx, { remark, replies }: Thread, url: URL): Promise<ChosenText> {
  const objected = url.searchParams.get('objection')
  if (objected !== null) {
    const shown = remark.withdrawn || remark.hidden ? [] : await objectionsOf(ctx, remark.id)
    const { id, body, veil } = found(shown.find((one) => one.id === objected))
    return { kind: 'objection', id, body, veil, named: false }
  }
  const asked = url.searchParams.get('reply')
  if (asked === null) {
    const { id, body, veil, author } = remark
    return { kind: 'remark', id, body, veil, named: author.name !== null }
  }
  const { id, body, veil, name } = found(replies.find((reply) => reply.id === asked))
  return { kind: 'reply', id, body, veil, named: name !== null }
}
