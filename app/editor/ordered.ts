/** Footnotes in order in a document that no editor has seen: one that was typed as Markdown. */
import { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import type { DocJson } from './check.ts'
import { arrangeNotes } from './note-order.ts'
import { draftSchema } from './schema.ts'

/** The same words with footnotes behind them in the order of their references; what is no document stays as it is. */
export function withNotesInOrder(doc: DocJson, before: DocJson): DocJson {
  try {
    const tr = new Transform(Node.fromJSON(draftSchema(), doc))
    const changed = arrangeNotes(tr, Node.fromJSON(draftSchema(), before), null)
    return changed ? (tr.doc.toJSON() as DocJson) : doc
  } catch {
    return doc
  }
}
