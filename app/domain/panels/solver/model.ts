/**
 * A linear model, with or without whole numbers, as the solver takes it: sparse columns in typed arrays.
 *
 *   sense  cost · x     subject to  rowLower ≤ A x ≤ rowUpper,  lower ≤ x ≤ upper,  x[j] whole where whole[j] = 1
 *
 * `±Infinity` means no bound. Column j has its entries at starts[j] … starts[j + 1] − 1 of `rows` and `values`.
 */
export interface Model {
  sense: 'max' | 'min'
  cost: Float64Array
  lower: Float64Array
  upper: Float64Array
  /** 1 where the variable is a whole number; left out: none, and the answer has duals */
  whole?: Uint8Array
  starts: Int32Array
  rows: Int32Array
  values: Float64Array
  rowLower: Float64Array
  rowUpper: Float64Array
}

export interface SolveOptions {
  /** seconds of the wall clock, after which the best that was found is answered */
  seconds?: number
  /** relative gap at which a search among whole numbers may end; 0 by default: proven */
  gap?: number
  /** values of a solution known before; only a search among whole numbers uses it */
  start?: Float64Array
  /** a basis of an earlier answer; only a model without whole numbers uses it */
  basis?: Basis
}

/** The status of each column and row as HiGHS counts them: 0 at its lower bound, 1 basic, 2 at its upper, 3 free. */
export interface Basis {
  columns: Int32Array
  rows: Int32Array
}

export interface Solved {
  /** `limit`: time ran out; `values` is then the best found, or null */
  status: 'optimal' | 'infeasible' | 'unbounded' | 'limit'
  /** null without values */
  objective: number | null
  /** what no solution can be better than, as the solver says; null when it knows none */
  bound: number | null
  values: Float64Array | null
  /** one a row, of a model without whole numbers: what a unit more of the row's bound is worth */
  duals: Float64Array | null
  basis: Basis | null
}

/** Makes a model column by column; rows first. */
export class ModelMaker {
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly cost: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly whole: number[] = []
  private readonly starts: number[] = [0]
  private readonly rows: number[] = []
  private readonly values: number[] = []

  /** The number of the new row. */
  row(lower: number, upper: number): number {
    this.rowUpper.push(upper)
    return this.rowLower.push(lower) - 1
  }

  /** The number of the new column; `entries` are pairs of a row and its value. */
  column(
    cost: number,
    entries: Iterable<readonly [number, number]>,
    { lower = 0, upper = Number.POSITIVE_INFINITY, whole = false } = {},
  ): number {
    for (const [row, value] of entries) {
      this.rows.push(row)
      this.values.push(value)
    }
    this.starts.push(this.rows.length)
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(whole ? 1 : 0)
    return this.cost.push(cost) - 1
  }

  made(sense: Model['sense']): Model {
    return {
      sense,
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      ...(this.whole.includes(1) ? { whole: Uint8Array.from(this.whole) } : {}),
      starts: Int32Array.from(this.starts),
      rows: Int32Array.from(this.rows),
      values: Float64Array.from(this.values),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
    }
  }
}
