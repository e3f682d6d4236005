/** Agreement on one document: criteria are the objects, members of the panel the judges. For the chair, before the words. */
import { type Criterion, markNow } from '#app/domain/panels/conclusions/assembling.ts'
import { type AgreementSettings, agreementOf } from './agreement.ts'
import { type Call, spreadOf } from './spread.ts'

export interface Divergence {
  code: string
  title: string
  least: number
  most: number
  /** public numbers of members whose marks stand apart */
  outlying: number[]
  call: Call | null
}
export interface DocumentAgreement {
  /** criteria on which somebody should act, or somebody stands apart */
  divergences: Divergence[]
  points: number
  /** null: no data */
  alpha: { value: number; low: number | null; high: number | null; small: boolean } | null
  /** criteria with two marks or more */
  objects: number
}

export function documentAgreement(
  criteria: readonly Criterion[],
  members: readonly number[],
  seed: string,
  { difference, ...settings }: AgreementSettings & { difference: number },
): DocumentAgreement {
  const divergences = criteria.flatMap(({ code, title, marks }): Divergence[] => {
    const spread = spreadOf(
      marks.map((mark) => ({ judge: String(mark.person), mark: markNow(mark) })),
      difference,
    )
    if (!spread || (spread.call === null && spread.outlying.length === 0)) return []
    const { least, most, call, outlying } = spread
    return [{ code, title, least, most, call, outlying: outlying.map(Number) }]
  })
  const matrix = criteria.map(({ marks }) =>
    members.map((member) => {
      const own = marks.find(({ person }) => person === member)
      return own ? markNow(own) : null
    }),
  )
  const found = agreementOf(matrix, 'ordinal', seed, settings)
  if ('silence' in found) return { divergences, points: difference, alpha: null, objects: found.objects }
  const { value, interval, small, objects } = found
  const alpha = { value, low: interval?.low ?? null, high: interval?.high ?? null, small }
  return { divergences, points: difference, alpha, objects }
}
