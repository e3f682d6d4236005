/** The editor saves by itself: nothing typed is lost, nothing is written over somebody else's words, nothing is sent twice. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AGAIN_MS, type Answer, Autosaver, PAUSE_MS } from '#app/routes/drafts.$slug.edit/autosave.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page with its server: what is typed, what is kept in the tab, what the server got, and what it will answer. */
function pageWith(...answers: (Answer | 'waits')[]) {
  const page = {
    text: 'начало',
    tab: null as string | null,
    room: true,
    got: [] as string[],
    pressed: 0,
    release: (_answer: Answer) => {},
  }
  const saver = new Autosaver(
    {
      send: async (edition) => {
        page.got.push(`${page.text} поверх ${edition}`)
        const next = answers.shift() ?? null
        if (next !== 'waits') return next
        return new Promise<Answer>((resolve) => {
          page.release = resolve
        })
      },
      keep: (edition) => {
        page.tab = page.room ? `${page.text} поверх ${edition}` : null
        return page.room
      },
      forget: () => {
        page.tab = null
      },
      submit: () => {
        page.pressed += 1
      },
      show: () => {},
    },
    1,
  )
  const write = (text: string) => {
    page.text = text
    saver.typed()
  }
  return { page, saver, write }
}
const saved = (edition: number): Answer => ({ edition, savedAt: '2026-03-01T09:00:00Z' })

test('words are saved once, after a pause, and only then forgotten by the tab', async () => {
  const { page, saver, write } = pageWith(saved(2))
  write('раз')
  write('раз два')
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
  expect(page.got).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect([page.got, page.tab]).toEqual([['раз два поверх 1'], null])
  expect(saver.state).toMatchObject({ edition: 2, dirty: false, busy: false, savedAt: expect.any(String) })
  await vi.advanceTimersByTimeAsync(AGAIN_MS)
  expect(page.got).toHaveLength(1)
})

test('words typed while a save is under way go after it, over its edition', async () => {
  const { page, write } = pageWith('waits', saved(3))
  write('раз')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  write('раз два')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(page.got).toEqual(['раз поверх 1'])
  page.release(saved(2))
  await vi.advanceTimersByTimeAsync(0)
  expect(page.tab).toBe('раз поверх 1')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([page.got.at(-1), page.tab]).toEqual(['раз два поверх 2', null])
})

test('without a connection the words wait in the tab and are tried again by themselves', async () => {
  const { page, saver, write } = pageWith(null, null, saved(2))
  write('в дороге')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([saver.state.lost, saver.alone, page.tab]).toEqual([true, true, 'в дороге поверх 1'])
  await vi.advanceTimersByTimeAsync(AGAIN_MS * 2)
  expect(page.got).toHaveLength(3)
  expect([saver.state.lost, saver.alone, page.tab]).toEqual([false, false, null])
})

test('two tabs: over an edition that another saved nothing is written, and the words stay', async () => {
  const { page, saver, write } = pageWith({ problem: 'изменили', code: 'stale' })
  write('моё')
  await vi.advanceTimersByTimeAsync(PAUSE_MS + AGAIN_MS)
  expect(page.got).toEqual(['моё поверх 1'])
  expect(saver.state).toMatchObject({
    edition: 1,
    dirty: true,
    refused: 'изменили',
    code: 'stale',
    lost: false,
  })
  expect(page.tab).toBe('моё поверх 1')
})

test('who is signed out keeps the words, and closing the tab is asked about', async () => {
  const { page, saver, write } = pageWith({ code: 'signed-out' })
  write('после сеанса')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([saver.state.code, saver.alone, page.tab]).toEqual(['signed-out', true, 'после сеанса поверх 1'])
})

test('a full tab is told, and no older words stand for the present ones', async () => {
  const { page, saver, write } = pageWith(null, saved(2))
  page.room = false
  write('длинно')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([saver.state.unkept, page.tab]).toEqual([true, null])
  await vi.advanceTimersByTimeAsync(AGAIN_MS)
  expect(saver.state.unkept).toBe(false)
})

test('what would be lost is shown and not saved; agreed to, it goes', async () => {
  const losses = [{ kind: 'image' as const, count: 1, where: ['абз. 3'] }]
  const { page, saver, write } = pageWith({ losses }, { ...saved(2), losses })
  write('![рисунок](x.png)')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([saver.state.losses, saver.state.dirty, page.tab]).toEqual([losses, true, expect.any(String)])
  saver.typed()
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect([saver.state.losses, saver.state.dirty, page.tab]).toEqual([losses, false, null])
})

describe('the button', () => {
  test('sends the form when there is a connection, and keeps the words until the page is back', () => {
    const { page, saver, write } = pageWith()
    write('раз')
    expect(saver.press(true)).toBe(true)
    expect(page.tab).toBe('раз поверх 1')
    saver.reached(2)
    expect([page.tab, saver.state.edition, saver.state.dirty]).toEqual([null, 2, false])
  })

  test('words typed after it was pressed are not forgotten', async () => {
    const { page, saver, write } = pageWith(saved(3))
    write('раз')
    saver.press(true)
    write('раз два')
    saver.reached(2)
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    expect(page.got).toEqual(['раз два поверх 2'])
  })

  test('waits for a save under way: its edition is the next one', async () => {
    const { page, saver, write } = pageWith('waits')
    write('раз')
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    expect([saver.press(true), page.pressed]).toEqual([false, 0])
    page.release(saved(2))
    await vi.advanceTimersByTimeAsync(1)
    expect([page.pressed, page.got]).toEqual([1, ['раз поверх 1']])
  })

  test('does not take the page away without a connection', async () => {
    const { page, saver, write } = pageWith(null)
    write('раз')
    expect(saver.press(false)).toBe(false)
    await vi.advanceTimersByTimeAsync(0)
    expect([page.tab, saver.state.lost]).toEqual(['раз поверх 1', true])
  })
})

test('who leaves the page before the pause is over loses nothing', async () => {
  const { page, saver, write } = pageWith(null)
  write('последнее слово')
  saver.leave()
  await vi.advanceTimersByTimeAsync(0)
  expect([page.got, page.tab]).toEqual([['последнее слово поверх 1'], 'последнее слово поверх 1'])
})
