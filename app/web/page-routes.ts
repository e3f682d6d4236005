/**
 * The routes that a page is printed with: its own, and those of the addresses above it.
 *
 * The library is given the whole table by default: it builds some two hundred routes and compiles their patterns anew
 * for each page, which took a seventh of the server's time. The browser asks for every other route when it sees a link.
 */
import type { EntryContext } from '@remix-run/node'

type Manifest = EntryContext['manifest']
type Table = Manifest['routes']

const parts = new WeakMap<Manifest, Map<string, Manifest>>()

/**
 * The same manifest with the routes of a page only; `matched` are the ids that its address matched, root first.
 *
 * Addresses above it are told by their patterns, never by the words of one visitor's address: the answer is kept for
 * everyone who opens the same route.
 */
export function pageManifest(manifest: Manifest, matched: readonly string[]): Manifest {
  const kept = parts.get(manifest) ?? new Map<string, Manifest>()
  parts.set(manifest, kept)
  const key = matched.join(' ')
  const part = kept.get(key) ?? partOf(manifest, matched)
  kept.set(key, part)
  return part
}

function partOf(manifest: Manifest, matched: readonly string[]): Manifest {
  const table = manifest.routes
  const page = patternOf(table, matched.at(-1) ?? 'root')
  const above = Object.keys(table).filter((id) => page.startsWith(patternOf(table, id)))
  const ids = new Set([...matched, ...above.flatMap((id) => lineOf(table, id))])
  return { ...manifest, routes: Object.fromEntries([...ids].map((id) => [id, table[id]])) as Table }
}

/** Whole words of an address with a slash at the end, so that /drafts is no beginning of /drafts-of-others. */
function patternOf(table: Table, id: string): string {
  const words = lineOf(table, id).flatMap((ancestor) => table[ancestor]?.path?.split('/') ?? [])
  return `/${words.filter(Boolean).join('/')}/`.replace('//', '/')
}

/** A route and those that hold it, root first. */
function lineOf(table: Table, id: string): string[] {
  const parent = table[id]?.parentId
  return parent === undefined ? [id] : [...lineOf(table, parent), id]
}
