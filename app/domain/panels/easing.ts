/** The smallest relaxation: by how much a rule that stands in the way would have to give, so that a composition is found. Pure. */
import { bestPanel } from './assignment/one-panel.ts'
import type { Reason, Row, SelectionRules } from './selecting.ts'

// Pairs of quotas are tried only for panels of a usual size.
const PAIRS = 12

/** The same reasons, each with the nearest value (`to`) that would do; `together` with the cheapest pair, or a smaller panel. */
export function withEasing(
  rows: readonly Row[],
  rules: SelectionRules,
  binding: readonly Reason[],
): Reason[] {
  return binding.map(({ code, facts }) => ({
    code,
    facts: { ...facts, ...easing(rows, rules, code, facts) },
  }))
}

function easing(
  rows: readonly Row[],
  rules: SelectionRules,
  code: string,
  facts: Reason['facts'],
): Reason['facts'] {
  const can = (change: Partial<SelectionRules>) => bestPanel(rows, { ...rules, ...change }) !== null
  const { size, maxPerOrganisation, maxPerMunicipality, directions } = rules
  const upward = (from: number) => Array.from({ length: Math.max(0, size - from) }, (_, at) => from + at + 1)
  const first = (values: readonly number[], fits: (value: number) => boolean): Reason['facts'] => {
    const to = values.find(fits)
    return to === undefined ? {} : { to }
  }
  if (code === 'organisation')
    return first(upward(maxPerOrganisation ?? size), (to) => can({ maxPerOrganisation: to }))
  if (code === 'municipality')
    return first(upward(maxPerMunicipality ?? size), (to) => can({ maxPerMunicipality: to }))
  if (code === 'direction') {
    const less = Array.from({ length: Number(facts.minimum) }, (_, at) => Number(facts.minimum) - at - 1)
    const eased = (minimum: number) =>
      directions.map((one) => (one.code === facts.direction ? { ...one, minimum } : one))
    return first(less, (to) => can({ directions: eased(to) }))
  }
  if (code !== 'together') return {}
  if (maxPerOrganisation !== null && maxPerMunicipality !== null && size <= PAIRS) {
    const pairs = upward(maxPerOrganisation).flatMap((organisation) =>
      upward(maxPerMunicipality).map((municipality) => ({ organisation, municipality })),
    )
    pairs.sort((a, b) => a.organisation + a.municipality - b.organisation - b.municipality)
    const pair = pairs.find(({ organisation, municipality }) =>
      can({ maxPerOrganisation: organisation, maxPerMunicipality: municipality }),
    )
    if (pair) return pair
  }
  const smaller = Array.from({ length: size - 1 }, (_, at) => size - at - 1)
  return first(smaller, (to) => can({ size: to }))
}
