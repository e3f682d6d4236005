/**
 * The routes that could answer an address: for the library, which orders its whole table anew for every question.
 *
 * With three hundred routes one match costs some 3 ms and a page asks for four of them, its links for fifty. A pass
 * over the patterns leaves a handful, and the library chooses among these by its own rules. It matches the addresses
 * above the asked one, too, so routes of these stay.
 */
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

type Table = ServerBuild['routes']
type RouteObject = Parameters<typeof matchRoutes>[0][number]
/** Words of a pattern, lower case as the library compares them; null takes any word. */
interface Pattern {
  id: string
  words: (string | null)[]
}

export class NearRoutes {
  readonly #routes: Table
  readonly #patterns: Pattern[]

  constructor(routes: Table) {
    this.#routes = routes
    this.#patterns = Object.keys(routes).map((id) => ({ id, words: wordsOf(routes, id) }))
  }

  /** Ids of all routes whose whole pattern begins the address (the root and `*` always do), in the table's order. */
  of(path: string): string[] {
    const asked = path.split('/').filter(Boolean).map(decoded)
    return this.#patterns
      .filter(
        ({ words }) =>
          words.length <= asked.length && words.every((word, at) => word === null || word === asked[at]),
      )
      .map(({ id }) => id)
  }

  /** Ids that the address and each of the addresses above it match, as the library would say of the whole table. */
  matched(path: string): Set<string> {
    const words = path.split('/').filter(Boolean)
    const near = this.#treeOf(this.of(path))
    const above = words.map((_, at) => `/${words.slice(0, at + 1).join('/')}`)
    return new Set(
      [...(above.length > 0 ? above : ['/'])].flatMap((one) =>
        (matchRoutes(near, one) ?? []).map(({ route }) => String(route.id)),
      ),
    )
  }

  #treeOf(ids: readonly string[], parent?: string): RouteObject[] {
    return ids
      .filter((id) => this.#routes[id]?.parentId === parent)
      .map((id): RouteObject => {
        const { path, index } = this.#routes[id] ?? {}
        return index ? { id, path, index } : { id, path, children: this.#treeOf(ids, id) }
      })
  }
}

/** The build with the named routes only, in the server's table and in the browser's. */
export function partOf(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const some = <Row>(table: Record<string, Row>) =>
    Object.fromEntries(ids.flatMap((id) => (table[id] ? [[id, table[id]]] : []))) as Record<string, Row>
  const routes = some(build.assets.routes) as ServerBuild['assets']['routes']
  return { ...build, routes: some(build.routes), assets: { ...build.assets, routes } } as ServerBuild
}

/** Optional words would make two patterns of one: the names of our routes have none, and a unit test keeps it so. */
function wordsOf(routes: Table, id: string): (string | null)[] {
  const route = routes[id]
  const own = (route?.path ?? '').split('/').filter((word) => word && word !== '*')
  const above = route?.parentId === undefined ? [] : wordsOf(routes, route.parentId)
  return [...above, ...own.map((word) => (word.startsWith(':') ? null : word.toLowerCase()))]
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word).toLowerCase()
  } catch {
    return word.toLowerCase()
  }
}
