/** Agreeing to losses: a form names those that its writer has seen, and only more than these ask again. Pure. */
import type { Loss } from './losses.ts'

type Counted = Pick<Loss, 'kind' | 'count'>

/** What a form says when its writer agrees to these: «image:2,html:1». */
export function agreementTo(losses: readonly Counted[]): string {
  return losses.map(({ kind, count }) => `${kind}:${count}`).join(',')
}

/** Whether nothing is lost beyond what was agreed to. */
export function agreed(agreement: string, losses: readonly Counted[]): boolean {
  const known = new Map(agreement.split(',').map((one) => [one.split(':')[0], Number(one.split(':')[1])]))
  return losses.every(({ kind, count }) => count <= (known.get(kind) ?? 0))
}
