/** The page of search: findings of all groups, or of one; groups as tabs. */
import { viewerOf } from '#app/domain/ctx.ts'
import { type Group, groups, searchAll } from '#search/engine.ts'
import type { Args } from './serve.server.ts'

const LIMIT = 5

/** Loader of /search. */
export async function searchPage({ ctx, url, t, locale }: Args) {
  const asked = url.searchParams.get('q') ?? ''
  const group = groups.find((one) => one === url.searchParams.get('group'))
  const {
    state,
    query,
    count,
    groups: all,
  } = await searchAll(ctx.db, viewerOf(ctx), asked, { group, limit: LIMIT, locale })
  const chosen = all.some((one) => one.group === group) ? group : undefined
  return {
    title: query.shown ? t.search.titleOf(query.shown) : t.search.title,
    state,
    words: query.shown,
    cut: query.cut,
    count,
    tabs: all.map((one) => ({
      group: one.group,
      count: one.count,
      href: hrefOf(query.shown, one.group),
      chosen: one.group === chosen,
    })),
    whole: hrefOf(query.shown),
    groups: all
      .filter((one) => !chosen || one.group === chosen)
      .map((one) => ({ ...one, similar: one.similar === true })),
    chosen: chosen ?? null,
  }
}

export type SearchView = Awaited<ReturnType<typeof searchPage>>

function hrefOf(words: string, group?: Group): string {
  return `/search?${new URLSearchParams({ q: words, ...(group ? { group } : {}) })}`
}
