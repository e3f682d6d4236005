/** The pool of a lottery from the rows of a selection: its quotas and directions are the quotas of the lottery. Pure. */
import type { Row, SelectionRules } from '#app/domain/panels/selecting.ts'
import type { Pool, Quota } from './pool.ts'

/** One person a row, in their order, called by the number of the row. */
export function poolOfRows(rows: readonly Row[], rules: SelectionRules): Pool {
  const quotas: Quota[] = []
  const places = new Map<string, number>()
  const place = (name: string, min: number, max: number) => {
    const known = places.get(name) ?? quotas.push({ name, min, max }) - 1
    places.set(name, known)
    return known
  }
  const { size, maxPerOrganisation, maxPerMunicipality } = rules
  // A direction that nobody has must still stand in the way.
  for (const { code, minimum } of rules.directions) if (minimum > 0) place(`direction ${code}`, minimum, size)
  const people = rows.map(({ row, organisation, municipality, directions }) => ({
    id: String(row),
    quotas: [
      ...(maxPerOrganisation === null ? [] : [place(`organisation ${organisation}`, 0, maxPerOrganisation)]),
      ...(maxPerMunicipality === null ? [] : [place(`municipality ${municipality}`, 0, maxPerMunicipality)]),
      ...[...new Set(directions)].flatMap((code) => places.get(`direction ${code}`) ?? []),
    ],
  }))
  return { size, people, quotas }
}
