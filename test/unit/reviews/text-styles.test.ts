/** The text of a draft is printed by the server alone: what brings its style sheets to the browser must name them all. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const room = 'app/routes/drafts.$slug'

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*?from '([^']+)'/gm)]
    .map(([, from = '']) => from)
    .filter((from) => /^(\.\/|#app\/ui\/)/.test(from))
    .map((from) => (from.startsWith('#') ? from.slice(1) : join(dirname(file), from)))
}

/** Every style sheet that the components of a file ask for, at any depth. */
function sheetsOf(file: string, seen = new Set<string>()): Set<string> {
  for (const found of importsOf(file)) {
    if (seen.has(found)) continue
    seen.add(found)
    if (/\.tsx?$/.test(found)) sheetsOf(found, seen)
  }
  return new Set([...seen].filter((found) => found.endsWith('.module.css')))
}

test('the page brings every style sheet of the text that the server prints', () => {
  const needed = [...sheetsOf(join(room, 'draft-text.tsx')), ...sheetsOf(join(room, 'gone.tsx'))]
  expect(needed.length).toBeGreaterThan(5)
  const brought = new Set(importsOf(join(room, 'text-styles.ts')))
  expect([...new Set(needed)].filter((sheet) => !brought.has(sheet))).toEqual([])
})
