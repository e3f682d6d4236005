/**
 * Pages kept for guests: bounded in bytes, dropped wholly, never filled with what was rendered before a drop.
 *
 * A stored page is cut at its nonce, so that each answer gets its own. A generation number guards the race between a
 * page being rendered from old rows and the commit that changed them.
 */
export interface KeptPage {
  parts: string[]
  bytes: number
}

export class PageStore {
  private pages = new Map<string, KeptPage>()
  private size = 0
  generation = 0

  constructor(private limit: number) {}

  /** The page of a key with this nonce in its places, or null. */
  find(key: string, nonce: string): string | null {
    const page = this.pages.get(key)
    if (!page) return null
    // Back to the end: what is asked for stays, what is not is dropped first.
    this.pages.delete(key)
    this.pages.set(key, page)
    return page.parts.join(nonce)
  }

  /** Keeps a page rendered since `generation`; when anything was dropped meanwhile it may be stale and is not kept. */
  keep(key: string, html: string, nonce: string, generation: number): void {
    const bytes = (html.length + key.length) * 2
    if (generation !== this.generation || bytes > this.limit / 8) return
    this.remove(key)
    this.pages.set(key, { parts: html.split(nonce), bytes })
    this.size += bytes
    for (const oldest of this.pages.keys()) {
      if (this.size <= this.limit) break
      this.remove(oldest)
    }
  }

  /** Forgets everything. */
  drop(): void {
    this.generation += 1
    this.pages.clear()
    this.size = 0
  }

  private remove(key: string): void {
    this.size -= this.pages.get(key)?.bytes ?? 0
    this.pages.delete(key)
  }
}
