/** What a lot gave, as seats of a batch: people by number, their fit today and the chance that they had. Pure. */
import type { Field } from '#app/domain/panels/contests/field.server.ts'
import type { BatchResult } from '#app/domain/panels/contests/reckoning.server.ts'
import { fraction, printed } from '#app/domain/panels/fractions.ts'
import type { DrawnWork, LotShares } from './protocol.ts'
import { keptRows, type StoredLot } from './published.ts'

export function drawnWorks(
  stored: Pick<StoredLot, 'candidates' | 'chosen' | 'shares'>,
  field: Field,
): BatchResult['works'] {
  const { denominator, works } = stored.shares as unknown as LotShares
  const numberOf = new Map(keptRows(stored).map(({ row, number }) => [row, number]))
  const placeOf = new Map(field.experts.map(({ number }, at) => [number, at]))
  return (stored.chosen as unknown as DrawnWork[]).map(({ code, members, reserve }) => {
    const shares = new Map(
      works.find((work) => work.code === code)?.shares.map(({ row, share }) => [row, share]),
    )
    const fits = field.fits.get(field.works.find((work) => work.code === code)?.nominationId ?? '')
    const seat = (row: number) => {
      const person = numberOf.get(row) ?? 0
      return {
        ...{ person, fit: fits?.[placeOf.get(person) ?? -1] ?? 0 },
        chance: printed(fraction(shares.get(row) ?? 0, denominator)),
      }
    }
    return { code, members: members.map(seat), reserve: reserve.map(seat) }
  })
}
