/** The printed number of a paragraph: set, changed, taken away, and what may not be one. */
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { checkDoc } from '#app/editor/check.ts'
import { isPrintedNumber, numberableAt, setNumber } from '#app/editor/printed-number.ts'
import { draftSchema } from '#app/editor/schema.ts'

const id = '0198c0de-0000-7000-8000-000000000001'
const other = '0198c0de-0000-7000-8000-000000000002'

function opened(words: string, number: string | null = null, type = 'paragraph') {
  const doc = draftSchema().nodeFromJSON({
    type: 'doc',
    content: [
      { type, attrs: { id, number }, content: words ? [{ type: 'text', text: words }] : [] },
      { type: 'paragraph', attrs: { id: other, number: '9.' }, content: [{ type: 'text', text: 'Далее.' }] },
      { type: 'figure', attrs: { id: id.replace('1', '3'), file: 'a'.repeat(64) } },
    ],
  })
  const state = EditorState.create({ doc })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, 1)))
}

function numbered(state: EditorState, number: string | null) {
  let next = state
  const done = setNumber(number)(state, (tr) => {
    next = state.apply(tr)
  })
  const { attrs, textContent } = next.doc.child(0)
  return { done, id: attrs.id, number: attrs.number, text: textContent, next }
}

test.each(['3.2.', 'а)', '§ 4', 'III', 'Приложение № 1', '12–13', '«б»'])(
  '«%s» is kept as typed and stored by the server',
  (number) => {
    const { next, ...rest } = numbered(opened('Эксперт заполняет лист.'), number)
    expect(rest).toEqual({ done: true, id, number, text: 'Эксперт заполняет лист.' })
    expect(next.doc.child(1).attrs).toMatchObject({ id: other, number: '9.' })
    const { doc } = checkDoc(
      { ...next.doc.toJSON(), content: next.doc.toJSON().content.slice(0, 2) },
      { characters: 1000 },
    )
    expect(doc?.content[0]?.attrs?.number).toBe(number)
  },
)

test.each(['', '1'.repeat(41), '<b>', '1\u202e', '1\n', '1\u00a0', '=1+1', '1{'])(
  '«%s» is no number for the editor nor for the server',
  (number) => {
    expect(isPrintedNumber(number)).toBe(false)
    expect(numbered(opened('Слова.'), number)).toMatchObject({ done: false, number: null, text: 'Слова.' })
    const content = [
      { type: 'paragraph', attrs: { id, number }, content: [{ type: 'text', text: 'Слова.' }] },
    ]
    expect(checkDoc({ type: 'doc', content }, { characters: 1000 })).toEqual({ fault: 'document-invalid' })
  },
)

test('a number is changed and taken away, the words stay', () => {
  expect(numbered(opened('Слова.', '1.'), '2.')).toMatchObject({ number: '2.', text: 'Слова.' })
  expect(numbered(opened('Слова.', '1.', 'heading'), null)).toMatchObject({ number: null, text: 'Слова.' })
})

test.each([
  ['3.2. Эксперт заполняет', 'Эксперт заполняет'],
  ['3.2.\u00a0 Эксперт', 'Эксперт'],
  ['3.2.1. Эксперт', '3.2.1. Эксперт'],
  ['3.2.Эксперт', '3.2.Эксперт'],
  ['3.2. ', '3.2. '],
])('a number typed among the words is not printed twice: «%s»', (words, left) => {
  expect(numbered(opened(words), '3.2.')).toMatchObject({ number: '3.2.', text: left })
})

test('the same number said again takes nothing from the words', () => {
  expect(numbered(opened('5 школ участвуют', '5'), '5')).toMatchObject({ text: '5 школ участвуют' })
})

test('no number in a footnote, on a picture or for two paragraphs at once', () => {
  const note = opened('Сноска', '1', 'footnote')
  expect(numberableAt(note)).toBeNull()
  const state = opened('Слова.')
  const picture = state.doc.content.size - 1
  expect(
    numberableAt(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, picture)))),
  ).toBeNull()
  const both = TextSelection.create(state.doc, 2, state.doc.child(0).nodeSize + 2)
  expect(numberableAt(state.apply(state.tr.setSelection(both)))).toBeNull()
})
