/**
 * Words that a person typed and the server does not have yet, kept in this tab or, where they must outlive it, on this
 * device. They are their writer's alone: another person never gets them, and they are gone at the next visit of one; at
 * signing out they go at once, in every tab.
 */
const PREFIX = 'kept:'
const CHANNEL = 'rses-kept'

/** Words of one form: whose they are, and what the form holds. */
type Kept = { owner: string }
type Where = 'tab' | 'device'

const storeOf = (where: Where) => (where === 'tab' ? sessionStorage : localStorage)

let closed = false

/** Keeps the words; false when the tab has no room for them, or their writer has signed out meanwhile. */
export function keepInTab(name: string, words: Kept, where: Where = 'tab'): boolean {
  if (closed) return false
  try {
    storeOf(where).setItem(PREFIX + name, JSON.stringify(words))
    return true
  } catch {
    // a full or forbidden store: half of the words must not be taken for all of them
    dropFromTab(name, where)
    return false
  }
}

/** What was kept for this writer; null when nothing was. Words of somebody else, and broken ones, are thrown away. */
export function keptInTab<T extends Kept>(name: string, owner: string, where: Where = 'tab'): T | null {
  const words = read(PREFIX + name, where)
  if (owner !== '' && words?.owner === owner) return words as T
  if (words) dropFromTab(name, where)
  return null
}

export function dropFromTab(name: string, where: Where = 'tab'): void {
  try {
    storeOf(where).removeItem(PREFIX + name)
  } catch {
    // a forbidden store holds nothing
  }
}

/** Throws away what is kept for anybody but this person; with null, for anybody. */
export function clearTab(owner: string | null): void {
  for (const where of ['tab', 'device'] as const) {
    try {
      for (const key of Object.keys(storeOf(where)))
        if (key.startsWith(PREFIX) && (owner === null || read(key, where)?.owner !== owner))
          storeOf(where).removeItem(key)
    } catch {
      // as above
    }
  }
}

/** The person signed out here: nothing stays and nothing is kept any more, in this tab and in the others. */
export function closeTabs(): void {
  clearTab(null)
  channel()?.postMessage('closed')
}

/** The server has just taken words of the visitor: who signed out is signed in again, and words may be kept as before. */
export function openTab(): void {
  closed = false
}

/**
 * Watches over the tab for a visitor: what others left is thrown away; a sign-out in another tab counts here, too.
 * Returns how to stop.
 */
export function watchTab(visitor: string | null): () => void {
  closed = false
  if (visitor !== null) clearTab(visitor)
  const line = channel()
  line?.addEventListener('message', () => {
    closed = true
    clearTab(null)
  })
  return () => line?.close()
}

function channel(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
}

/** What stands under the key; broken words belong to nobody. */
function read(key: string, where: Where): Kept | null {
  try {
    const text = storeOf(where).getItem(key)
    return text === null ? null : (asKept(JSON.parse(text)) ?? { owner: '' })
  } catch {
    return { owner: '' }
  }
}

function asKept(value: unknown): Kept | null {
  const kept = typeof value === 'object' && value !== null && 'owner' in value
  return kept && typeof value.owner === 'string' && value.owner !== '' ? (value as Kept) : null
}
