import { expect, test } from 'vitest'
import { passagesOf, unitsOf } from '#app/routes/drafts.$slug/layout.ts'
import type { BlockView, NoteView } from '#app/routes/drafts.$slug/views.ts'

const blocks = ['a', 'b', 'c', 'd'].map((blockId) => ({ blockId, text: 'Слова пункта' })) as BlockView[]
const note = (place: Partial<NoteView['place']>, whole = false) =>
  ({
    number: 7,
    whole,
    place: { fromBlockId: 'a', fromOffset: 2, toBlockId: 'd', toOffset: 5, ...place },
  }) as NoteView

test('a divided passage marks its parts and nothing of what stands between them', () => {
  const parts = [
    { blockId: 'a', from: 2, to: 12 },
    { blockId: 'd', from: 0, to: 5 },
  ]
  expect([...passagesOf(blocks, [note({ status: 'split', parts })])]).toEqual([
    ['a', [{ remark: 7, from: 2, to: 12 }]],
    ['d', [{ remark: 7, from: 0, to: 5 }]],
  ])
})

test('a whole unit marks no words until it is divided; a passage without parts marks all it reaches over', () => {
  expect(passagesOf(blocks, [note({ status: 'exact' }, true)]).size).toBe(0)
  expect(
    passagesOf(blocks, [note({ status: 'split', parts: [{ blockId: 'b', from: 0, to: 3 }] }, true)]).size,
  ).toBe(1)
  expect([...passagesOf(blocks, [note({ status: 'exact' })]).keys()]).toEqual(['a', 'b', 'c', 'd'])
  expect(passagesOf(blocks, [note({ status: 'deleted' })]).size).toBe(0)
})

test('a passage that is gone keeps its seat beside the unit it stood at, and marks no words', () => {
  const gone = note({ status: 'deleted', fromBlockId: 'c', toBlockId: 'c' })
  expect(unitsOf(blocks, [gone]).map(({ notes }) => notes.length)).toEqual([0, 0, 1, 0])
})
