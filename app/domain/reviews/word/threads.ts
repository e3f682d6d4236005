/** Threads of comments of a file: ours that are known again, answers to ours, and a reviewer's own. Pure. */
import type { FileComment } from '#app/domain/reviews/importing/imported.ts'
import type { WordComment } from './document.ts'
import { notedNumber, saysTheSame } from './noting.ts'

export interface Threads {
  own: { comment: FileComment; at: number; text: string }[]
  replies: { comment: FileComment; at: number; number: number }[]
  /** ours whose words were changed */
  rewritten: { comment: FileComment; at: number; number: number }[]
  known: number
}

/** `notes` are the comments that an export would have for this reader today. */
export function threadsIn(
  comments: readonly FileComment[],
  slug: string,
  notes: ReadonlyMap<number, WordComment>,
): Threads {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const found: Threads = { own: [], replies: [], rewritten: [], known: 0 }
  const roots = new Map<string, Threads['own'][number]>()
  comments.forEach((comment, at) => {
    const number = notedNumber(comment.text, slug)
    if (number !== null) {
      const note = notes.get(number)
      // a remark that is hidden by now is no news either
      if (!note || saysTheSame(comment.text, note)) found.known += 1
      else found.rewritten.push({ comment, at, number })
      return
    }
    const root = rootOf(comment, byId)
    const answered = root === comment ? null : notedNumber(root.text, slug)
    if (answered !== null) found.replies.push({ comment, at, number: answered })
    else if (root === comment) roots.set(comment.id, { comment, at, text: comment.text })
  })
  for (const comment of comments) {
    const own = roots.get(rootOf(comment, byId).id)
    if (own && own.comment !== comment && comment.text !== '')
      own.text += `\n\n${comment.author}: ${comment.text}`
  }
  found.own = [...roots.values()]
  return found
}

/** The comment that began the conversation; a circle of answers begins anywhere. */
function rootOf(comment: FileComment, byId: ReadonlyMap<string, FileComment>): FileComment {
  let root = comment
  for (let steps = 0; steps < 50 && root.parent !== null; steps += 1) {
    const above = byId.get(root.parent)
    if (!above || above === comment) break
    root = above
  }
  return root
}
