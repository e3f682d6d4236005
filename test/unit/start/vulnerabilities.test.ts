/** The table of vulnerability classes names tests that exist: none of them is renamed or taken out unnoticed. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('test/vulnerabilities.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| class'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name = '', guard = '', file = '', title = '']) => ({ name, guard, file: `test/${file}`, title }))

test('each class has its tests, and each of them is there under its name', () => {
  expect(rows.filter(({ name }) => name !== '').length).toBeGreaterThan(20)
  const missing = rows.filter(({ file, title }) => {
    const text = title !== '' && existsSync(file) ? readFileSync(file, 'utf8') : ''
    return !['"', "'", '`'].some((quote) => text.includes(quote + title + quote))
  })
  expect(missing).toEqual([])
  expect(rows[0]?.name).not.toBe('')
})
