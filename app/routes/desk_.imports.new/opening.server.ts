/** The form of a new list: what it offers, and how what was sent becomes a list that is looked through. */
import { openResults } from '#app/domain/assessment/results/importing-results.server.ts'
import { openDirections } from '#app/domain/assessment/way/opening.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { directionChoices } from '#app/domain/experts/directions.server.ts'
import { openPeople } from '#app/domain/experts/people-importing.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import type { ListFileValue } from '#app/domain/organisations/forms.ts'
import { importRules } from '#app/domain/organisations/import-rules.ts'
import { openOrganisations } from '#app/domain/organisations/importing.server.ts'
import { mayKeepOrganisations } from '#app/domain/organisations/keeping.server.ts'
import { keptMunicipalities } from '#app/domain/organisations/queries.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { readSheet } from '#app/domain/reviews/importing/tables.server.ts'
import { authorize } from '#app/domain/rules.ts'
import type { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'

type Settings = ReturnType<typeof content>['settings']
type Kind = ListFileValue['kind']

const kinds: readonly Kind[] = ['organisations', 'people', 'results']

export async function listChoices(
  ctx: ActingCtx,
  query: URLSearchParams,
  { uploads, lists }: Settings,
  t: Messages,
) {
  const open = kinds.filter((kind) => mayBring(ctx, kind))
  const kind = kinds.find((one) => one === query.get('kind')) ?? open[0] ?? 'organisations'
  assertKind(ctx, kind)
  const { places } = kind === 'organisations' ? await keptMunicipalities(ctx) : { places: [] }
  return {
    kind,
    order: (query.get('order') ?? '').slice(0, 200),
    places: places.map(({ code, name }) => ({ value: code, label: name })),
    directions: await directionsFor(ctx, kind, t),
    /** kinds of lists that this person may bring */
    kinds: open,
    megabytes: uploads.maxMegabytes,
    rows: lists.rows,
  }
}

async function directionsFor(ctx: ActingCtx, kind: Kind, t: Messages) {
  if (kind === 'organisations') return []
  if (kind === 'results')
    return (await openDirections(ctx))
      .filter(({ directionId }) => keeps(ctx, directionId))
      .map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))
  return (await directionChoices(ctx)).map(({ id, title, list, now }) => ({
    value: id,
    label: now ? title : t.experts.entry.formerList(title, list),
  }))
}

/** Reads what was sent and opens the list; returns its id. */
export async function openList(ctx: ActingCtx, value: ListFileValue, t: Messages): Promise<string> {
  assertKind(ctx, value.kind)
  const { name, grid } = await gridOf(value, t)
  if (value.kind === 'people') return openPeople(ctx, { name, grid, ...value })
  if (value.kind === 'results') {
    const { campaign, direction, firstDay: day, maximum, part } = value
    return openResults(ctx, { name: campaign, grid, direction, day, maximum, part })
  }
  return openOrganisations(ctx, { name, grid, municipality: value.municipality })
}

const keeps = (ctx: ActingCtx, directionId: string) =>
  importRules.keep(ctx.actor, { kind: 'results', municipalityId: null, directionId }) === null

function mayBring(ctx: ActingCtx, kind: Kind): boolean {
  if (kind === 'people') return expertRules.importPeople(ctx.actor, {}) === null
  if (kind === 'organisations') return mayKeepOrganisations(ctx)
  return ctx.actor.powers.some(({ capability }) => capability === 'application.edit')
}

/** Before anything is read: no file of somebody who may not bring it is opened. */
function assertKind(ctx: ActingCtx, kind: Kind) {
  if (kind === 'people') authorize(expertRules.importPeople, ctx.actor, {})
  else if (!mayBring(ctx, kind)) throw new Problem('forbidden')
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
