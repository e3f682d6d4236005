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
  const { size, maxPerOrganisation, maxPerMunicipality, maxPerNominator = null } = rules
  const { minHigh = 0, fixed = [] } = rules
  // A direction that nobody has must still stand in the way.
  for (const { code, minimum } of rules.directions) if (minimum > 0) place(`direction ${code}`, minimum, size)
  if (minHigh > 0) place('high', minHigh, size)
  for (const row of fixed) place(`fixed ${row}`, 1, 1)
  const people = rows.map(({ row, organisation, municipality, nominator = 0, high, directions }) => ({
    id: String(row),
    quotas: [
      ...(maxPerOrganisation === null ? [] : [place(`organisation ${organisation}`, 0, maxPerOrganisation)]),
      ...(maxPerMunicipality === null ? [] : [place(`municipality ${municipality}`, 0, maxPerMunicipality)]),
      ...(maxPerNominator === null || nominator === 0
        ? []
        : [place(`nominator ${nominator}`, 0, maxPerNominator)]),
      ...(minHigh > 0 && high ? [place('high', minHigh, size)] : []),
      ...(fixed.includes(row) ? [place(`fixed ${row}`, 1, 1)] : []),
      ...[...new Set(directions)].flatMap((code) => places.get(`direction ${code}`) ?? []),
    ],
  }))
  return { size, people, quotas }
}
