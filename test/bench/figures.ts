/** What a benchmark says: the shape of design.md section 6. */
export interface Figure {
  bench: string
  metric: string
  value: number
  unit: string
  /** the peer measured in the same run, in the same unit */
  floor?: number
  /** value ÷ floor */
  ratio?: number
  target?: number
  /** the target is a floor to reach, not a ceiling */
  atLeast?: boolean
  ok?: boolean
  n: number
  seed: string
}

/** A figure whose target is a ratio to its floor. */
export function ratioFigure(
  figure: Omit<Figure, 'ratio' | 'ok'> & { floor: number; target: number },
): Figure {
  const ratio = figure.value / figure.floor
  return { ...figure, ratio, ok: ratio <= figure.target }
}

const began = performance.now()

/** Says on the error stream what is under way, with the seconds since the start; figures stay alone on the other. */
export function progress(what: string): void {
  console.error(`${Math.round((performance.now() - began) / 1000)} s: ${what}`)
}

/** Prints one JSON object a line, or a table. */
export function printFigures(figures: Figure[], json: boolean): void {
  if (json) {
    for (const figure of figures) console.log(JSON.stringify(figure))
    return
  }
  console.table(
    figures.map(({ metric, value, unit, floor, ratio, target, atLeast, ok, n }) => ({
      metric,
      value: `${rounded(value)} ${unit}`,
      floor: floor === undefined ? '' : rounded(floor),
      ratio: ratio === undefined ? '' : `${rounded(ratio)}×`,
      target: target === undefined ? '' : `${atLeast ? '≥' : '≤'} ${target}${ratio === undefined ? '' : '×'}`,
      reached: ok === undefined ? '' : ok ? 'yes' : 'NO',
      n,
    })),
  )
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
