/** The form of a new list: what it offers, and how what was sent becomes a list that is looked through. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { directionChoices } from '#app/domain/experts/directions.server.ts'
import { openPeople } from '#app/domain/experts/people-importing.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import type { ListFileValue } from '#app/domain/organisations/forms.ts'
import { openOrganisations } from '#app/domain/organisations/importing.server.ts'
import { mayKeepOrganisations } from '#app/domain/organisations/keeping.server.ts'
import { keptMunicipalities } from '#app/domain/organisations/queries.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { readSheet } from '#app/domain/reviews/importing/tables.server.ts'
import { authorize } from '#app/domain/rules.ts'
import type { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'

type Settings = ReturnType<typeof content>['settings']

export async function listChoices(
  ctx: ActingCtx,
  query: URLSearchParams,
  { uploads, lists }: Settings,
  t: Messages,
) {
  const people = query.get('kind') === 'people'
  assertKind(ctx, people ? 'people' : 'organisations')
  const { places } = people ? { places: [] } : await keptMunicipalities(ctx)
  const directions = people ? await directionChoices(ctx) : []
  return {
    kind: people ? ('people' as const) : ('organisations' as const),
    order: (query.get('order') ?? '').slice(0, 200),
    places: places.map(({ code, name }) => ({ value: code, label: name })),
    directions: directions.map(({ id, title, list, now }) => ({
      value: id,
      label: now ? title : t.experts.entry.formerList(title, list),
    })),
    // the other kind of list, for those who may bring it
    both: mayKeepOrganisations(ctx) && expertRules.importPeople(ctx.actor, {}) === null,
    megabytes: uploads.maxMegabytes,
    rows: lists.rows,
  }
}

/** Reads what was sent and opens the list; returns its id. */
export async function openList(ctx: ActingCtx, value: ListFileValue, t: Messages): Promise<string> {
  assertKind(ctx, value.kind)
  const { name, grid } = await gridOf(value, t)
  return value.kind === 'people'
    ? openPeople(ctx, { name, grid, ...value })
    : openOrganisations(ctx, { name, grid, municipality: value.municipality })
}

/** Before anything is read: no file of somebody who may not bring it is opened. */
function assertKind(ctx: ActingCtx, kind: 'organisations' | 'people') {
  if (kind === 'people') authorize(expertRules.importPeople, ctx.actor, {})
  else if (!mayKeepOrganisations(ctx)) throw new Problem('forbidden')
}

async function gridOf({ file, pasted }: ListFileValue, t: Messages) {
  if (file && file.size > 0) {
    const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    return { name: file.name.slice(0, 120), grid: await readSheet(sent) }
  }
  const bytes = new TextEncoder().encode(pasted ?? '')
  try {
    return { name: t.imports.fresh.pastedName, grid: await readSheet({ name: 'pasted.csv', bytes }) }
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.code, error.facts, 'pasted') : error
  }
}
