/**
 * No table is put into a cell of another, by a button, by keys, by pasting or dropping: its words stand there as they
 * were, its grid does not. One that came with a file stays as it came.
 */
import { Extension } from '@tiptap/core'
import { isHistoryTransaction } from '@tiptap/pm/history'
import { Fragment, type Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'

export const FlatTables = Extension.create({
  name: 'flatTables',
  // before the ids: what stays of a table is numbered after it
  priority: 150,
  addProseMirrorPlugins: () => [flatTablesPlugin()],
})

/** The plugin that takes apart a table which a change has put into a cell; undo brings back what was. */
export function flatTablesPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('flatTables'),
    appendTransaction: (made, old, state) => {
      if (!made.some(({ docChanged }) => docChanged) || made.some(isHistoryTransaction)) return null
      const inner = nestedIn(state.doc)
      if (inner.length === 0) return null
      const known = new Set(nestedIn(old.doc).map(({ node }) => node.attrs.id))
      // a known one stays once: a copy of it is new
      const fresh = inner.filter(({ node }) => !known.delete(node.attrs.id))
      const { tr } = state
      for (const { node, at } of fresh.reverse()) tr.replaceWith(at, at + node.nodeSize, blocksOf(node))
      return tr.docChanged ? tr : null
    },
  })
}

/** The tables that stand in a cell, in reading order; not those inside them. */
function nestedIn(doc: Node): { node: Node; at: number }[] {
  const found: { node: Node; at: number }[] = []
  doc.descendants((outer, start) => {
    if (outer.type.name !== 'table') return !outer.isTextblock
    outer.descendants((node, at) => {
      if (node.type.name !== 'table') return !node.isTextblock
      found.push({ node, at: start + 1 + at })
      return false
    })
    return false
  })
  return found
}

/** What the cells hold, cell after cell; one empty paragraph when they hold nothing. */
function blocksOf(table: Node): Node[] {
  const blocks: Node[] = []
  table.forEach((row) => {
    row.forEach((cell) => {
      cell.forEach((block) => {
        blocks.push(...flat(block))
      })
    })
  })
  const said = blocks.filter((block) => block.isAtom || block.content.size > 0)
  return said.length > 0 ? said : blocks.slice(0, 1)
}

function flat(node: Node): Node[] {
  if (node.type.name === 'table') return blocksOf(node)
  if (node.isTextblock || node.isLeaf) return [node]
  const inner: Node[] = []
  node.forEach((child) => {
    inner.push(...flat(child))
  })
  return [node.copy(Fragment.from(inner))]
}
