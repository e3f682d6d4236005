/** Whether an act is done as a deputy: what the log names and what documents print as «и. о.». */
import type { Actor } from '#app/domain/ctx.ts'
import { type Place, powersOver } from '#app/domain/rules.ts'

/** The person in whose stead the actor uses the capability here; undefined when the actor has it by own right. */
export function standsInFor(actor: Actor | null, capability: string, place: Place = {}): string | undefined {
  const powers = powersOver(actor, capability, place)
  if (powers.some((power) => power.deputyOfId === undefined)) return undefined
  return powers[0]?.deputyOfId
}

/** A post as a document prints it: with «и. о.» before it (the post in the genitive) when somebody stands in. */
export function printedPost(
  post: { nominative: string; genitive: string },
  standsIn: boolean,
  prefix = 'и. о.',
): string {
  return standsIn ? `${prefix} ${post.genitive}` : post.nominative
}
