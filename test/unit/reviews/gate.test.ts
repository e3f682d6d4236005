import { splitBlock } from '@tiptap/pm/commands'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { carryIds } from '#app/domain/reviews/texts/carrying.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { repairIds } from '#app/editor/block-ids.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'
import { isSafeHref } from '#app/editor/links.ts'
import { draftSchema } from '#app/editor/schema.ts'

const limits = { characters: 1_500_000 }

describe('the gate', () => {
  const paragraph = (attrs: Record<string, unknown>, text = 'Слово') => ({
    type: 'doc',
    content: [{ type: 'paragraph', attrs, content: [{ type: 'text', text }] }],
  })
  const id = '01900000-0000-7000-8000-000000000001'

  test.each([
    ['no ids', paragraph({ id: null })],
    ['an id that is none', paragraph({ id: 'x"><script>' })],
    ['a foreign node', { type: 'doc', content: [{ type: 'iframe', attrs: { src: '//evil' } }] }],
    ['a number that is markup', paragraph({ id, number: '<img>' })],
    ['NUL', paragraph({ id }, 'a\u0000b')],
    ['half a surrogate pair', paragraph({ id }, 'a\ud800b')],
    ['a string', 'doc'],
    ['null', null],
    ['not a document', { type: 'text', text: 'x' }],
  ])('refuses %s', (_, json) => {
    expect(checkDoc(json, limits).fault).toBe('document-invalid')
  })

  test('refuses doubled ids, depth without end, size without end', () => {
    const [block] = paragraph({ id }).content
    expect(checkDoc({ type: 'doc', content: [block, block] }, limits).fault).toBe('document-invalid')
    let deep: unknown = block
    for (let i = 0; i < 5000; i += 1) deep = { type: 'blockquote', content: [deep] }
    expect(checkDoc({ type: 'doc', content: [deep] }, limits).fault).toBe('document-invalid')
    expect(checkDoc(paragraph({ id }, 'я'.repeat(1001)), { characters: 1000 }).fault).toBe(
      'document-too-long',
    )
    expect(checkDoc(paragraph({ id }, '   '), limits).fault).toBe('document-empty')
  })

  test('stores nothing that the schema does not know', () => {
    const [block] = paragraph({ id, onclick: 'alert(1)', style: 'x' }).content
    const { doc } = checkDoc({ type: 'doc', evil: true, content: [{ ...block, evil: 1 }] }, limits)
    expect(JSON.stringify(doc)).not.toMatch(/evil|onclick|style/)
  })

  test.each([
    ['https://example.org', true],
    ['/drafts/concept', true],
    ['#p3', true],
    ['mailto:a@b.example', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['vbscript:x', false],
    ['', false],
  ])('a link to %j: %j', (href, safe) => {
    expect(isSafeHref(href)).toBe(safe)
  })
})

describe('block ids', () => {
  const stateOf = (doc: DocJson) =>
    EditorState.create({ schema: draftSchema(), doc: draftSchema().nodeFromJSON(doc) })
  const repaired = (state: EditorState) => {
    const transaction: Transaction | null = repairIds(state)
    return transaction ? state.apply(transaction) : state
  }
  const idsOf = (state: EditorState) => blocksOf(state.doc.toJSON() as DocJson).map(({ blockId }) => blockId)

  test('P9: ids stay present and unique through splits anywhere and pasted copies', () => {
    const { doc } = docFromPlain('Первый абзац текста.\n\nВторой абзац текста.\n\nТретий абзац.')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 12 }), (steps) => {
        let state = stateOf(doc)
        for (const [at, paste] of steps) {
          const size = state.doc.content.size
          if (paste)
            state = repaired(state.apply(state.tr.insert(0, state.doc.child(at % state.doc.childCount))))
          else {
            const selection = TextSelection.near(state.doc.resolve(at % size))
            state = state.apply(state.tr.setSelection(selection))
            splitBlock(state, (transaction) => {
              state = repaired(state.apply(transaction))
            })
          }
        }
        expect(checkDoc(state.doc.toJSON(), limits).fault).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  test('Enter at the beginning of a paragraph leaves the id with its words', () => {
    const { doc } = docFromPlain('Первый абзац.\n\nВторой абзац.')
    const before = idsOf(stateOf(doc))
    let state = stateOf(doc)
    state = state.apply(state.tr.setSelection(TextSelection.atStart(state.doc)))
    splitBlock(state, (transaction) => {
      state = repaired(state.apply(transaction))
    })
    expect(idsOf(state)).toEqual(before)
  })

  test('a file without ids takes over those of the version before it', () => {
    const before = docFromPlain(
      '1. Эксперт заполняет лист в течение трёх дней.\n\n2. Сведения публикуются в реестре.',
    ).doc
    const after = docFromPlain(
      'Новый вводный абзац о порядке.\n\n1. Эксперт заполняет лист в течение пяти дней.\n\n2. Сведения публикуются в реестре.',
    ).doc
    const ids = blocksOf(carryIds(blocksOf(before), after)).map(({ blockId }) => blockId)
    expect(ids.slice(1)).toEqual(blocksOf(before).map(({ blockId }) => blockId))
    expect(new Set(ids).size).toBe(3)
  })
})
