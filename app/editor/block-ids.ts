/**
 * Block ids: every heading, paragraph, table and row has an id, and no two have the same.
 *
 * Tiptap's own UniqueID loses or doubles ids on Enter at the start of a block, on toggling, lifting and dragging, so
 * this plugin states the invariant instead of following commands: after any transaction the first holder in reading
 * order keeps an id, except when a split moved the words down. Then the piece with the words keeps it.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { uuidv7 } from 'uuidv7'
import { identified } from './identified.ts'

const numbered: string[] = ['heading', 'paragraph', 'footnote']
const paged: string[] = ['heading', 'paragraph', 'table']
const blockIds = new PluginKey('blockIds')

export const BlockIds = Extension.create({
  name: 'blockIds',

  addGlobalAttributes() {
    return [
      {
        types: [...identified],
        attributes: {
          id: {
            default: null,
            keepOnSplit: true, // both halves of a split hold it for a moment; the plugin decides whose it is
            parseHTML: (element: HTMLElement) => element.getAttribute('data-block'),
            renderHTML: ({ id }: { id?: string | null }) => (id ? { 'data-block': id } : {}),
          },
        },
      },
      {
        types: numbered,
        attributes: {
          number: {
            default: null,
            keepOnSplit: true, // both halves of a split hold it for a moment; the plugin decides whose it is
            parseHTML: (element: HTMLElement) => element.getAttribute('data-number'),
            renderHTML: ({ number }: { number?: string | null }) => (number ? { 'data-number': number } : {}),
          },
        },
      },
      {
        types: paged,
        attributes: {
          /** the block begins a page when printed */
          pageBreak: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element: HTMLElement) => element.hasAttribute('data-page-break') || null,
            renderHTML: ({ pageBreak }: { pageBreak?: boolean | null }) =>
              pageBreak ? { 'data-page-break': '' } : {},
          },
        },
      },
    ]
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: blockIds,
        appendTransaction: (transactions, _old, state) =>
          transactions.some((transaction) => transaction.docChanged) ? repairIds(state) : null,
      }),
    ]
  },

  onCreate() {
    const repaired = repairIds(this.editor.state)
    if (repaired) this.editor.view.dispatch(repaired)
  },
})

type Holder = { node: Node; at: number }

/** The transaction that makes ids present and unique again, or null when they are. */
export function repairIds(state: EditorState): Transaction | null {
  const holders = new Map<string, Holder[]>()
  const bare: Holder[] = []
  state.doc.descendants((node, at) => {
    if (!isIdentified(node)) return
    const id: unknown = node.attrs.id
    if (typeof id !== 'string' || id === '') bare.push({ node, at })
    else holders.set(id, [...(holders.get(id) ?? []), { node, at }])
  })
  const fresh = [...bare, ...[...holders.values()].flatMap(losersOf)]
  if (fresh.length === 0) return null
  const transaction = state.tr
  for (const { node, at } of fresh) {
    const attrs = {
      ...node.attrs,
      id: uuidv7(),
      ...(node.attrs.id && 'number' in node.attrs ? { number: null } : {}),
    }
    transaction.setNodeMarkup(at, undefined, attrs, node.marks)
  }
  return transaction.setMeta('addToHistory', false)
}

/** Of several holders of one id all but the one that has the words: the first with text, else the first. */
function losersOf(holders: Holder[]): Holder[] {
  if (holders.length < 2) return []
  const keeper = holders.find(({ node }) => node.content.size > 0) ?? holders[0]
  return holders.filter((holder) => holder !== keeper)
}

/** Whether nodes of this type carry an id. */
export function isIdentified(node: Node): boolean {
  return (identified as readonly string[]).includes(node.type.name)
}
