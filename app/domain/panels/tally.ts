/** Tally: how much of each quota a composition uses. Unknown places (0) share one quota, so no missing fact frees anybody. */
export interface Quota {
  maxPerOrganisation: number | null
  maxPerMunicipality: number | null
  /** of people nominated by one organisation; who was nominated by nobody (0) is not counted */
  maxPerNominator?: number | null
}
type Told = { code: string; facts: Record<string, string | number> }
type Placed = { organisation: number; municipality: number; nominator?: number }

export class Tally {
  private readonly organisations = new Map<number, number>()
  private readonly municipalities = new Map<number, number>()
  private readonly nominators = new Map<number, number>()
  constructor(private readonly quota: Quota) {}

  add(row: Placed) {
    this.change(row, 1)
  }

  remove(row: Placed) {
    this.change(row, -1)
  }

  copy(): Tally {
    const other = new Tally(this.quota)
    for (const [key, count] of this.organisations) other.organisations.set(key, count)
    for (const [key, count] of this.municipalities) other.municipalities.set(key, count)
    for (const [key, count] of this.nominators) other.nominators.set(key, count)
    return other
  }

  /** The quota that one more such row would break, or null. */
  full({ organisation, municipality, nominator = 0 }: Placed) {
    const { maxPerOrganisation, maxPerMunicipality, maxPerNominator = null } = this.quota
    if (maxPerOrganisation !== null && (this.organisations.get(organisation) ?? 0) >= maxPerOrganisation) {
      return { code: 'organisation', facts: { most: maxPerOrganisation } }
    }
    if (maxPerMunicipality !== null && (this.municipalities.get(municipality) ?? 0) >= maxPerMunicipality) {
      return { code: 'municipality', facts: { most: maxPerMunicipality } }
    }
    if (maxPerNominator !== null && (this.nominators.get(nominator) ?? 0) >= maxPerNominator) {
      return { code: 'nominator', facts: { most: maxPerNominator } }
    }
    return null
  }

  /** The quotas that are broken now. */
  broken() {
    const { maxPerOrganisation, maxPerMunicipality, maxPerNominator = null } = this.quota
    return [
      ...over('organisation', this.organisations, maxPerOrganisation),
      ...over('municipality', this.municipalities, maxPerMunicipality),
      ...over('nominator', this.nominators, maxPerNominator),
    ]
  }

  private change({ organisation, municipality, nominator = 0 }: Placed, by: number) {
    this.organisations.set(organisation, (this.organisations.get(organisation) ?? 0) + by)
    this.municipalities.set(municipality, (this.municipalities.get(municipality) ?? 0) + by)
    if (nominator !== 0) this.nominators.set(nominator, (this.nominators.get(nominator) ?? 0) + by)
  }
}

/** How many rows have the direction. */
export function covers(rows: readonly { directions: readonly string[] }[], code: string): number {
  return rows.filter(({ directions }) => directions.includes(code)).length
}

function over(code: string, counts: ReadonlyMap<number, number>, most: number | null) {
  if (most === null) return []
  const count = Math.max(0, ...counts.values())
  return count > most ? [{ code, facts: { most, count } }] : []
}

/** What only limited requests ask: people of the high band, and people who must sit (rows of the list). */
export function beyond(
  members: readonly { row: number; high?: boolean }[],
  { minHigh = 0, fixed = [] }: { minHigh?: number; fixed?: readonly number[] },
): Told[] {
  const high = members.filter((one) => one.high === true).length
  const absent = fixed.filter((row) => !members.some((member) => member.row === row)).length
  return [
    ...(high < minHigh ? [{ code: 'high', facts: { minimum: minHigh, count: high } }] : []),
    ...(absent > 0 ? [{ code: 'fixed', facts: { count: absent } }] : []),
  ]
}

/** The quotas that stand, as reasons of whoever was chosen under them. */
export function kept({ maxPerOrganisation, maxPerMunicipality, maxPerNominator = null }: Quota): Told[] {
  return [
    ...(maxPerOrganisation === null
      ? []
      : [{ code: 'within-organisation', facts: { most: maxPerOrganisation } }]),
    ...(maxPerMunicipality === null
      ? []
      : [{ code: 'within-municipality', facts: { most: maxPerMunicipality } }]),
    ...(maxPerNominator === null ? [] : [{ code: 'within-nominator', facts: { most: maxPerNominator } }]),
  ]
}
