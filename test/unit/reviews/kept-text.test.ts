/** Words kept in a tab: for their writer alone, until the server has them, and never past a sign-out. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetText, type KeptText, keepText, keptText } from '#app/routes/drafts.$slug.edit/kept-text.ts'
import { clearTab, closeTabs, keepInTab, keptInTab, watchTab } from '#app/ui/tab-words.ts'

/** What a browser gives a tab: keys of its own are its own, too, and the room ends. */
class Store {
  [key: string]: unknown
  static room = 10_000
  getItem(key: string) {
    return Object.hasOwn(this, key) ? String(this[key]) : null
  }
  setItem(key: string, value: string) {
    if (value.length > Store.room) throw new DOMException('full', 'QuotaExceededError')
    this[key] = value
  }
  removeItem(key: string) {
    delete this[key]
  }
}
let stop = () => {}
beforeEach(() => {
  vi.stubGlobal('sessionStorage', new Store())
  vi.stubGlobal('localStorage', new Store())
  stop = watchTab(null)
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const version = { id: 'v', source: '{"type":"doc","content":[]}', markdown: 'Было' }
const typed = (own: Partial<KeptText> = {}): KeptText => ({
  ...{ owner: '7', edition: 3, way: 'markdown', source: 'Стало', base: '' },
  ...own,
})

test('the writer gets back what the server does not have, with the edition it was typed over', () => {
  expect(keptText(version, '7')).toBeNull()
  expect(keepText('v', typed())).toBe(true)
  expect(keptText(version, '7')).toEqual(typed())
  expect(keptText({ ...version, id: 'w' }, '7')).toBeNull()
  forgetText('v')
  expect(keptText(version, '7')).toBeNull()
})

test('what the server has in another order of names is no text to bring back', () => {
  keepText('v', typed({ way: 'rich', source: '{"content":[],"type":"doc"}' }))
  expect(keptText(version, '7')).toBeNull()
  expect(Object.keys(sessionStorage)).toEqual([])
})

test('another person gets nothing, and it is gone', () => {
  keepText('v', typed())
  expect(keptText(version, '8')).toBeNull()
  expect(keptText(version, '7')).toBeNull()
})

test('a tab without room says so and keeps no older words for the present ones', () => {
  keepText('v', typed())
  expect(keepText('v', typed({ source: 'я'.repeat(Store.room) }))).toBe(false)
  expect(keptText(version, '7')).toBeNull()
})

test('broken words, and words of nobody, are thrown away', () => {
  sessionStorage.setItem('kept:text:v', '{"owner":')
  expect(keptText(version, '7')).toBeNull()
  sessionStorage.setItem('kept:text:v', '{"owner":"","source":"Чьё"}')
  expect(keptInTab('text:v', '')).toBeNull()
  expect(Object.keys(sessionStorage)).toEqual([])
})

test('a visit of another person clears the tab; the same one and a guest leave it', () => {
  keepText('v', typed())
  keepInTab('unsent:x', { owner: '9' })
  sessionStorage.setItem('positions', '{}')
  clearTab('7')
  expect(Object.keys(sessionStorage).sort()).toEqual(['kept:text:v', 'positions'])
  watchTab(null)()
  expect(keptText(version, '7')).not.toBeNull()
  watchTab('8')()
  expect(Object.keys(sessionStorage)).toEqual(['positions'])
})

test('a sign-out takes everything, and an open form of another tab keeps nothing more', async () => {
  keepText('v', typed())
  closeTabs()
  expect(keptText(version, '7')).toBeNull()
  await vi.waitFor(() => expect(keepText('v', typed())).toBe(false))
  stop()
  stop = watchTab('7')
  expect(keepText('v', typed())).toBe(true)
})
