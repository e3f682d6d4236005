/**
 * One panel, exactly, without a solver: the same answer on a server and in a visitor's browser, so a protocol can be replayed.
 *
 * Quotas by organisation within municipality are a laminar matroid: taking greedily is optimal (Edmonds 1971), also with
 * people fixed. What a direction or the high level asks besides is branched on: the best person who would help is in, or
 * is out; a branch whose greedy sum is no better than the best panel so far is left (branch and bound, Land and Doig
 * 1960). Equal sums are decided by the order of the rows alone.
 */
export interface Candidate {
  row: number
  /** numbers of this list; 0 = unknown, which shares one quota */
  organisation: number
  municipality: number
  directions: readonly string[]
  points: number
  high?: boolean
  /** who nominated the person; 0 or nothing: nobody, not counted */
  nominator?: number
}
export interface PanelRules {
  size: number
  maxPerOrganisation: number | null
  maxPerMunicipality: number | null
  directions: readonly { code: string; minimum: number }[]
  minHigh?: number
  maxPerNominator?: number | null
  /** who has fewer points is no candidate */
  floor?: number
  /** rows that sit in the panel whatever they cost, and rows that do not */
  fixed?: readonly number[]
  excluded?: readonly number[]
}
export interface BestPanel {
  members: Candidate[]
  points: number
  /** false: the search was cut off, a better panel may exist */
  proven: boolean
}

const STEPS = 200_000
type Need = { count: number; has: (candidate: Candidate) => boolean }

/** The panel with the most points, or null when there is none. */
export function bestPanel(rows: readonly Candidate[], rules: PanelRules): BestPanel | null {
  return new Search(rows, rules).best()
}

class Search {
  private readonly order: Candidate[]
  private readonly needs: Need[]
  /** organisations that lie in several municipalities (the unknown one may): no part of the matroid, branched on */
  private readonly spread = new Set<number>()
  private found: Candidate[] | null = null
  private most = Number.NEGATIVE_INFINITY
  private steps = STEPS

  constructor(
    rows: readonly Candidate[],
    private readonly rules: PanelRules,
  ) {
    const { excluded = [], fixed = [], floor = Number.NEGATIVE_INFINITY, directions, minHigh = 0 } = rules
    const [out, held] = [new Set(excluded), new Set(fixed)]
    this.order = rows
      .filter(({ row, points }) => !out.has(row) && (points >= floor || held.has(row)))
      .sort((a, b) => b.points - a.points || a.row - b.row)
    this.needs = [
      ...directions.map(({ code, minimum }) => ({
        count: minimum,
        has: (one: Candidate) => one.directions.includes(code),
      })),
      { count: minHigh, has: ({ high }: Candidate) => high === true },
    ].filter(({ count }) => count > 0)
    const places = new Map<number, number>()
    for (const { organisation, municipality } of this.order) {
      const known = places.get(organisation)
      if (known === undefined) places.set(organisation, municipality)
      else if (known !== municipality) this.spread.add(organisation)
    }
  }

  best(): BestPanel | null {
    const held = new Set(this.rules.fixed)
    const fixed = this.order.filter(({ row }) => held.has(row))
    if (fixed.length < held.size) return null
    this.branch(fixed, new Set())
    if (!this.found) return null
    const members = this.found.sort((a, b) => b.points - a.points || a.row - b.row)
    return { members, points: this.most, proven: this.steps > 0 }
  }

  private branch(inside: readonly Candidate[], outside: Set<number>) {
    // those put out on the way down this branch come back when it is left
    const added: number[] = []
    for (;;) {
      this.steps -= 1
      const panel = this.steps > 0 ? this.greedy(inside, outside) : null
      const points = panel?.reduce((sum, one) => sum + one.points, 0) ?? Number.NEGATIVE_INFINITY
      if (!panel || points <= this.most) break
      const turn = this.turnOf(panel, inside, outside)
      if (turn === 'whole') [this.found, this.most] = [panel, points]
      if (turn === 'whole' || turn === 'none') break
      this.branch([...inside, turn], outside)
      outside.add(turn.row)
      added.push(turn.row)
    }
    for (const row of added) outside.delete(row)
  }

  /** The most points with these inside and those outside, needs aside; null when the seats cannot be filled. */
  private greedy(inside: readonly Candidate[], outside: ReadonlySet<number>): Candidate[] | null {
    const { size, maxPerOrganisation: perOrganisation, maxPerMunicipality: perMunicipality } = this.rules
    const { maxPerNominator: perNominator = null } = this.rules
    const [organisations, municipalities] = [new Map<number, number>(), new Map<number, number>()]
    // Nominators cross the other quotas, so only those inside count here; what is over is branched on.
    const nominators = new Map<number, number>()
    for (const { nominator } of inside)
      if (nominator) nominators.set(nominator, (nominators.get(nominator) ?? 0) + 1)
    if (perNominator !== null && [...nominators.values()].some((count) => count > perNominator)) return null
    const panel: Candidate[] = []
    const full = (counts: Map<number, number>, key: number, most: number | null) =>
      most !== null && (counts.get(key) ?? 0) >= most
    const fits = ({ organisation, municipality }: Candidate) =>
      (this.spread.has(organisation) || !full(organisations, organisation, perOrganisation)) &&
      !full(municipalities, municipality, perMunicipality)
    const take = (one: Candidate) => {
      organisations.set(one.organisation, (organisations.get(one.organisation) ?? 0) + 1)
      municipalities.set(one.municipality, (municipalities.get(one.municipality) ?? 0) + 1)
      panel.push(one)
    }
    for (const one of inside) {
      if (!fits(one)) return null
      take(one)
    }
    if (panel.length > size) return null
    const held = new Set(inside.map(({ row }) => row))
    for (const one of this.order) {
      if (panel.length === size) return panel
      if (held.has(one.row) || outside.has(one.row) || !fits(one)) continue
      if (one.nominator && full(nominators, one.nominator, perNominator)) continue
      take(one)
    }
    return panel.length === size ? panel : null
  }

  /** Whom to decide on next; `whole` when the panel keeps every rule, `none` when nobody can mend it. */
  private turnOf(
    panel: readonly Candidate[],
    inside: readonly Candidate[],
    outside: ReadonlySet<number>,
  ): Candidate | 'whole' | 'none' {
    const held = new Set(inside.map(({ row }) => row))
    for (const organisation of this.spread) {
      const own = panel.filter((one) => one.organisation === organisation)
      if (own.length <= (this.rules.maxPerOrganisation ?? own.length)) continue
      return own.find(({ row }) => !held.has(row)) ?? 'none'
    }
    const { maxPerNominator = null } = this.rules
    for (const { nominator } of maxPerNominator === null ? [] : panel) {
      const own = nominator ? panel.filter((one) => one.nominator === nominator) : []
      if (own.length <= (maxPerNominator ?? own.length)) continue
      return own.find(({ row }) => !held.has(row)) ?? 'none'
    }
    const seated = new Set(panel.map(({ row }) => row))
    const open = this.needs.find(({ count, has }) => panel.filter(has).length < count)
    if (!open) return 'whole'
    return this.order.find((one) => open.has(one) && !seated.has(one.row) && !outside.has(one.row)) ?? 'none'
  }
}
