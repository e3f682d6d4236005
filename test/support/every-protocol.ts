/** One protocol of every format and method that replays, from invented rows. */
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf, drawnOrder, seedOf } from '#app/domain/panels/drawing.ts'
import { selectOptimum } from '#app/domain/panels/optimum.ts'
import { bestHash } from '#app/domain/panels/optimum-protocol.ts'
import { type AnyProtocol, listHash } from '#app/domain/panels/replaying.ts'
import { selectLimited } from '#app/domain/panels/requests/limited.ts'
import { limitedHash, withoutClosed } from '#app/domain/panels/requests/limited-protocol.ts'
import { byPoints, type Choice, type SelectionRules, selectFrom } from '#app/domain/panels/selecting.ts'
import { drawnLottery } from './drawn-lottery.ts'

const MOMENT = '2026-03-02T09:00:00.000Z'
const plain: SelectionRules = {
  ...{ size: 3, reserve: 2, maxPerOrganisation: 1, maxPerMunicipality: 2 },
  directions: [{ code: 'a', minimum: 1 }],
}
/** Only three of the high band, all of one organisation: what is wished of the organisation gives way. */
const limited: SelectionRules = {
  ...plain,
  ...{ maxPerNominator: 2, minHigh: 2, fixed: [4], soft: ['organisation', 'nominator'] },
}
const rows = Array.from({ length: 9 }, (_, at) => ({
  row: at + 1,
  organisation: at < 3 ? 1 : at,
  municipality: (at % 4) + 1,
  directions: at % 3 === 0 ? ['a', 'b'] : ['b'],
  points: 90 - at * 7,
  token: digestHex(`соль-${at + 1}|${101 + at}`),
}))
const banded = rows.map((row, at) => ({ ...row, nominator: (at % 3) + 1, ...(at < 3 ? { high: true } : {}) }))

const named = (choice: Choice) => ({ ...choice, person: 100 + choice.row, salt: `соль-${choice.row}` })
const chosenOf = (outcome: { chosen: Choice[] } | { binding: unknown }) => {
  if (!('chosen' in outcome)) throw new Error('nothing found')
  return outcome.chosen
}

/** Name → protocol. */
export async function everyProtocol(): Promise<Record<string, AnyProtocol>> {
  return {
    ...first(),
    'lot of format 2': await drawnLottery(),
    'lot of format 3': await drawnLottery('тайна', '92,4107', { wished: true }),
    ...second(),
    ...third(),
  }
}

function first(): Record<string, AnyProtocol> {
  const lines = { format: 1 as const, panel: 7, rules: plain, candidates: rows, selectedAt: MOMENT }
  const list = { candidatesSha256: listHash(rows, plain) }
  const [secret, publicValue] = ['тайна', '92,4107']
  const seed = seedOf(secret, publicValue)
  const lot = { commitment: commitmentOf(secret), source: 'курс', secret, publicValue, seed }
  const [drawn, best] = [drawnOrder(rows, seed), byPoints(rows)]
  const taken = (order: typeof rows, method: 'lot' | 'best' | 'hand') =>
    chosenOf(selectFrom(order, plain, method)).map((choice) => ({ ...choice, person: 100 + choice.row }))
  return {
    'lot of format 1': { ...lines, ...list, method: 'lot', lot, chosen: taken(drawn, 'lot') },
    'best of format 1': {
      ...{ ...lines, ...list, method: 'best' },
      chosen: taken(best as typeof rows, 'best'),
    },
    'hand of format 1': {
      ...{ ...lines, ...list, method: 'hand' },
      chosen: taken(best as typeof rows, 'hand'),
    },
  }
}

function second(): Record<string, AnyProtocol> {
  const outcome = selectOptimum(rows, plain)
  const chosen = chosenOf(outcome).map(named)
  const lines = {
    ...{ format: 2 as const, method: 'best' as const, panel: 7, rules: plain, candidates: rows },
    ...{ candidatesSha256: listHash(rows, plain), chosen, selectedAt: MOMENT },
    best: 'best' in outcome ? outcome.best : { points: 0, proven: false },
  }
  return { 'best of format 2': { ...lines, sha256: bestHash(lines) } }
}

function third(): Record<string, AnyProtocol> {
  const outcome = selectLimited(banded, limited, 25)
  if (!('chosen' in outcome)) throw new Error('nothing found')
  const { best, waived } = outcome
  const chosen = outcome.chosen.map(named)
  const lines = { format: 3 as const, panel: 7, waived, chosen, selectedAt: MOMENT }
  const list = { rules: limited, candidates: banded, candidatesSha256: listHash(banded, limited) }
  const open = withoutClosed(limited, banded)
  const shown = { ...open, candidates: open.rows, candidatesSha256: listHash(open.rows, open.rules) }
  const { rows: _rows, ...hidden } = shown
  const optimum = { ...lines, ...list, method: 'best' as const, best, refusal: 25 }
  const closed = { ...optimum, ...hidden, closed: list.candidatesSha256 }
  const hand = { ...lines, ...list, method: 'hand' as const }
  return {
    'best of format 3': { ...optimum, sha256: limitedHash(optimum) },
    'best of format 3 with closed data': { ...closed, sha256: limitedHash(closed) },
    'hand of format 3': { ...hand, sha256: limitedHash(hand) },
  }
}
