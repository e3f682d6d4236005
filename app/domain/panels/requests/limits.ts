/**
 * Limits of a request beyond size, places and directions, and which of them are only wished. Pure.
 *
 * A wished limit has a code: `organisation`, `municipality`, `nominator`, `high`, or `direction:` with the direction. It is
 * given up when no composition keeps everything; what was given up is a line of the protocol.
 */
import type { SelectionRules } from '#app/domain/panels/selecting.ts'

export const directionLimit = (code: string) => `direction:${code}`

/** The rules of format 3 that stand in these rules, and nothing else. */
export function limitsOf(rules: SelectionRules): Partial<SelectionRules> {
  const { maxPerNominator, minHigh, fixed, soft } = rules
  return {
    ...(maxPerNominator === undefined ? {} : { maxPerNominator }),
    ...(minHigh === undefined ? {} : { minHigh }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(soft === undefined ? {} : { soft }),
  }
}

/** True when formats 1 and 2 cannot say what is asked. */
export function isLimited(rules: SelectionRules): boolean {
  return Object.keys(limitsOf(rules)).length > 0
}

/** The codes of all limits that stand, in a fixed order. */
export function codesOf(rules: SelectionRules): string[] {
  const { maxPerOrganisation, maxPerMunicipality, maxPerNominator = null, minHigh = 0, directions } = rules
  return [
    ...(maxPerOrganisation === null ? [] : ['organisation']),
    ...(maxPerMunicipality === null ? [] : ['municipality']),
    ...(maxPerNominator === null ? [] : ['nominator']),
    ...(minHigh > 0 ? ['high'] : []),
    ...directions.filter(({ minimum }) => minimum > 0).map(({ code }) => directionLimit(code)),
  ]
}

/** The codes that are wished and stand. */
export function wishedOf(rules: SelectionRules): string[] {
  return codesOf(rules).filter((code) => rules.soft?.includes(code))
}

/** The rules without these limits. */
export function without(rules: SelectionRules, codes: readonly string[]): SelectionRules {
  if (codes.length === 0) return rules
  const gone = new Set(codes)
  return {
    ...rules,
    ...(gone.has('organisation') ? { maxPerOrganisation: null } : {}),
    ...(gone.has('municipality') ? { maxPerMunicipality: null } : {}),
    ...(gone.has('nominator') ? { maxPerNominator: null } : {}),
    ...(gone.has('high') ? { minHigh: 0 } : {}),
    directions: rules.directions.map((one) =>
      gone.has(directionLimit(one.code)) ? { ...one, minimum: 0 } : one,
    ),
  }
}
