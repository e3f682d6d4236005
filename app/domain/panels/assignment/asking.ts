/** From the words of a command to what is asked of an instance, and from the outcome to what is printed. Pure. */
import type { Assigned, Outcome } from './assigning.server.ts'
import type { Instance, Request } from './instance.ts'
import { areNested } from './network.ts'
import type { Relaxation } from './relaxing.ts'

export type Asked = Partial<
  Record<'k' | 'cap' | 'max-per' | 'min-high' | 'max-probability' | 'objective', string>
>

export class RequestFault extends Error {
  constructor(
    readonly code: 'option' | 'noCap' | 'noGroup' | 'groupTwice' | 'noLevels' | 'notNested',
    readonly option = '',
  ) {
    super(`${code} ${option}`)
  }
}

const MOST_SEATS = 1_000_000

/** Throws `RequestFault` for what cannot be asked of this instance. */
export function requestOf(instance: Instance, asked: Asked): Request {
  const k = wholeOf('k', asked.k, 1)
  const minHigh = asked['min-high'] === undefined ? 0 : wholeOf('min-high', asked['min-high'], 0)
  const cap = asked.cap === undefined ? null : wholeOf('cap', asked.cap, 0)
  const maxPer = quotasOf(instance, asked['max-per'])
  const maxProbability = probabilityOf(asked['max-probability'])
  const objective = asked.objective ?? 'sum'
  if (objective !== 'sum' && objective !== 'maxmin') throw new RequestFault('option', 'objective')
  if (instance.loads === null && cap === null) throw new RequestFault('noCap')
  if (minHigh > 0 && !instance.highInto) throw new RequestFault('noLevels')
  const groups = maxPer.map(({ group }) => instance.groups[group] as Int32Array)
  if (maxProbability < 1 && ((minHigh > 0 && groups.length > 0) || !areNested(groups)))
    throw new RequestFault('notNested')
  const caps = instance.loads ?? new Int32Array(instance.experts).fill(cap ?? 0)
  return { k, caps, maxPer, minHigh, objective, maxProbability }
}

function wholeOf(name: string, text: string | undefined, least: number): number {
  const value = /^\d{1,9}$/.test(text ?? '') ? Number(text) : -1
  if (value < least || value > MOST_SEATS) throw new RequestFault('option', name)
  return value
}

function probabilityOf(text: string | undefined): number {
  if (text === undefined) return 1
  const value = /^[01](\.\d{1,6})?$/.test(text) ? Number(text) : 0
  if (value <= 0 || value > 1) throw new RequestFault('option', 'max-probability')
  return value
}

function quotasOf(instance: Instance, text: string | undefined): Request['maxPer'] {
  if (text === undefined) return []
  const quotas = text.split(',').map((part) => {
    const [, group, most] = /^([\p{L}\w-]+)=(\d{1,9})$/u.exec(part) ?? []
    if (group === undefined || Number(most) < 1) throw new RequestFault('option', 'max-per')
    if (!Object.hasOwn(instance.groups, group)) throw new RequestFault('noGroup', group)
    return { group, most: Math.min(Number(most), MOST_SEATS) }
  })
  const twice = quotas.find(({ group }, at) => quotas.findIndex((one) => one.group === group) !== at)
  if (twice) throw new RequestFault('groupTwice', twice.group)
  return quotas
}

export type Report =
  | { status: 'infeasible'; relaxation: Relaxation }
  | (Omit<Assigned, 'panels' | 'probabilities'> & {
      submissions: readonly number[]
      assignment?: number[][]
      probabilities?: [number, number, number][]
    })

/** What is printed: numbers as the instance has them, panels by rising number. */
export function assignmentReport(
  { expertIds, submissionIds }: Instance,
  outcome: Exclude<Outcome, { status: 'unknown' }>,
  eased?: Relaxation,
): Report {
  if (outcome.status === 'infeasible')
    return { status: outcome.status, relaxation: eased ?? { changes: [], submissions: [] } }
  const { panels, probabilities, ...figures } = outcome
  const idOf = (expert: number) => expertIds[expert] ?? expert
  return {
    ...figures,
    submissions: submissionIds,
    ...(panels && { assignment: panels.map((panel) => panel.map(idOf).sort((a, b) => a - b)) }),
    ...(probabilities && {
      probabilities: probabilities.map(({ expert, submission, p }): [number, number, number] => [
        idOf(expert),
        submissionIds[submission] ?? submission,
        p,
      ]),
    }),
  }
}
