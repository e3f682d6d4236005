/** Tally: how much of each quota a composition uses. Unknown places (0) share one quota, so no missing fact frees anybody. */
export interface Quota {
  maxPerOrganisation: number | null
  maxPerMunicipality: number | null
}
type Placed = { organisation: number; municipality: number }

export class Tally {
  private readonly organisations = new Map<number, number>()
  private readonly municipalities = new Map<number, number>()
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
    return other
  }

  /** The quota that one more such row would break, or null. */
  full({ organisation, municipality }: Placed) {
    const { maxPerOrganisation, maxPerMunicipality } = this.quota
    if (maxPerOrganisation !== null && (this.organisations.get(organisation) ?? 0) >= maxPerOrganisation) {
      return { code: 'organisation', facts: { most: maxPerOrganisation } }
    }
    if (maxPerMunicipality !== null && (this.municipalities.get(municipality) ?? 0) >= maxPerMunicipality) {
      return { code: 'municipality', facts: { most: maxPerMunicipality } }
    }
    return null
  }

  /** The quotas that are broken now. */
  broken() {
    const { maxPerOrganisation, maxPerMunicipality } = this.quota
    return [
      ...over('organisation', this.organisations, maxPerOrganisation),
      ...over('municipality', this.municipalities, maxPerMunicipality),
    ]
  }

  private change({ organisation, municipality }: Placed, by: number) {
    this.organisations.set(organisation, (this.organisations.get(organisation) ?? 0) + by)
    this.municipalities.set(municipality, (this.municipalities.get(municipality) ?? 0) + by)
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
