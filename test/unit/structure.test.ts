/**
 * The house rules that a compiler cannot see: who may import whom, how long a file may be, and no junk drawers.
 *
 * Imports are read from the sources as text, so a rule holds for types and dynamic imports alike.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const FLOORS = ['app', 'content', 'db', 'search', 'test']

const ARROWS: Record<string, string[]> = {
  'app/routes': ['app/domain', 'app/ui', 'app/editor', 'app/web', 'content'],
  'app/web': ['app/domain', 'search', 'db', 'content'],
  'app/domain': ['db', 'search', 'app/editor', 'content'],
  'app/ui': ['content'],
  'app/editor': [],
  search: ['db', 'content'],
  db: ['content'],
  content: [],
}

const ROOMS = [
  ...['accounts', 'organisations', 'documents', 'files', 'notifications', 'moderation', 'questionnaires'],
  ...['experts', 'assessment', 'reviews', 'panels', 'practices', 'learning', 'publications', 'events'],
  ...['communities', 'monitoring', 'desk'],
]

const FORBIDDEN = [
  'utils',
  'util',
  'helpers',
  'helper',
  'lib',
  'libs',
  'common',
  'shared',
  'misc',
  'services',
  'docs',
]

const TOP = [
  ...['app', 'content', 'db', 'search', 'test', 'package.json', 'package-lock.json', 'remix.config.js'],
  ...['tsconfig.json', 'README.md', 'README.ru.md', 'LICENSE', 'node_modules', 'build', 'var'],
]

const files = FLOORS.flatMap((floor) =>
  readdirSync(floor, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
)
const sources = files.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.startsWith('db/migrations'))
const texts = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]))

/** The files of this project that a file imports, with the specifier as written; `type` ones vanish at run time. */
const imports = new Map(
  sources.map((file) => [
    file,
    importsOf(texts.get(file) ?? '').map((found) => ({ ...found, target: targetOf(file, found.specifier) })),
  ]),
)

function importsOf(text: string): { specifier: string; type: boolean }[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements =
    /(?:^|[\s;}])(?:(?:import|export)\s+(type\s)?[\w*{][^'"`;()]*?from|import|import\()\s*(['"])([^'"\n]+)\2/g
  return [...bare.matchAll(statements)].map((match) => ({ specifier: match[3] ?? '', type: !!match[1] }))
}

function targetOf(file: string, specifier: string): string | null {
  const [path = ''] = specifier.split('?')
  if (path.startsWith('#')) return path.slice(1)
  return path.startsWith('.') ? join(dirname(file), path) : null
}

const floorOf = (file: string) => {
  const [top = '', second = ''] = file.split('/')
  return top === 'app' ? (file.split('/').length > 2 ? `app/${second}` : 'app') : top
}

const roomOf = (file: string) => /^app\/domain\/([^/]+)\//.exec(file)?.[1]

const lines = (file: string) => (texts.get(file) ?? readFileSync(file, 'utf8')).trimEnd().split('\n').length

test('imports are found in every form', () => {
  const text = `import a from 'a'\nimport type { B } from 'b'\nimport {\n  c,\n} from "c"\nimport 'd.css'
    export * from 'e'\nexport type * from 'f'\nconst g = await import('g')\n// import 'no'\n/* import 'no' */`
  expect(importsOf(text).map(({ specifier, type }) => (type ? `type ${specifier}` : specifier))).toEqual([
    ...['a', 'type b', 'c', 'd.css', 'e', 'type f', 'g'],
  ])
  expect([...imports.values()].flat().length).toBeGreaterThan(sources.length)
})

describe('length', () => {
  test('a file has at most 250 lines', () => {
    const long = files.filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file) && lines(file) > 250)
    expect(long.map((file) => `${file}: ${lines(file)}`)).toEqual([])
  })

  test('a route has at most 100 lines', () => {
    const long = files.filter((file) => basename(file) === 'route.tsx' && lines(file) > 100)
    expect(long.map((file) => `${file}: ${lines(file)}`)).toEqual([])
  })
})

describe('arrows', () => {
  test('a floor imports only the floors it may', () => {
    const wrong = [...imports].flatMap(([file, found]) => {
      const from = floorOf(file)
      const allowed = ARROWS[from]
      if (!allowed) return []
      return found
        .filter(({ target }) => target && floorOf(target) !== from && !allowed.includes(floorOf(target)))
        .map(({ specifier }) => `${file} → ${specifier}`)
    })
    expect(wrong).toEqual([])
  })

  test('a room imports only rooms to its left', () => {
    const wrong = [...imports].flatMap(([file, found]) => {
      const own = ROOMS.indexOf(roomOf(file) ?? '')
      if (own < 0) return []
      return found
        .filter(({ target }) => target && ROOMS.indexOf(roomOf(target) ?? '') > own)
        .map(({ specifier }) => `${file} → ${specifier}`)
    })
    expect(wrong).toEqual([])
  })

  test('every folder of the domain is a room', () => {
    const folders = new Set(sources.map(roomOf).filter((room) => room !== undefined))
    expect([...folders].filter((room) => !ROOMS.includes(room) && room !== 'commands')).toEqual([])
  })

  test('no specifier climbs out of its folder, and each names a file that exists', () => {
    const wrong = [...imports].flatMap(([file, found]) =>
      found
        .filter(({ specifier, target }) => specifier.startsWith('../') || (target && !files.includes(target)))
        .map(({ specifier }) => `${file} → ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  test('there are no circles', () => {
    expect(circles()).toEqual([])
  })
})

describe('tree', () => {
  test('there is no junk drawer', () => {
    const drawers = files.filter((file) =>
      dirname(file)
        .split('/')
        .some((part) => FORBIDDEN.includes(part)),
    )
    expect(drawers).toEqual([])
  })

  test('the top level holds nothing else', () => {
    expect(readdirSync('.').filter((name) => !name.startsWith('.') && !TOP.includes(name))).toEqual([])
  })
})

/** Depth-first search; a file met again on its own path closes a circle. */
function circles(): string[] {
  const [done, found] = [new Set<string>(), [] as string[]]
  const walk = (file: string, path: string[]) => {
    const seen = path.indexOf(file)
    if (seen >= 0) found.push([...path.slice(seen), file].join(' → '))
    if (seen >= 0 || done.has(file)) return
    for (const { target, type } of imports.get(file) ?? []) {
      if (target && !type) walk(target, [...path, file])
    }
    done.add(file)
  }
  for (const file of sources) walk(file, [])
  return found
}
