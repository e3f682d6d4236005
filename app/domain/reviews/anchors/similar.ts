/** Look-ups that keep alignment from comparing every unit with every other. */
import type { Pairing } from './pairing.ts'
import { sharedOf } from './shingles.ts'
import type { Unit } from './units.ts'

const COMMON = 60 // a shingle of more units than this tells nothing apart
const MOST = 12

/** Units by shingle. */
export function indexOf(pairing: Pairing, units: readonly Unit[]): Map<string, Unit[]> {
  const index = new Map<string, Unit[]>()
  for (const unit of units) {
    for (const shingle of pairing.bagOf(unit).counts.keys()) {
      const found = index.get(shingle)
      if (found) found.push(unit)
      else index.set(shingle, [unit])
    }
  }
  return index
}

/** Units that share a telling shingle and are wanted, best first, at most a dozen. */
export function candidates(
  pairing: Pairing,
  unit: Unit,
  index: Map<string, Unit[]>,
  isWanted?: (at: number) => boolean,
): Unit[] {
  const found = new Set<Unit>()
  const bag = pairing.bagOf(unit)
  for (const shingle of bag.counts.keys()) {
    const holders = index.get(shingle) ?? []
    if (holders.length <= COMMON)
      for (const holder of holders) if (!isWanted || isWanted(holder.at)) found.add(holder)
  }
  return [...found]
    .map((other) => ({ other, shared: sharedOf(bag, pairing.bagOf(other)) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ other }) => other)
}
