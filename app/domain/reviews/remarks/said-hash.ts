/**
 * Hashes of words that the log keeps beside what was done, so that a row changed past the commands is found. The id in
 * them is the salt: the same words of two people have two hashes.
 */
import { sha256 } from '#app/domain/canonical.ts'

interface RemarkWords {
  id: string
  kind: string
  weight: string
  body: string
  replacement: string | null
  grounds: string
  sources: string
}

/** Of a remark as its author left or edited it. */
export function remarkHash({ id, kind, weight, body, replacement, grounds, sources }: RemarkWords): string {
  return sha256({ id, kind, weight, body, replacement, grounds, sources })
}

/** Of a decision with its reason. */
export function decisionHash({
  id,
  decision,
  reason,
}: {
  id: string
  decision: string
  reason: string
}): string {
  return sha256({ id, decision, reason })
}
