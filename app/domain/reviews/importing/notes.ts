/** Footnotes, endnotes, comments: words that stand in parts of their own. */
import { uuidv7 } from 'uuidv7'
import type { NodeJson } from '#app/editor/check.ts'
import type { Context } from './context.ts'
import type { FileComment } from './imported.ts'
import { inlineOf } from './inline.ts'
import { numberIn } from './number-formats.ts'
import { loss } from './pieces.ts'
import { child, type El, elements, inside, parseXml, textOf, val, whole } from './xml.ts'

const kinds = [
  { kind: 'foot', part: 'footnotes', el: 'w:footnote', properties: 'w:footnotePr', format: 'decimal' },
  { kind: 'end', part: 'endnotes', el: 'w:endnote', properties: 'w:endnotePr', format: 'lowerRoman' },
] as const

type NoteEl = { key: string; el: El; part: string }

/** Registers the notes of the file, so that references can name them; returns their words, still to be converted. */
export function openNotes(ctx: Context): NoteEl[] {
  return kinds.flatMap(({ kind, part, el }) => {
    const [name] = ctx.pack.related(ctx.pack.main, part)
    const bytes = name === undefined ? undefined : ctx.pack.zip.read(name)
    if (!bytes || name === undefined) return []
    return elements(parseXml(bytes), el)
      .filter(({ attrs }) => attrs['w:type'] === undefined || attrs['w:type'] === 'normal')
      .map((note) => {
        const key = `${kind}:${note.attrs['w:id'] ?? ''}`
        ctx.notes.set(key, { id: uuidv7(), label: null })
        return { key, el: note, part: name }
      })
  })
}

/** The notes that the text refers to, in the order of their references, with the numbers that Word prints. */
export function notesOf(
  ctx: Context,
  opened: readonly NoteEl[],
  referred: readonly string[],
  section?: El,
): NodeJson[] {
  const settings = ctx.pack.xml(ctx.pack.main, 'settings')
  const byKey = new Map(opened.map((note) => [note.key, note]))
  return kinds.flatMap(({ kind, properties, format }) => {
    const own = child(section, properties) ?? child(settings, properties)
    const shown = val(own, 'w:numFmt') ?? val(child(settings, properties), 'w:numFmt') ?? format
    const start = whole(val(own, 'w:numStart')) ?? 1
    const anew = val(own, 'w:numRestart') ?? 'continuous'
    const keys = referred.filter((key) => key.startsWith(`${kind}:`))
    return [...new Set(keys)].flatMap((key, at) => {
      const note = byKey.get(key)
      if (!note) return []
      // a number that begins anew on each page depends on pages, which nobody here can know
      const label = anew === 'continuous' ? numberIn(shown, start + at) : null
      return [noteNode(note, ctx, kind, label)]
    })
  })
}

function noteNode(note: NoteEl, ctx: Context, kind: 'foot' | 'end', label: string | null): NodeJson {
  const main = ctx.part
  ctx.part = note.part
  const all = inside(note.el, 'w:p')
  const own = all.filter((paragraph) => styleOf(paragraph, ctx).kind !== 'erratum')
  const content = own.flatMap((paragraph, at): NodeJson[] => [
    ...(at > 0 ? [{ type: 'hardBreak' }] : []),
    ...inlineOf(paragraph, ctx, { style: {}, marks: [], boxes: [] }).filter(({ type }) => type !== '#page'),
  ])
  if (own.length < all.length) content.push(loss('erratum', all.length - own.length))
  ctx.part = main
  const id = ctx.notes.get(note.key)?.id
  return { type: 'footnote', attrs: { id, kind, ...(label ? { number: label } : {}) }, content }
}

function styleOf(paragraph: El, ctx: Context) {
  return ctx.styles.paragraph(val(child(paragraph, 'w:pPr'), 'w:pStyle'))
}

interface Thread {
  parents: Map<string, string>
  resolved: Set<string>
}

/** The comments of the file without their places. */
export function commentsOf(ctx: Context): Omit<FileComment, 'from' | 'to'>[] {
  const found = elements(ctx.pack.xml(ctx.pack.main, 'comments'), 'w:comment')
  const { parents, resolved } = threadsOf(ctx.pack.xml(ctx.pack.main, 'commentsExtended'))
  const byParagraph = new Map(
    found.flatMap((el) => inside(el, 'w:p').map((one) => [one.attrs['w14:paraId'] ?? '', idOf(el)] as const)),
  )
  return found.map((el) => {
    const last = inside(el, 'w:p').at(-1)?.attrs['w14:paraId'] ?? ''
    const parent = byParagraph.get(parents.get(last) ?? '-')
    return {
      id: idOf(el),
      author: (el.attrs['w:author'] ?? '').slice(0, 200),
      date: el.attrs['w:date'] ?? null,
      text: inside(el, 'w:p').map(linesOf).join('\n').trim(),
      parent: parent ?? null,
      resolved: resolved.has(last),
    }
  })
}

function linesOf(paragraph: El): string {
  return ['w:t', 'w:delText']
    .flatMap((name) => inside(paragraph, name))
    .map(textOf)
    .join('')
}

function idOf(el: El): string {
  return el.attrs['w:id'] ?? ''
}

function threadsOf(root: El | undefined): Thread {
  const all = elements(root, 'w15:commentEx').map(({ attrs }) => ({
    id: attrs['w15:paraId'] ?? '',
    parent: attrs['w15:paraIdParent'],
    done: ['1', 'true', 'on'].includes(attrs['w15:done'] ?? ''),
  }))
  return {
    parents: new Map(all.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const]))),
    resolved: new Set(all.filter(({ done }) => done).map(({ id }) => id)),
  }
}
