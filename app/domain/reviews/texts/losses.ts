/** What an import could not keep: reported to the author, so that nothing disappears in silence. */
export const lossKinds = [
  ...(['image', 'code', 'html', 'rule', 'link', 'strike', 'control', 'node', 'header', 'footer'] as const),
  ...(['textbox', 'comment', 'hidden', 'field', 'contents', 'formula', 'object', 'symbol', 'level'] as const),
  ...(['number', 'nested', 'format', 'note', 'form', 'revision', 'erratum', 'look'] as const),
] as const

export type LossKind = (typeof lossKinds)[number]

export interface Loss {
  kind: LossKind
  count: number
  /** addresses of the units where it happened, in reading order, each once */
  where: string[]
}

// A list longer than this is not read; the count says how many there are.
const PLACES = 200

export class Losses {
  readonly #found = new Map<LossKind, Loss>()

  add(kind: LossKind, where: string, count = 1): void {
    const loss = this.#found.get(kind) ?? { kind, count: 0, where: [] }
    loss.count += count
    if (where !== '' && loss.where.length < PLACES && !loss.where.includes(where)) loss.where.push(where)
    this.#found.set(kind, loss)
  }

  list(): Loss[] {
    return [...this.#found.values()]
  }
}
