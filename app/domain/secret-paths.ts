/** Addresses that are keys: whoever knows what follows these words may do what the link is for. */
const secretPaths = ['confirm', 'reset', 'unsubscribe', 'activation', 'first'] as const

const words = secretPaths.join('|')

/** At the head of a path. */
export const secretHead = new RegExp(`^/(${words})/[^/]+`)

/** Anywhere in a text. */
export const secretLinks = new RegExp(`/(${words})/[\\w-]{20,}`, 'g')
