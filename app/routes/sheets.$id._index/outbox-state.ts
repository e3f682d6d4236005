/**
 * The outbox of a form: what is typed is kept on this device at once and sent after a pause, again and again until the
 * server has it. Two devices that wrote over the same edition are never merged: both texts are shown, the person chooses.
 * No React and no browser here: both are given.
 */

export const PAUSE_MS = 1500
export const AGAIN_MS = 10_000

export type Words = Record<string, string>
export interface Kept {
  owner: string
  /** the edition that it was typed over */
  edition: number
  words: Words
}
/** What the server said; null when it said nothing. */
export type Answer =
  | { kind: 'saved'; edition: number }
  | { kind: 'stale'; edition: number; words: Words }
  | { kind: 'refused'; text: string }
  | { kind: 'signed-out' }
  | null

export interface OutboxState {
  kind: 'rest' | 'waiting' | 'saving' | 'saved' | 'lost' | 'refused' | 'signed-out' | 'conflict'
  /** why the server did not take it */
  text: string
  /** what another device has written */
  theirs: { edition: number; words: Words } | null
}

export interface Place {
  words: () => Words
  fill: (words: Words) => void
  send: (edition: number) => Promise<Answer>
  keep: (kept: Omit<Kept, 'owner'>) => void
  kept: () => Omit<Kept, 'owner'> | null
  forget: () => void
  show: (state: OutboxState) => void
}

export class OutboxKeeper {
  state: OutboxState = { kind: 'rest', text: '', theirs: null }
  edition: number
  readonly #place: Place
  #timer: ReturnType<typeof setTimeout> | undefined
  #typed = 0
  #sent = 0
  #under: Promise<void> | null = null

  constructor(place: Place, edition: number) {
    this.#place = place
    this.edition = edition
  }

  /** The page is here: what this device still holds comes back, or stands beside what the server has. */
  begin(touched: boolean): void {
    const kept = this.#place.kept()
    if (!kept || same(kept.words, this.#place.words())) {
      if (kept) this.#place.forget()
      if (touched) this.typed()
      return
    }
    if (kept.edition === this.edition) {
      this.#place.fill(kept.words)
      this.typed()
      return
    }
    const theirs = { edition: this.edition, words: this.#place.words() }
    this.#place.fill(kept.words)
    this.#set({ kind: 'conflict', text: '', theirs })
  }

  typed(): void {
    this.#typed += 1
    this.#place.keep({ edition: this.edition, words: this.#place.words() })
    if (this.state.kind === 'conflict') return
    this.#set({ kind: 'waiting', text: '', theirs: null })
    this.#later(PAUSE_MS)
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#under || this.state.kind === 'conflict' || this.#typed === this.#sent) return
    const sent = this.#typed
    this.#set({ kind: 'saving', text: '', theirs: null })
    this.#under = this.#place.send(this.edition).then((answer) => {
      this.#under = null
      this.#take(answer, sent)
    })
    await this.#under
  }

  /**
   * The button was pressed: what is typed goes first. Answers whether the press may go on; not where its answer would take
   * the place of words that are nowhere but in this form. Of a refusal the press tells at the field.
   */
  async press(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#under
    await this.save()
    return !this.alone || this.state.kind === 'refused'
  }

  /** One of the two texts is chosen; the own one is written over the other. */
  choose(whose: 'mine' | 'theirs'): void {
    const { theirs } = this.state
    if (!theirs) return
    this.edition = theirs.edition
    this.#set({ kind: 'rest', text: '', theirs: null })
    if (whose === 'mine') {
      this.typed()
      return
    }
    this.#place.fill(theirs.words)
    this.#sent = this.#typed
    this.#place.forget()
    this.#set({ kind: 'saved', text: '', theirs: null })
  }

  /** The form was sent by its button and the page came back with this edition. */
  reached(edition: number): void {
    if (edition <= this.edition) return
    this.edition = edition
    if (same(this.#place.kept()?.words ?? this.#place.words(), this.#place.words())) {
      this.#sent = this.#typed
      this.#place.forget()
    }
  }

  /** Whether something typed is nowhere but here. */
  get alone(): boolean {
    return this.#typed !== this.#sent
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #take(answer: Answer, sent: number): void {
    if (answer?.kind === 'saved') {
      this.edition = answer.edition
      this.#sent = sent
      if (this.#typed === sent) {
        this.#place.forget()
        this.#set({ kind: 'saved', text: '', theirs: null })
      } else this.typed()
      return
    }
    if (answer?.kind === 'stale') {
      const { edition, words } = answer
      this.#set({ kind: 'conflict', text: '', theirs: { edition, words } })
      return
    }
    if (answer?.kind === 'refused') this.#set({ kind: 'refused', text: answer.text, theirs: null })
    else if (answer?.kind === 'signed-out') this.#set({ kind: 'signed-out', text: '', theirs: null })
    else {
      this.#set({ kind: 'lost', text: '', theirs: null })
      this.#later(AGAIN_MS)
    }
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), pause)
  }

  #set(state: OutboxState): void {
    this.state = state
    this.#place.show(state)
  }
}

/** The same words; a field that is missing is an empty one. */
export function same(a: Words, b: Words): boolean {
  return differing(a, b).length === 0
}

/** Names of fields in which two texts differ. */
export function differing(a: Words, b: Words): string[] {
  const plain = (text: string | undefined) => (text ?? '').replace(/\r\n?/g, '\n')
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => plain(a[name]) !== plain(b[name]),
  )
}
