/** Pasting: what Word and its kin put on the clipboard → clean blocks, by the same reading as a file of HTML. */
import type { NodeJson } from '#app/editor/check.ts'
import { finish } from './finishing.ts'
import { piecesOfHtml } from './html.ts'

// The fragment that was copied stands between these; around it are the styles of a whole document.
const fragment = /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/i

/**
 * The content to insert: blocks, or the words alone when it is one plain paragraph, so that they join the line they are
 * put into. Pictures of a clipboard lie on the disk of who copied them: they are left out. Empty for nothing.
 */
export function pastedContent(html: string): NodeJson[] {
  const copied = fragment.exec(html)?.[1] ?? html
  const blocks = finish(piecesOfHtml(copied, { image: () => null })).doc.content
  const seen = blocks.filter(({ type, content }) => type !== 'paragraph' || (content ?? []).length > 0)
  const [only] = seen
  const plain = seen.length === 1 && only?.type === 'paragraph' && only.attrs?.number === undefined
  return plain ? (only?.content ?? []) : seen
}
