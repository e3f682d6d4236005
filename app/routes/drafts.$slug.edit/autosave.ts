/**
 * Saving by itself: after a pause in typing, one save at a time, each with the edition that the last one gave. Words
 * that the server does not have are kept in the tab until it has them. No React and no browser here: both are given.
 */
import type { LossView } from '#app/routes/drafts.$slug/losses.tsx'

export const PAUSE_MS = 2500
export const AGAIN_MS = 15_000

export interface SavingState {
  edition: number
  savedAt: string | null
  busy: boolean
  dirty: boolean
  /** there is no connection: the text waits in this tab */
  lost: boolean
  /** the tab has no room for the text: it is nowhere but in the form */
  unkept: boolean
  /** why the server did not take it, and the code of that reason */
  refused: string
  code: string
  /** what the text cannot keep in this way of writing; not saved until its writer agrees */
  losses: LossView[]
}
/** What the server said; null when it said nothing. */
export type Answer = {
  edition?: number
  savedAt?: string
  problem?: string
  code?: string
  losses?: LossView[]
} | null

export interface Place {
  /** sends what the form holds now, over this edition */
  send: (edition: number) => Promise<Answer>
  /** keeps what the form holds now in the tab; false when it has no room */
  keep: (edition: number) => boolean
  forget: () => void
  /** presses the button of the form */
  submit: () => void
  show: (state: SavingState) => void
}

export class Autosaver {
  state: SavingState
  readonly #place: Place
  #timer: ReturnType<typeof setTimeout> | undefined
  #typed = 0
  /** how much of what was typed the form held when it was sent by its button */
  #sent = 0
  #pressed = false

  constructor(place: Place, edition: number) {
    this.#place = place
    this.state = {
      ...{ edition, savedAt: null, busy: false, dirty: false, lost: false, unkept: false },
      ...{ refused: '', code: '', losses: [] },
    }
  }

  /** Something was typed: it is saved after a pause. */
  typed(): void {
    this.#typed += 1
    this.#set({ dirty: true })
    this.#later(PAUSE_MS)
  }

  /** Saves now what is not saved; while a save is under way, after it. */
  async save(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.state.busy || !this.state.dirty) return
    this.keep()
    this.#set({ busy: true, dirty: false })
    const answer = await this.#place.send(this.state.edition)
    if (answer?.edition) this.#saved(answer, answer.edition)
    else this.#refused(answer)
  }

  /** Keeps in the tab what the server may not have. */
  keep(): void {
    if (!this.state.dirty && !this.state.busy) return
    const unkept = !this.#place.keep(this.state.edition)
    if (unkept !== this.state.unkept) this.#set({ unkept })
  }

  /** The button was pressed; false when the form must not be sent: without a connection the page would be lost. */
  press(online: boolean): boolean {
    clearTimeout(this.#timer)
    this.#set({ dirty: true })
    this.#sent = this.#typed
    // a save under way holds the next edition: the button waits for it
    this.#pressed = this.state.busy
    this.keep()
    if (online && !this.state.busy) return true
    void this.save()
    return false
  }

  /** The button has saved: the page is here again with this edition. Words typed meanwhile are not among what it saved. */
  reached(edition: number): void {
    if (edition <= this.state.edition) return
    const dirty = this.#typed !== this.#sent
    if (!dirty) this.#place.forget()
    this.#set({ edition, dirty, refused: '', code: '', losses: [] })
    if (dirty) this.#later(PAUSE_MS)
  }

  /** The button was answered with what the text would lose. */
  told(losses: LossView[]): void {
    this.#set({ dirty: true, losses })
  }

  /** Whether words are lost when the tab is closed now. */
  get alone(): boolean {
    const { dirty, busy, lost, unkept, refused, code, losses } = this.state
    return (dirty || busy) && (lost || unkept || `${refused}${code}` !== '' || losses.length > 0)
  }

  /** The page is left: what is not saved is kept and sent at once. */
  leave(): void {
    clearTimeout(this.#timer)
    this.keep()
    void this.save()
  }

  #saved({ savedAt, losses = [] }: NonNullable<Answer>, edition: number): void {
    const fresh = { savedAt: savedAt ?? null, lost: false, unkept: false, refused: '', code: '' }
    this.#set({ ...fresh, busy: false, edition, losses })
    if (!this.state.dirty) this.#place.forget()
    const pressed = this.#pressed
    this.#pressed = false
    // once the field of the edition has been drawn anew
    if (pressed) setTimeout(() => this.#place.submit())
    else if (this.state.dirty) this.#later(PAUSE_MS)
  }

  #refused(answer: Answer): void {
    this.#pressed = false
    const { problem = '', code = '', losses = [] } = answer ?? {}
    this.#set({ busy: false, dirty: true, lost: answer === null, refused: problem, code, losses })
    if (answer === null) this.#later(AGAIN_MS)
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), pause)
  }

  #set(change: Partial<SavingState>): void {
    this.state = { ...this.state, ...change }
    this.#place.show(this.state)
  }
}
