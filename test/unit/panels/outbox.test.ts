/** The outbox of a form: nothing typed is lost, nothing of another device is overwritten unseen. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type Answer,
  OutboxKeeper,
  PAUSE_MS,
  type Place,
  type Words,
} from '#app/routes/sheets.$id._index/outbox-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function device(words: Words, answers: Answer[], kept: { edition: number; words: Words } | null = null) {
  const seen: number[] = []
  const at = { words, kept, seen }
  const place: Place = {
    words: () => at.words,
    fill: (text) => {
      at.words = text
    },
    send: async (edition) => {
      seen.push(edition)
      return answers.shift() ?? null
    },
    keep: (text) => {
      at.kept = text
    },
    kept: () => at.kept,
    forget: () => {
      at.kept = null
    },
    show: () => {},
  }
  return { at, place }
}

test('what is typed is on the device at once, sent after a pause, forgotten when the server has it', async () => {
  const { at, place } = device({}, [{ kind: 'saved', edition: 4 }])
  const keeper = new OutboxKeeper(place, 3)
  keeper.begin(false)
  at.words = { a: 'x' }
  keeper.typed()
  expect(at.kept).toEqual({ edition: 3, words: { a: 'x' } })
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([at.seen, at.kept, keeper.edition, keeper.state.kind]).toEqual([[3], null, 4, 'saved'])
})

test('a press waits for what was typed last, and goes on only when the server has it or tells why not', async () => {
  const answers: Answer[] = [
    { kind: 'signed-out' },
    null,
    { kind: 'refused', text: 'closed' },
    { kind: 'saved', edition: 4 },
  ]
  const { at, place } = device({}, answers)
  const keeper = new OutboxKeeper(place, 3)
  at.words = { a: 'x' }
  keeper.typed()
  const pressed = [await keeper.press(), await keeper.press(), await keeper.press()]
  expect([pressed, at.kept?.words]).toEqual([[false, false, true], { a: 'x' }])
  expect([await keeper.press(), keeper.alone, at.kept]).toEqual([true, false, null])
  // nothing new: nothing is sent, the press goes on
  expect([await keeper.press(), at.seen.length]).toEqual([true, 4])
})

test('a press while a save is under way sends the words typed meanwhile, too', async () => {
  const { at, place } = device({}, [])
  const answer: ((said: Answer) => void)[] = []
  const keeper = new OutboxKeeper({ ...place, send: () => new Promise((done) => answer.push(done)) }, 0)
  at.words = { a: 'x' }
  keeper.typed()
  void keeper.save()
  at.words = { a: 'xy' }
  keeper.typed()
  const pressed = keeper.press()
  answer.shift()?.({ kind: 'saved', edition: 1 })
  await vi.advanceTimersByTimeAsync(0)
  answer.shift()?.({ kind: 'saved', edition: 2 })
  expect([await pressed, keeper.alone, keeper.edition]).toEqual([true, false, 2])
})

test('without an answer it stays and is tried again', async () => {
  const { at, place } = device({}, [null, { kind: 'saved', edition: 1 }])
  const keeper = new OutboxKeeper(place, 0)
  at.words = { a: 'x' }
  keeper.typed()
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([keeper.state.kind, at.kept?.words]).toEqual(['lost', { a: 'x' }])
  await vi.advanceTimersByTimeAsync(20_000)
  expect([keeper.state.kind, at.kept]).toEqual(['saved', null])
})

test('kept words of the same edition come back; over a newer one both stand until one is chosen', () => {
  const same = device({ a: '1' }, [], { edition: 2, words: { a: 'mine' } })
  new OutboxKeeper(same.place, 2).begin(false)
  expect(same.at.words).toEqual({ a: 'mine' })
  const other = device({ a: 'theirs' }, [], { edition: 1, words: { a: 'mine' } })
  const keeper = new OutboxKeeper(other.place, 2)
  keeper.begin(false)
  expect(keeper.state).toMatchObject({ kind: 'conflict', theirs: { edition: 2, words: { a: 'theirs' } } })
  keeper.choose('theirs')
  expect([other.at.words, other.at.kept]).toEqual([{ a: 'theirs' }, null])
})

test('a refusal over another edition never overwrites: nothing more is sent before the choice', async () => {
  const stale = { kind: 'stale', edition: 7, words: { a: 'theirs' } } as const
  const { at, place } = device({}, [stale, { kind: 'saved', edition: 8 }])
  const keeper = new OutboxKeeper(place, 5)
  at.words = { a: 'mine' }
  keeper.typed()
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  keeper.typed()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(at.seen).toEqual([5])
  keeper.choose('mine')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([at.seen, keeper.state.kind]).toEqual([[5, 7], 'saved'])
})
