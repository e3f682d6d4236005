/** Canonical JSON and its SHA-256: what is hashed here can be hashed again by anyone. */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

export { canonicalJson } from './canonical-json.ts'

/** Hex SHA-256 of the canonical JSON of a value, or of a string as it is. */
export function sha256(value: unknown): string {
  return createHash('sha256')
    .update(typeof value === 'string' ? value : canonicalJson(value))
    .digest('hex')
}
