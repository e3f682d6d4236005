/**
 * Files made on request and kept in memory while nothing in them changes: the key is a hash of all that is printed, so
 * that a name taken back gives another key. Asked for twice at once, a file is made once.
 */
export type Keep = (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>

/** Keeps the files asked for last, at most so many bytes of them. */
export function keepingFiles(mostBytes: number): Keep {
  const files = new Map<string, Promise<Uint8Array>>()
  const sizes = new Map<string, number>()
  const drop = (key: string) => {
    files.delete(key)
    sizes.delete(key)
  }
  const shrink = () => {
    let sum = [...sizes.values()].reduce((a, b) => a + b, 0)
    for (const [key, size] of sizes) {
      if (sum <= mostBytes) return
      drop(key)
      sum -= size
    }
  }
  return (key, make) => {
    const known = files.get(key)
    if (known) return known
    const made = make().then(
      (bytes) => {
        sizes.set(key, bytes.length)
        shrink()
        return bytes
      },
      (error: unknown) => {
        drop(key)
        throw error
      },
    )
    files.set(key, made)
    return made
  }
}
