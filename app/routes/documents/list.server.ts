/** Loader of the list of documents: filters from the address, counts for each, a page by keyset. */

import { viewerOf } from '#app/domain/ctx.ts'
import { mayKeepDocuments } from '#app/domain/documents/card-writing.server.ts'
import { documentFacets, listDocuments } from '#app/domain/documents/queries.server.ts'
import { idOf } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { documentView } from './view.server.ts'

export async function documentsPage({ ctx, url, t, locale }: Args) {
  const { today } = viewerOf(ctx)
  const query = url.searchParams
  const { documentKinds, tiers } = content()
  const kinds = codesOf(query, 'kind', documentKinds)
  const chosenTiers = codesOf(query, 'tier', tiers)
  const inForce = query.get('state') === 'in-force'
  const after = query.get('after')
  const filter = { kinds, tiers: chosenTiers, inForceOn: inForce ? today : undefined }
  const page = await listDocuments(ctx, { filter, after: after ? idOf(after) : undefined })
  const facets = await documentFacets(ctx, today)
  const option =
    (counts: Map<string, number>, chosen: readonly string[]) =>
    (one: (typeof tiers)[number] | (typeof documentKinds)[number]) => ({
      value: one.code,
      label: one.title[locale],
      count: counts.get(one.code) ?? 0,
      checked: chosen.includes(one.code),
    })
  return {
    title: t.documents.title,
    description: t.documents.lead,
    rows: page.rows.map((row) => documentView(row, locale)),
    next: page.next ? nextHref(query, page.next) : null,
    kinds: documentKinds
      .map(option(facets.kinds, kinds))
      .filter(({ count, checked }) => count > 0 || checked),
    tiers: tiers.map(option(facets.tiers, chosenTiers)).filter(({ count, checked }) => count > 0 || checked),
    inForce: { count: facets.inForce, checked: inForce },
    all: facets.all,
    mayCreate: mayKeepDocuments(ctx),
    chosen: kinds.length + chosenTiers.length + (inForce ? 1 : 0),
  }
}

export type DocumentsView = Awaited<ReturnType<typeof documentsPage>>

function codesOf(query: URLSearchParams, name: string, known: readonly { code: string }[]): string[] {
  const asked = new Set(query.getAll(name))
  return known.map(({ code }) => code).filter((code) => asked.has(code))
}

function nextHref(current: URLSearchParams, after: string): string {
  const query = new URLSearchParams(current)
  query.delete('_routes')
  query.set('after', after)
  return `/documents?${query}`
}
