import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { LivePages } from '#app/web/live.server.ts'
import { content } from '#content/load.ts'

test('open pages are closed also when the database is not heard: a stop in order does not fail on it', async () => {
  const faults: unknown[] = []
  const ended: string[] = []
  const gone = new Error('the database is gone')
  for (const listen of [
    () => Promise.reject(gone),
    () => Promise.resolve({ unlisten: () => Promise.reject(gone) }),
  ]) {
    const pages = new LivePages({
      ...{ owner: { sql: { listen } }, web: {}, zone: 'Asia/Yekaterinburg', content: content() },
      log: { error: (fault: unknown) => faults.push(fault) },
    } as never)
    const response = Object.assign(new EventEmitter(), { end: () => ended.push('line'), write: () => true })
    const reader = {
      slug: 'x',
      userId: null,
      personId: null,
      session: null,
      address: '1',
      since: 0,
      version: 1,
    }
    pages.open({ ...reader, response: response as never })
    await pages.close()
  }
  expect(ended).toEqual(['line', 'line'])
  expect(faults).toEqual([{ err: gone }])
})
