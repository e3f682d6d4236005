import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  optionalDependencies?: Record<string, string>
}

// `npm install` quietly leaves out an optional package that the registry lacks; `npm ci` then refuses the whole lock.
it('names every optional package, or npm ci refuses on a new machine', () => {
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const known = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))

  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !known.has(name))
      .map((name) => `${path} → ${name}`),
  )

  expect(known.size).toBeGreaterThan(500)
  expect(missing).toEqual([])
})
