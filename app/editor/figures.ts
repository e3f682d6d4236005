/**
 * Pictures, footnotes and small letters of drafts.
 *
 * A picture is a block without words, known by the hash of its file. A footnote is a block with words; the place that it
 * belongs to is a mark on the letter before it, so that a reference takes no room in the text and every offset stays.
 */
import { Mark, mergeAttributes, Node } from '@tiptap/core'

export interface FigureOptions {
  /** the address of a picture by the hash of its file */
  address: (file: string) => string
}

const attribute = (name: string, fallback: string | number | null = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? fallback,
  renderHTML: (attrs: Record<string, unknown>) =>
    attrs[name] === null || attrs[name] === undefined ? {} : { [`data-${name}`]: attrs[name] },
})

const size = (name: 'width' | 'height') => ({
  default: null,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(`data-${name}`)) || null,
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}),
})

export const Figure = Node.create<FigureOptions>({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,

  addOptions: () => ({ address: (file) => `#${file}` }),

  addAttributes: () => ({
    file: attribute('file'),
    alt: attribute('alt', ''),
    width: size('width'),
    height: size('height'),
  }),

  // Only a figure of ours: a picture pasted from elsewhere is no file of this document.
  parseHTML: () => [{ tag: 'figure[data-file]' }],

  renderHTML({ node, HTMLAttributes }) {
    const { file, alt } = node.attrs as { file: string; alt: string }
    return ['figure', mergeAttributes(HTMLAttributes), ['img', { src: this.options.address(file), alt }]]
  },
})

export const Footnote = Node.create({
  name: 'footnote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ kind: attribute('kind', 'foot') }),
  parseHTML: () => [{ tag: 'aside[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0],
})

export const NoteRef = Mark.create({
  name: 'noteRef',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ note: attribute('note') }),
  parseHTML: () => [{ tag: 'span[data-note]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
})

const small = (name: 'superscript' | 'subscript', tag: 'sup' | 'sub', key: string) =>
  Mark.create({
    name,
    excludes: 'superscript subscript',
    // what other editors put on the clipboard says it by a style
    parseHTML: () => [{ tag }, { style: `vertical-align=${tag === 'sup' ? 'super' : 'sub'}` }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) }
    },
  })

export const Superscript = small('superscript', 'sup', 'Mod-.')
export const Subscript = small('subscript', 'sub', 'Mod-,')
