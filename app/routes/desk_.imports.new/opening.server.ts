/** The form of a new list: what it offers, and how what was sent becomes a list that is looked through. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { ListFileValue } from '#app/domain/organisations/forms.ts'
import { openOrganisations } from '#app/domain/organisations/importing.server.ts'
import { mayKeepOrganisations } from '#app/domain/organisations/keeping.server.ts'
import { keptMunicipalities } from '#app/domain/organisations/queries.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { readSheet } from '#app/domain/reviews/importing/tables.server.ts'
import type { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'

export async function listChoices(
  ctx: ActingCtx,
  query: URLSearchParams,
  { uploads, lists }: ReturnType<typeof content>['settings'],
) {
  if (!mayKeepOrganisations(ctx)) throw new Problem('forbidden')
  const { places } = await keptMunicipalities(ctx)
  return {
    kind: query.get('kind') === 'people' ? ('people' as const) : ('organisations' as const),
    places: places.map(({ code, name }) => ({ value: code, label: name })),
    megabytes: uploads.maxMegabytes,
    rows: lists.rows,
  }
}

/** Reads what was sent and opens the list; returns its id. */
export async function openList(ctx: ActingCtx, value: ListFileValue, t: Messages): Promise<string> {
  if (!mayKeepOrganisations(ctx)) throw new Problem('forbidden')
  if (value.kind !== 'organisations') throw new Problem('invalid', {}, 'kind')
  const { name, grid } = await gridOf(value, t)
  return openOrganisations(ctx, { name, grid, municipality: value.municipality })
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
