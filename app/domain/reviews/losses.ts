/** What an import could not keep: reported to the author, so that nothing disappears in silence. */
export interface Loss {
  kind: 'image' | 'code' | 'html' | 'rule' | 'link' | 'strike' | 'control' | 'node'
  count: number
  /** the beginnings of the places, at most five */
  where: string[]
}

export class Losses {
  readonly #found = new Map<Loss['kind'], Loss>()

  add(kind: Loss['kind'], words: string): void {
    const loss = this.#found.get(kind) ?? { kind, count: 0, where: [] }
    loss.count += 1
    const place = words.replace(/\s+/g, ' ').trim().slice(0, 80)
    if (place !== '' && loss.where.length < 5) loss.where.push(place)
    this.#found.set(kind, loss)
  }

  list(): Loss[] {
    return [...this.#found.values()]
  }
}
