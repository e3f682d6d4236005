/**
 * What an assignment is made of: experts, submissions, how well each pair fits, and who may not meet whom. Pure.
 *
 * Fits are counted in whole units, `affinity = units / scale`, so that sums and bounds are exact in doubles. They are
 * never kept as one table: a row is made when it is asked for, which is what lets ten times the registry be assigned.
 */
export interface Instance {
  experts: number
  submissions: number
  expertIds: readonly number[]
  submissionIds: readonly number[]
  scale: number
  /** the most by which units × 1/scale can be off the given affinity; 0 for decimal fractions */
  rounding: number
  /** units of every expert for the submission, written into `out` */
  unitsInto(submission: number, out: Float64Array): Float64Array
  /** experts that may not have the submission, in rising order, each once */
  conflicts: readonly Int32Array[]
  /** seats an expert may take, where the instance says so */
  loads: Int32Array | null
  /** organisation, municipality: a number of the value for each expert, from 0 */
  groups: Readonly<Record<string, Int32Array>>
  /** whether an expert has the high level in a topic of the submission; null where the instance tells no levels */
  highInto: ((submission: number, out: Uint8Array) => Uint8Array) | null
  /** submissions with the same number have the same units; tells how many contend for the same experts */
  kinds: Int32Array
}

/** What is asked of an instance. */
export interface Request {
  /** seats of every panel */
  k: number
  /** seats an expert may take */
  caps: Int32Array
  maxPer: readonly { group: string; most: number }[]
  /** seats of a panel for experts of the high level, where so many are free of conflicts */
  minHigh: number
  objective: 'sum' | 'maxmin'
  /** the most a pair's probability may be; 1 = whole seats */
  maxProbability: number
}

/** Experts of each panel by their place in the instance. */
export type Panels = readonly (readonly number[])[]

/** Rows of an instance with conflicts taken out: −∞ where the pair may not meet. */
export class Rows {
  readonly units: Float64Array
  readonly high: Uint8Array
  constructor(readonly instance: Instance) {
    this.units = new Float64Array(instance.experts)
    this.high = new Uint8Array(instance.experts)
  }

  /** The units of the submission; valid until the next call. */
  of(submission: number, caps: Int32Array): Float64Array {
    const { instance, units } = this
    instance.unitsInto(submission, units)
    for (const expert of instance.conflicts[submission] ?? []) units[expert] = Number.NEGATIVE_INFINITY
    for (let i = 0; i < units.length; i += 1) if (caps[i] === 0) units[i] = Number.NEGATIVE_INFINITY
    return units
  }

  /** Who is of the high level for the submission; valid until the next call. */
  highOf(submission: number): Uint8Array {
    return this.instance.highInto ? this.instance.highInto(submission, this.high) : this.high
  }
}

/** How many seats for the high level each panel must have: fewer where fewer are eligible. */
export function highNeeds(instance: Instance, { minHigh, caps }: Request): Int32Array {
  const needs = new Int32Array(instance.submissions)
  if (minHigh === 0) return needs
  const rows = new Rows(instance)
  for (let j = 0; j < needs.length; j += 1) {
    const [units, high] = [rows.of(j, caps), rows.highOf(j)]
    let count = 0
    for (let i = 0; i < units.length && count < minHigh; i += 1)
      if (high[i] && units[i] !== Number.NEGATIVE_INFINITY) count += 1
    needs[j] = count
  }
  return needs
}

/** Units as affinity. */
export function affinityOf({ scale }: Instance, units: number): number {
  return units / scale
}
