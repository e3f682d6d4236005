/** One model through HiGHS (Huangfu and Hall, Math. Prog. Comp. 10, 2018; WebAssembly build, one thread). */
import type { BasisStatus, Highs, ModelData, Model as Native, VariableType } from 'highs'
import type { Model, Solved, SolveOptions } from './model.ts'

const FEASIBLE = 2

export function runModel(highs: Highs, model: Model, options: SolveOptions): Solved {
  return highs.withModel(dataOf(highs, model), (native): Solved => {
    native.options.set({
      output_flag: false,
      time_limit: options.seconds ?? Number.POSITIVE_INFINITY,
      mip_rel_gap: options.gap ?? 0,
      mip_abs_gap: 1e-9,
      random_seed: 0,
    })
    if (options.start && model.whole) native.setSolution({ colValue: options.start })
    if (options.basis && !model.whole) {
      const statuses = (all: Int32Array) => Array.from(all) as BasisStatus[]
      native.setBasis({
        colStatus: statuses(options.basis.columns),
        rowStatus: statuses(options.basis.rows),
      })
    }
    native.run()
    return answerOf(highs, model, native)
  })
}

function answerOf({ constants }: Highs, model: Model, native: Native): Solved {
  const { modelStatus } = constants
  const code = native.getModelStatus()
  const none = { objective: null, bound: null, values: null, duals: null, basis: null }
  if (code === modelStatus.infeasible) return { status: 'infeasible', ...none }
  if (code === modelStatus.unbounded) return { status: 'unbounded', ...none }
  if (code === modelStatus.unboundedOrInfeasible) {
    // presolve alone does not tell which; the simplex does
    native.options.set({ presolve: 'off' })
    native.clearSolver()
    native.run()
    const again = native.getModelStatus()
    if (again !== modelStatus.optimal)
      return { status: again === modelStatus.unbounded ? 'unbounded' : 'infeasible', ...none }
  }
  const ended = native.getModelStatus()
  // Nothing to decide: HiGHS has no solution to give, and the optimum is nought.
  if (ended === modelStatus.empty)
    return { status: 'optimal', objective: 0, bound: 0, values: new Float64Array(), duals: null, basis: null }
  const optimal = ended === modelStatus.optimal
  if (!optimal && ended !== modelStatus.timeLimit) throw new Error(`HiGHS ended with status ${ended}`)
  const found = native.info.get('primal_solution_status') === FEASIBLE
  if (!found) return { ...none, status: 'limit', bound: boundOf(model, native) }
  const { colValue, rowDual } = native.getSolution()
  const basis = model.whole ? null : native.getBasis()
  return {
    status: optimal ? 'optimal' : 'limit',
    objective: native.getObjectiveValue(),
    bound: model.whole ? boundOf(model, native) : optimal ? native.getObjectiveValue() : null,
    // the solver is content with almost whole
    values: model.whole
      ? colValue.map((value, at) => (model.whole?.[at] ? Math.round(value) : value))
      : colValue,
    duals: model.whole || !optimal ? null : rowDual,
    basis: basis && { columns: basis.colStatus, rows: basis.rowStatus },
  }
}

function boundOf(model: Model, native: Native): number | null {
  if (!model.whole) return null
  const bound = Number(native.info.get('mip_dual_bound'))
  return Number.isFinite(bound) && Math.abs(bound) < 1e29 ? bound : null
}

function dataOf(highs: Highs, model: Model): ModelData {
  const { cost, lower, upper, whole, starts, rows, values, rowLower, rowUpper } = model
  const { maximize, minimize } = highs.constants.objectiveSense
  const { continuous, integer } = highs.constants.variableType
  return {
    numCols: cost.length,
    numRows: rowLower.length,
    sense: model.sense === 'max' ? maximize : minimize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc',
      numRows: rowLower.length,
      numCols: cost.length,
      starts,
      indices: rows,
      values,
    },
    ...(whole ? { integrality: Array.from(whole, (one): VariableType => (one ? integer : continuous)) } : {}),
  }
}
